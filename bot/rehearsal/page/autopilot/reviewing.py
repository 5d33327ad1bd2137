"""What the collectors do: one return with its reason, [Terima semua], [Sampaikan ke …]."""

from collections.abc import Iterator

from bot.rehearsal.day import REASON
from bot.rehearsal.page.autopilot.board import Board
from bot.rehearsal.page.autopilot.handing_in import is_last
from bot.rehearsal.page.autopilot.mending import RETURNED
from bot.rehearsal.page.autopilot.moves import (
    Move,
    answered,
    buttoned,
    newest_first,
    say,
    tap,
)
from bot.rehearsal.page.autopilot.seating import sits
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Message, Person
from bot.rules.sop import Seat, Step, StepKind
from bot.texts import page_captions as texts

BETWEEN = 5  # working minutes until the next collector conveys
ALL_ACCEPTED = "Semua berkas telah diterima dan disetujui"


def collectors(stage: Stage) -> list[tuple[Step, Seat, Person]]:
    return [
        (step, seat, sits(stage, seat))
        for step in stage.sop.steps_of(StepKind.COLLECT)
        for seat in stage.sop.seats_of(step.actors)
    ]


def giving_reasons(stage: Stage) -> Iterator[Move]:
    """Why a document comes back, where the bot has asked for it and nobody has answered."""
    for step, seat, person in collectors(stage):
        question = next((m for m in newest_first(person) if m.asks_reply), None)
        asked = question is not None and "alasan pengembalian" in question.text
        if question is not None and asked and not answered(question, person):
            yield say(person, question, REASON, texts.gives_reason(step, seat, REASON))


def returning(stage: Stage, board: Board) -> Iterator[Move]:
    """One document comes back in each run, once all but the last seat have handed in."""
    others = [seat for seat in stage.sop.suppliers if not is_last(stage, seat)]
    if any(board.owed(stage, seat) for seat in others) or returned_before(stage, board):
        return
    for step, seat, person in collectors(stage):
        if document := returnable(stage, person):
            yield tap(person, document, "Kembalikan", texts.returns(step, seat))


def returned_before(stage: Stage, board: Board) -> bool:
    people = [sits(stage, seat) for seat in stage.sop.suppliers]
    notices = (m for person in people for m in newest_first(person) if RETURNED in m.text)
    return any(notice.date >= board.since for notice in notices)


def returnable(stage: Stage, person: Person) -> Message | None:
    """The newest letter that waits for review, else the newest workbook."""
    letters = [kind.code for kind in stage.sop.kinds if not kind.workbook]
    found = [buttoned(person, "Kembalikan", f"{code} dari ") for code in letters]
    waiting = [message for message in found if message is not None]
    newest = max(waiting, key=lambda message: message.id, default=None)
    return newest or buttoned(person, "Kembalikan")


def collecting(stage: Stage) -> Iterator[Move]:
    for step, seat, person in collectors(stage):
        recipient = stage.sop.role(step.recipients[0])
        label = f"Sampaikan ke {recipient.short}"
        card = buttoned(person, label, "Penghimpunan")
        if card is None or "Belum diterima" in card.text:
            continue
        if "Terima semua" in card.buttons:
            yield tap(person, card, "Terima semua", texts.accepts_all(step, seat), BETWEEN)
        elif ALL_ACCEPTED in card.text:
            yield tap(person, card, label, texts.conveys_collected(step, seat, recipient))
