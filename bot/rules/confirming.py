"""What was read from a letter is confirmed by its sender, or not (rules/letters.py)."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.rules.errors import LetterSettled, RunNotOpen
from bot.rules.filing import described
from bot.rules.letters import LetterState
from bot.rules.run import Document, Fact, Outcome, Run

ANSWERS = {True: LetterState.CONFIRMED, False: LetterState.DENIED}


@dataclass(frozen=True, slots=True)
class LetterAnswered:
    document: Document


def confirm_letter(
    run: Run, document: Document, person: int, now: datetime, *, right: bool
) -> Outcome:
    """A number that is not the letter's stays on record, and is used no more."""
    if not run.is_open:
        raise RunNotOpen(run.closed_at)
    if document.letter != LetterState.READ:
        raise LetterSettled
    answered = replace(document, letter=ANSWERS[right])
    fact = Fact(f"nomor {answered.letter}", now, person, document.seat, described(answered))
    return Outcome(run.with_document(answered), (fact,), (LetterAnswered(answered),))


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
    return tuple(
        d
        for d in run.filed(seat)
        if d.counts and d.sender == sender and d.letter == LetterState.READ
    )
