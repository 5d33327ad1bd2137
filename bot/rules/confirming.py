"""What was read from a letter is confirmed by its sender, or he gives it (rules/letters.py)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.rules.errors.files import LetterSettled
from bot.rules.errors.runs import RunNotOpen
from bot.rules.filing import described
from bot.rules.letters import LetterHead, LetterState
from bot.rules.run import Document, Fact, Outcome, Run

ANSWERS = {True: LetterState.CONFIRMED, False: LetterState.DENIED}
ASKED = (LetterState.READ, LetterState.GIVEN)
UNKNOWN = (LetterState.UNREAD, LetterState.DENIED)
HEADLESS: dict[str, object] = {"nomor": "", "tanggal": "", "surat": LetterState.UNREAD.value}


@dataclass(frozen=True, slots=True)
class LetterAnswered:
    document: Document


def confirm_letter(
    run: Run, document: Document, person: int, now: datetime, *, right: bool
) -> Outcome:
    """A number that is not the letter's stays on record, and is used no more."""
    check_open(run)
    if document.letter not in ASKED:
        raise LetterSettled
    answered = replace(document, letter=ANSWERS[right])
    fact = Fact(f"nomor {answered.letter}", now, person, document.seat, described(answered))
    return Outcome(run.with_document(answered), (fact,), (LetterAnswered(answered),))


def give_letter(
    run: Run, document: Document, head: LetterHead, person: int, now: datetime
) -> Outcome:
    """The number and day as the sender wrote them, to be confirmed; or that there are none. The
    fact keeps what stood there before."""
    check_giving(run, document)
    state = LetterState.GIVEN if head else LetterState.NONE
    given = replace(document, number=head.number, dated=head.dated, letter=state)
    before = {**HEADLESS, **described(document)}
    detail = {**described(given), "semula": {key: before[key] for key in HEADLESS}}
    verb = "nomor ditulis" if head else "surat tanpa nomor"
    fact = Fact(verb, now, person, document.seat, detail)
    return Outcome(run.with_document(given), (fact,), (LetterAnswered(given),))


def check_giving(run: Run, document: Document) -> None:
    """Of a letter whose number was not read, or read wrongly."""
    check_open(run)
    if document.letter not in UNKNOWN or not is_letter(run, document):
        raise LetterSettled


def check_open(run: Run) -> None:
    if not run.is_open:
        raise RunNotOpen(run.closed_at)


def is_letter(run: Run, document: Document) -> bool:
    return not (document.nihil or run.sop.kind(document.kind).workbook)


def confirm_all(run: Run, last: Document, person: int, now: datetime) -> Outcome:
    """What the sender of this letter was asked up to it; what came later he has not seen."""
    shown = [d for d in to_confirm(run, last.seat, last.sender) if d.id <= last.id]
    if not shown:
        raise LetterSettled
    done = Outcome(run)
    for document in shown:
        done = done.then(
            partial(confirm_letter, document=document, person=person, now=now, right=True)
        )
    return done


def to_confirm(run: Run, seat: str, sender: int) -> tuple[Document, ...]:
    """The seat's letters of this sender whose number or date he has not said anything to."""
    return tuple(d for d in _sent(run, seat, sender) if d.letter == LetterState.READ)


def without_number(run: Run, seat: str, sender: int) -> tuple[Document, ...]:
    """The seat's letters of this sender that tell neither number nor date, a scan, say."""
    sent = _sent(run, seat, sender)
    return tuple(d for d in sent if d.letter == LetterState.UNREAD and is_letter(run, d))


def _sent(run: Run, seat: str, sender: int) -> Iterator[Document]:
    return (d for d in run.filed(seat) if d.counts and d.sender == sender)
