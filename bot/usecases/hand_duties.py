"""A seat has come into other hands: its open duties, reviews and pleas follow it."""

from collections.abc import AsyncIterator
from contextlib import suppress

from bot.rules.errors.runs import NobodyAbove
from bot.rules.messages import Message
from bot.rules.people import Person
from bot.rules.run import Document, DocumentState, Duty, Run
from bot.rules.sop import Seat
from bot.texts import reviews, substitutes
from bot.usecases import card_names
from bot.usecases.announce import announce, duty_message, show_board, show_request, show_review
from bot.usecases.arahan_cards import hand_arahan
from bot.usecases.ask_time import put_plea
from bot.usecases.end_fillings import end_others
from bot.usecases.hand_approvals import hand_approvals
from bot.usecases.superiors import asked_above, chain_of
from bot.usecases.work import Work


async def hand_duties(work: Work, seat: Seat, before: Person | None) -> None:
    """What the seat owes, reviews and decides on comes to who acts for it now, and the cards of
    who acted before say so; the group's cards name the new one."""
    for run in await work.uow.runs.open_in(work.office.id):
        await end_others(work, run, seat.key)
        if before is not None:
            await take_from(work, run, seat, before)
        for duty in own_duties(run, seat):
            await announce(work, run, duty)
        for duty in pleas_about(run, seat):
            await ask_above(work, run, duty)
        for document in to_review(run, seat):
            await show_review(work, run, document.id)
        await show_request(work, run)
        await show_board(work, run)
    await hand_arahan(work, seat, before)
    await hand_approvals(work, seat, before)


def own_duties(run: Run, seat: Seat) -> tuple[Duty, ...]:
    return run.duties_where(lambda d: d.is_open and d.seat == seat.key)


def to_review(run: Run, seat: Seat) -> list[Document]:
    return [
        d
        for d in run.documents
        if d.state == DocumentState.RECEIVED and seat.key in run.collectors_of(d.kind)
    ]


def pleas_about(run: Run, seat: Seat) -> tuple[Duty, ...]:
    """The open duties whose plea for more time this seat may decide on, and its own: who acts for
    it now may be who was asked."""
    return run.duties_where(lambda d: d.is_open and bool(d.plea) and concerns(run, d, seat))


def concerns(run: Run, duty: Duty, seat: Seat) -> bool:
    own = run.sop.seat(duty.seat)
    return seat in (own, *chain_of(run.sop, own))


async def ask_above(work: Work, run: Run, duty: Duty) -> None:
    """A card that stands before him already is not sent again."""
    with suppress(NobodyAbove):
        await put_plea(work, run, duty, asked_above(work, run, duty))


async def take_from(work: Work, run: Run, seat: Seat, before: Person) -> None:
    """His cards lose their buttons; what has not reached him yet is taken back."""
    now_acts = work.holders.get(seat.key)
    if now_acts is not None and now_acts.id == before.id:
        return
    async for name, message in cards_of(work, run, seat):
        await work.uow.errands.recall(name)
        for card in await work.uow.cards.in_chat(before.id, name) if before.reachable else ():
            gone = substitutes.passed_on(message, run, seat, now_acts)
            await work.post.show(card.name, before, gone)


async def cards_of(work: Work, run: Run, seat: Seat) -> AsyncIterator[tuple[str, Message]]:
    """Each card of the seat by name, as a message of its kind: a file is not edited away."""
    for duty in own_duties(run, seat):
        yield card_names.duty(run, duty), await duty_message(work, run, duty)
        yield card_names.reminder(run, duty), Message("")
    for document in to_review(run, seat):
        yield card_names.review(run, document), reviews.review(run, document)
    for duty in pleas_about(run, seat):
        yield card_names.plea(run, duty), Message("")
