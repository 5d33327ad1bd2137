"""Open limits are counted again when the office's calendar changes (invariant 6)."""

from dataclasses import replace
from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.approval_ladder import look_by
from bot.rules.people import Office
from bot.rules.recounting import LimitMoved, recount
from bot.rules.run import Run, Task
from bot.usecases.announce import announce, show_request
from bot.usecases.at_office import at_office
from bot.usecases.desk import Call, Desk
from bot.usecases.hand_approvals import approving_runs
from bot.usecases.order_cards import renew_order
from bot.usecases.reminder_cards import renew_reminders
from bot.usecases.settle import settle
from bot.usecases.tell_moved_limits import Moves, tell_moved_limits
from bot.usecases.work import Work


async def follow_calendar(
    uow: UnitOfWork,
    desk: Desk,
    office: Office,
    now: datetime,
    call: Call | None = None,
    why: str = "",
) -> tuple[int, int]:
    """How many limits moved, and how many people are told. Each hears once of all that are his,
    and why.

    The office is kept with its closures and the calendar that its limits are counted by now.
    """
    work = await at_office(uow, desk, office, now, call)
    await uow.offices.save(replace(office, calendar=work.calendar.fingerprint))
    for run in await approving_runs(work):
        await uow.runs.save(look_by(run, work.calendar))
    moves: Moves = ()
    for run in await uow.runs.open_in(office.id):
        moves += await count_again(work, run, why)
    return len(moves), await tell_moved_limits(work, moves, why)


async def count_again(work: Work, run: Run, why: str) -> Moves:
    """The run's facts, board, request and cards follow; nobody is told yet."""
    outcome = recount(run, work.calendar, work.now, why)
    run = await settle(work, replace(outcome, notices=()))
    moved = [notice for notice in outcome.notices if isinstance(notice, LimitMoved)]
    concerned = [notice.duty for notice in moved]
    for duty in [duty for duty in concerned if duty.task != Task.ORDER]:
        await announce(work, run, duty)
    # the end that its pre-flight foretells moves with any day
    for duty in run.duties_where(lambda d: d.task == Task.ORDER and d.is_open):
        await renew_order(work, run, duty)
    for notice in moved:
        await renew_reminders(work, run, notice)
    if any(duty.task == Task.HAND_IN for duty in concerned):
        await show_request(work, run)
    return tuple((run, notice) for notice in moved)
