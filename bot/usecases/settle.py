"""What follows every move: the run and its facts are kept, and people hear of it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bot.rules.approving import AllApproved, ApprovalAsked, ApprovalSettled
from bot.rules.confirming import LetterAnswered
from bot.rules.explaining import FindingsAnswered
from bot.rules.filing import CameAgain, DocumentFiled
from bot.rules.ladder import awakened
from bot.rules.letters import LetterState
from bot.rules.moves import DutyDone, DutyOpened, Requested, RunCancelled, RunClosed
from bot.rules.owing import DutyWaived
from bot.rules.recounting import LimitMoved
from bot.rules.reviewing import DocumentDecidedOn
from bot.rules.run import Document, DocumentState, Duty, Outcome, Run, Task
from bot.rules.twins import twins
from bot.texts import filling_ends, reminders, requests, runs
from bot.usecases import card_names
from bot.usecases.announce import (
    announce,
    show_board,
    show_receipt,
    show_request,
    show_review,
)
from bot.usecases.begin_approvals import begin_approvals
from bot.usecases.bind_arahan import release
from bot.usecases.by_hand import done_by_hand
from bot.usecases.end_fillings import end_fillings
from bot.usecases.post_recap import post_recap
from bot.usecases.reminder_cards import close_reminders, renew_reminders
from bot.usecases.show_approvals import tell_all_approved, tell_asked, tell_settled
from bot.usecases.show_staff import has_card, helpers
from bot.usecases.stop_asking import stop_asking_findings, stop_asking_letters
from bot.usecases.tell_findings import (
    close_questions,
    show_findings,
    take_back,
    tell_findings,
)
from bot.usecases.tell_moved_limits import occasion
from bot.usecases.work import Work


async def settle(work: Work, outcome: Outcome, then: Work | None = None) -> Run:
    """Keep the outcome in this unit of work and leave every message that it asks for. `then` is
    the work as it was when it was done, where that was earlier (usecases/when_sent.py)."""
    before = {d.id for d in outcome.run.documents}
    done = done_by_hand(then or work, outcome)
    run = await work.uow.runs.save(awakened(done, work.calendar, work.now))
    await work.record(run.id, outcome.facts)
    outcome, run = await with_approvals(work, outcome, run)
    new = [d for d in run.documents if d.id not in before]
    for notice in outcome.notices:
        tell = TELL.get(type(notice))
        if tell is not None:
            await tell(work, run, with_id(notice, new))
    await show_board(work, run)
    return run


async def with_approvals(work: Work, outcome: Outcome, run: Run) -> tuple[Outcome, Run]:
    """A run that has just closed is bound to its recap, and the first who approves it is asked."""
    if not any(isinstance(notice, RunClosed) for notice in outcome.notices):
        return outcome, run
    asked, run = await begin_approvals(work, run)
    return replace(outcome, notices=(*outcome.notices, *asked)), run


def with_id(notice: object, new: list[Document]) -> object:
    """A notice of a new document speaks of it as it was kept."""
    if isinstance(notice, DocumentFiled) and not notice.document.id and new:
        return replace(notice, document=new[-1])
    return notice


async def tell_opened(work: Work, run: Run, notice: DutyOpened) -> None:
    await announce(work, run, notice.duty)
    if notice.duty.task == Task.HAND_IN:
        await show_request(work, run)  # now it can name the limit


async def tell_done(work: Work, run: Run, notice: DutyDone) -> None:
    """The duty's card says that it is done and takes its buttons off."""
    if notice.duty.task == Task.COMPILE:
        await end_fillings(work, run, filling_ends.RECAP_APPROVED)
        await stop_asking_findings(work, run)
        await show_request(work, run)
    if notice.duty.opened_at is not None:
        await announce(work, run, notice.duty)
        await close_reminders(work, run, notice.duty)


async def tell_waived(work: Work, run: Run, notice: DutyWaived) -> None:
    """Quietly, on what stands before its people: nothing is asked of them any more."""
    if await was_told(work, run, notice.duty):
        await announce(work, run, notice.duty)
        await close_reminders(work, run, notice.duty)
    for sender in dict.fromkeys(d.sender for d in run.filed(notice.duty.seat)):
        await show_receipt(work, run, notice.duty.seat, sender)


async def tell_requested(work: Work, run: Run, _notice: Requested) -> None:
    await show_request(work, run)


async def tell_filed(work: Work, run: Run, notice: DocumentFiled) -> None:
    document = notice.document
    if notice.replaced is not None:
        await show_review(work, run, notice.replaced.id)
    await show_receipt(work, run, document.seat, document.sender)
    await show_review(work, run, document.id)
    await tell_twins(work, run, document)
    await tell_findings(work, run, document)
    await renew_recap(work, run)


