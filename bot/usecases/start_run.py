"""A period is picked: the run is opened and its first step begins."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.rules import periods
from bot.rules.acts import Act
from bot.rules.errors.runs import PeriodTaken
from bot.rules.json_form import to_json
from bot.rules.moves import open_run
from bot.rules.periods import Period
from bot.rules.run import Outcome, Run
from bot.texts.formats import period as period_name
from bot.usecases.at_office import as_member, meet
from bot.usecases.desk import Call, Desk
from bot.usecases.end_proposal import end_proposal
from bot.usecases.format_in_use import asked_in, format_in_use
from bot.usecases.settle import settle
from bot.usecases.work import Work

Prepare = Callable[[Run], Awaitable[None]]


async def start_run(desk: Desk, call: Call, office_id: str, period_key: str) -> None:
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        work = await as_member(uow, desk, call, await uow.offices.get(int(office_id)))
        work.acting(Act.START_RUN, work.sop)
        await open_period(work, periods.parse(period_key))


async def open_period(work: Work, period: Period, before_shown: Prepare | None = None) -> Run:
    """The period's run with its first step open; what proposed it is over. `before_shown` is done
    with the run once it is kept and before anybody sees it."""
    if await work.uow.runs.of_period(work.office.id, period) is not None:
        raise PeriodTaken(period_name(period))
    await end_proposal(work, period)
    opened = prospect(work, period)
    run = await work.uow.runs.add(opened.run)
    if before_shown is not None:
        await before_shown(run)
    return await settle(work, replace(opened, run=run))


def prospect(work: Work, period: Period) -> Outcome:
    """The run as it would open now, which nobody has kept."""
    opened = open_run(work.office.id, work.sop, period, work.calendar, work.now)
    form = asked_in(format_in_use(work.desk, work.office), period)
    return replace(opened, run=replace(opened.run, form=to_json(form)))
