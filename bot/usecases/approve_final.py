"""[Paraf] and [Setujui] under the recap of a closed run: a recorded act, bound to that recap."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.rules import approving
from bot.rules.acts import Act
from bot.rules.approvals import Approval
from bot.rules.approving import Decider
from bot.rules.hands import hand_of
from bot.rules.run import Run
from bot.rules.sop import Seat
from bot.texts import approvals as texts
from bot.usecases.at_office import by_its_clock, meet
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import on_run
from bot.usecases.settle import settle
from bot.usecases.work import Work


async def give_paraf(desk: Desk, call: Call, run_id: str, place: str, head: str) -> str:
    return await give(desk, call, Act.GIVE_PARAF, run_id, place, head)


async def approve_final(desk: Desk, call: Call, run_id: str, place: str, head: str) -> str:
    return await give(desk, call, Act.APPROVE_FINAL, run_id, place, head)


async def give(desk: Desk, call: Call, act: Act, run_id: str, place: str, head: str) -> str:
    async with approval_work(desk, call, run_id) as (work, run):
        approval, seat = asked(work, run, act, place, head)
        by = decider(work, seat)
        await settle(work, approving.give(run, approval, by, work.calendar, work.now))
    return texts.recorded(approval.act)


@asynccontextmanager
async def approval_work(desk: Desk, call: Call, run_id: str) -> AsyncIterator[tuple[Work, Run]]:
    """Work on a run that has ended, in its own unit of work."""
    async with desk.store.work(call.update_id) as uow:
        work, run = await on_run(uow, desk, await meet(uow, call), run_id, ended=True)
        with by_its_clock(work):
            yield work, run


def asked(work: Work, run: Run, act: Act, place: str, head: str) -> tuple[Approval, Seat]:
    """The approval on the button and the seat from which who calls decides on it.

    Refused: whose it is where it is not his, and what holds no more (rules/approving.py).
    """
    work.acting(act, run.sop)
    approval = approving.of_button(run, place, head)
    seat = work.acting(act, run.sop, [approval.seat])
    approving.check_asked(run, approval)
    return approval, seat


def decider(work: Work, seat: Seat) -> Decider:
    """By the names that papers print; a substitute with the holder's too."""
    person = work.person_id
    acts = work.holders[seat.key]
    hand = hand_of(work.seating, seat.key, person, work.today)
    if hand is None:
        return Decider(person, acts.formal_name)
    holder = work.seating.holders.get(seat.key)
    return Decider(person, acts.formal_name, hand.acting, holder.formal_name if holder else "")
