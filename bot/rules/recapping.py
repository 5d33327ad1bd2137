"""The last two steps: the recap is approved, remarks are made, the run is closed (steps 5, 6)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.rules.calendar import WorkCalendar
from bot.rules.errors.files import DocumentDecided
from bot.rules.moves import finish_duty, next_step, own_duty
from bot.rules.owing import waive_all
from bot.rules.reviewing import decide
from bot.rules.run import Document, DocumentState, Fact, Outcome, Run, Task


def form_in_force(run: Run, seat: str) -> Document | None:
    """The seat's newest accepted workbook: it holds while a later version waits for review."""
    return in_force(d for d in run.documents if d.seat == seat and d.form is not None)


def in_force(workbooks: Iterable[Document]) -> Document | None:
    """Of the workbooks of one seat in one run."""
    for document in sorted(workbooks, key=lambda d: d.id, reverse=True):
        if document.state == DocumentState.EXCLUDED:
            return None
        if document.state == DocumentState.ACCEPTED or accepted_before(document):
            return document
    return None


def accepted_before(document: Document) -> bool:
    """Accepted, and replaced since; what was returned bears the reason."""
    decided = document.decided_by is not None and not document.reason
    return document.state == DocumentState.REPLACED and decided


def exclude(
    run: Run, document: Document, seat: str, person: int, reason: str, now: datetime
) -> Outcome:
    """Leave an accepted document out of the recap; it stays on record."""
    own_duty(run, Task.COMPILE, seat)
    if document.state != DocumentState.ACCEPTED or document.nihil:
        raise DocumentDecided("nihil" if document.nihil else document.state)
    return decide(run, document, DocumentState.EXCLUDED, seat, person, now, reason)


def approve_recap(
    run: Run, seat: str, person: int, digest: str, calendar: WorkCalendar, now: datetime
) -> Outcome:
    duty = own_duty(run, Task.COMPILE, seat)
    done = finish_duty(run, duty, now, person=person)
    fact = Fact("rekap disetujui", now, person, seat, {"sidik": digest})
    approved = Outcome(done.run, (*done.facts, fact), done.notices).then(waive_all)
    return approved.then(lambda r: next_step(r, calendar, now))


def remark(run: Run, seat: str, person: int, text: str, now: datetime) -> Outcome:
    own_duty(run, Task.ANALYSE, seat)
    remarks = f"{run.remarks}\n{text}".strip()
    fact = Fact("catatan analisis", now, person, seat, {"catatan": text})
    return Outcome(replace(run, remarks=remarks, remarked_at=now), (fact,))


def finish(run: Run, seat: str, person: int, calendar: WorkCalendar, now: datetime) -> Outcome:
    duty = own_duty(run, Task.ANALYSE, seat)
    return finish_duty(run, duty, now, person=person).then(lambda r: next_step(r, calendar, now))
