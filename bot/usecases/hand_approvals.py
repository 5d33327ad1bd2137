"""A seat has come into other hands: the approval that is asked of it follows, as duties do."""

from bot.rules.approvals import Approval
from bot.rules.approving import awaited
from bot.rules.messages import Message
from bot.rules.people import Person
from bot.rules.run import Run
from bot.rules.sop import Seat
from bot.texts import substitutes
from bot.usecases import card_names
from bot.usecases.show_approvals import approval_message, show_approval
from bot.usecases.work import Work


async def hand_approvals(work: Work, seat: Seat, before: Person | None) -> None:
    for run in await approving_runs(work):
        approval = awaited(run)
        if approval is None or approval.seat != seat.key:
            continue
        if before is not None:
            await take_from(work, run, approval, seat, before)
        await show_approval(work, run, approval)


async def approving_runs(work: Work) -> list[Run]:
    """The office's runs of which an approval is asked now."""
    ids = await work.uow.approvals.asked_in(work.office.id)
    found = [await work.uow.runs.get(run_id) for run_id in ids]
    return [run for run in found if run is not None]


async def take_from(work: Work, run: Run, approval: Approval, seat: Seat, before: Person) -> None:
    """His cards lose their buttons; what has not reached him yet is taken back."""
    acts = work.holders.get(seat.key)
    if acts is not None and acts.id == before.id:
        return
    cards = {
        card_names.approval(run, approval): approval_message(work, run, approval),
        card_names.approval_reminder(run, approval): Message(""),
    }
    for name, message in cards.items():
        await work.uow.errands.recall(name)
        for card in await work.uow.cards.in_chat(before.id, name) if before.reachable else ():
            gone = substitutes.passed_on(message, run, seat, acts)
            await work.post.show(card.name, before, gone)