async def tell_explained(work: Work, run: Run, notice: FindingsAnswered) -> None:
    """The question is over; its card, the collector's and the recap bear the answer."""
    await close_questions(work, run, notice.document)
    await show_findings(work, run, notice.document)
    await show_review(work, run, notice.document.id)
    await renew_recap(work, run)


async def tell_twins(work: Work, run: Run, document: Document) -> None:
    """Their collectors see it on the cards of both."""
    for other in twins(run, document):
        await show_review(work, run, other.id)


async def tell_again(work: Work, run: Run, notice: CameAgain) -> None:
    await show_receipt(work, run, notice.document.seat, notice.document.sender)
    await show_review(work, run, notice.document.id)


async def tell_answered(work: Work, run: Run, notice: LetterAnswered) -> None:
    """A number that was denied makes two letters of what looked like one."""
    document = notice.document
    await show_receipt(work, run, document.seat, document.sender)
    await show_review(work, run, document.id)
    await tell_twins(work, run, replace(document, letter=LetterState.READ))
    await renew_recap(work, run)


async def tell_decided(work: Work, run: Run, notice: DocumentDecidedOn) -> None:
    document = notice.document
    if document.state == DocumentState.RETURNED:
        await tell_returned(work, run, document)
    if not document.counts:
        await take_back(work, run, document)
    await show_receipt(work, run, document.seat, document.sender)
    await show_review(work, run, document.id)
    await renew_recap(work, run)


async def tell_returned(work: Work, run: Run, document: Document) -> None:
    """To the sender, who acts for the seat, and its staff, each once."""
    seat, card = document.seat, card_names.returned(run, document)
    due = requests.awaited(run, seat, work.calendar)
    sender, acts = await work.uow.people.get(document.sender), work.holders.get(seat)
    helping = {person.id: person for person in helpers(work, seat)}
    for person in {p.id: p for p in (sender, acts) if p is not None}.values():
        reader = helping.pop(person.id, acts or person)
        message = requests.returned(run, document, due, {seat: reader})
        await work.post.show(card, person, message)
    for person in helping.values():
        message = requests.returned(run, document, due, {seat: person})
        await work.post.show_or_keep(card, person, message)


async def renew_recap(work: Work, run: Run) -> None:
    """While the recap waits for approval it follows what is accepted."""
    for duty in run.duties_where(lambda d: d.task == Task.COMPILE and d.is_open):
        await announce(work, run, duty)


async def tell_moved(work: Work, run: Run, notice: LimitMoved) -> None:
    duty = notice.duty
    message = reminders.limit_moved(run, notice, work.calendar, work.holders)
    key = f"batas:{run.id}:{duty.step}:{duty.task.value}:{duty.seat}"
    await work.say_to_seat(f"{key}:{duty.due_at}:{occasion(work)}", duty.seat, message)
    await announce(work, run, duty)
    await renew_reminders(work, run, notice)
    if duty.task == Task.HAND_IN:
        await show_request(work, run)


async def tell_closed(work: Work, run: Run, _notice: RunClosed) -> None:
    await end_fillings(work, run, filling_ends.RUN_CLOSED)
    await stop_asking_letters(work, run)
    await post_recap(work, run)


async def tell_cancelled(work: Work, run: Run, notice: RunCancelled) -> None:
    """Every card that asked for something says that nothing is asked any more."""
    await end_fillings(work, run, filling_ends.RUN_CANCELLED)
    await stop_asking_findings(work, run)
    await stop_asking_letters(work, run)
    for ended in notice.duties:
        duty = run.duty(ended.task, ended.seat, ended.step)
        if duty is not None and await was_told(work, run, duty):
            await announce(work, run, duty)
            await close_reminders(work, run, duty)
    await show_request(work, run)
    await release(work, run)
    await work.post.say_in_group(f"batal:{run.id}", runs.cancelled(run))


async def was_told(work: Work, run: Run, duty: Duty) -> bool:
    """Whether its holder or staff have the duty's card; one that waits in the outbox is taken
    back."""
    card, holder = card_names.duty(run, duty), work.holders.get(duty.seat)
    await work.uow.errands.recall(card)
    if duty.task == Task.HAND_IN and await has_card(work, run, duty):
        return True
    return holder is not None and bool(await work.uow.cards.in_chat(holder.id, card))


Tell = Callable[[Work, Run, Any], Awaitable[None]]
TELL: dict[type, Tell] = {
    DutyOpened: tell_opened,
    DutyDone: tell_done,
    DutyWaived: tell_waived,
    Requested: tell_requested,
    DocumentFiled: tell_filed,
    FindingsAnswered: tell_explained,
    CameAgain: tell_again,
    LetterAnswered: tell_answered,
    DocumentDecidedOn: tell_decided,
    LimitMoved: tell_moved,
    RunClosed: tell_closed,
    RunCancelled: tell_cancelled,
    ApprovalAsked: tell_asked,
    ApprovalSettled: tell_settled,
    AllApproved: tell_all_approved,
}
