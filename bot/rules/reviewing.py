"""What was handed in is accepted, returned and conveyed by its collector (SOP.md step 4)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.rules.calendar import WorkCalendar
from bot.rules.errors.files import DocumentDecided, NothingToAccept
from bot.rules.errors.runs import RecapApproved, RunNotOpen, StillMissing
from bot.rules.errors.seats import NotYours
from bot.rules.filing import described
from bot.rules.moves import DutyOpened, finish_duty, limited, next_step, own_duty
from bot.rules.owing import lacks, to_review, waive
from bot.rules.run import (
    Document,
    DocumentState,
    Duty,
    DutyState,
    Fact,
    Outcome,
    Round,
    Run,
    Task,
)
from bot.rules.worktime import minutes_between, speaking_time


@dataclass(frozen=True, slots=True)
class DocumentDecidedOn:
    document: Document


def accept(run: Run, document: Document, seat: str, person: int, now: datetime) -> Outcome:
    if document.state != DocumentState.RECEIVED:
        raise DocumentDecided(document.state)
    check_collector(run, document, seat)
    return decide(run, document, DocumentState.ACCEPTED, seat, person, now)


def accept_all(run: Run, seat: str, person: int, shown: Collection[int], now: datetime) -> Outcome:
    """All that waits, of the documents (ids) that the collector was shown."""
    waiting = [d for d in to_review(run, run.sop.seat(seat)) if d.id in shown]
    if not waiting:
        raise NothingToAccept
    done = Outcome(run)
    for document in waiting:
        done = done.then(partial(accept, document=document, seat=seat, person=person, now=now))
    return done


def return_document(
    run: Run,
    document: Document,
    seat: str,
    person: int,
    reason: str,
    calendar: WorkCalendar,
    now: datetime,
) -> Outcome:
    """Return it for mending: it is owed again, and time under review is not counted."""
    check_returnable(run, document, seat)
    done = decide(run, document, DocumentState.RETURNED, seat, person, now, reason)
    duty = done.run.duty(Task.HAND_IN, document.seat)
    if duty is None or duty.state not in (DutyState.DONE, DutyState.WAIVED):
        return done
    reopened = owed_again(done.run, duty, calendar, now)
    told = (DutyOpened(reopened),) if reopened.is_open else ()
    return Outcome(done.run.with_duty(reopened), done.facts, (*done.notices, *told))


def check_returnable(run: Run, document: Document, seat: str) -> None:
    if document.state not in (DocumentState.RECEIVED, DocumentState.ACCEPTED) or document.nihil:
        raise DocumentDecided("nihil" if document.nihil else document.state)
    check_collector(run, document, seat)


def check_collector(run: Run, document: Document, seat: str) -> None:
    if not run.is_open:
        raise RunNotOpen(run.closed_at)
    collector = run.sop.kind(document.kind).collector
    if run.sop.seat(seat).role != collector:
        raise NotYours(tuple(s.title for s in run.sop.seats_of((collector,))))
    if run.recap_approved:
        raise RecapApproved


def owed_again(run: Run, duty: Duty, calendar: WorkCalendar, now: datetime) -> Duty:
    """The duty open again with the minutes it had left at delivery, at least the SOP's
    `waktu_perbaikan`; before its step it waits for the step."""
    if run.step < duty.step:
        return replace(duty, state=DutyState.WAITING, done_at=None)
    minutes = max(minutes_left(duty, calendar, now), run.sop.correction)
    again = replace(duty, state=DutyState.OPEN, opened_at=duty.opened_at or now, done_at=None)
    if duty.due_at is not None:
        ended = Round(now, duty.due_at, duty.granted)
        again = replace(again, rounds=(*duty.rounds, ended), granted=0)
    return limited(run.sop, again, speaking_time(calendar, now), minutes, calendar, now)


def minutes_left(duty: Duty, calendar: WorkCalendar, now: datetime) -> int:
    """At delivery, or now where nothing was delivered; all of them before the step opened."""
    if duty.due_at is None:
        return duty.minutes
    return minutes_between(calendar, duty.done_at or now, duty.due_at)


def decide(
    run: Run,
    document: Document,
    state: DocumentState,
    seat: str,
    person: int,
    now: datetime,
    reason: str = "",
) -> Outcome:
    decided = replace(document, state=state, decided_at=now, decided_by=person, reason=reason)
    if state == DocumentState.ACCEPTED:
        decided = replace(decided, accepted_at=now)
    detail = {**described(document), "dari": document.seat, "semula": document.state.value}
    fact = Fact(
        f"berkas {state.value}",
        now,
        person,
        seat,
        {**detail, **({"alasan": reason} if reason else {})},
    )
    return Outcome(run.with_document(decided), (fact,), (DocumentDecidedOn(decided),))


def convey_collected(
    run: Run, seat: str, person: int, reason: str, calendar: WorkCalendar, now: datetime
) -> Outcome:
    """Convey what was collected; with something missing or unreviewed only with a reason."""
    duty = own_duty(run, Task.COLLECT, seat)
    collector = run.sop.seat(seat)
    lacking = lacks(run, collector)
    if lacking and not reason:
        raise StillMissing(lacking)
    done = finish_duty(run, duty, now, remark=reason, person=person)
    return done.then(waive).then(lambda r: next_step(r, calendar, now))
