"""Documents handed in, reviewed, returned and conveyed (SOP.md step 4; DESIGN.md "Document")."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.rules.calendar import WorkCalendar
from bot.rules.errors import (
    AlreadyReceived,
    DocumentDecided,
    KindNotOwed,
    KindSettled,
    NothingToAccept,
    NotYetOrdered,
    NotYours,
    RecapApproved,
    RunNotOpen,
    StillMissing,
)
from bot.rules.moves import DutyOpened, finish_duty, limited, next_step, own_duty
from bot.rules.run import (
    Document,
    DocumentState,
    Duty,
    DutyState,
    Fact,
    Outcome,
    Run,
    Task,
)
from bot.rules.sop import DocumentKind, Seat
from bot.rules.worktime import minutes_between, speaking_time


@dataclass(frozen=True, slots=True)
class DocumentFiled:
    """`replaced` is the document that the new one is a version of."""

    document: Document
    replaced: Document | None


@dataclass(frozen=True, slots=True)
class DocumentDecidedOn:
    document: Document


def settled(run: Run, seat: Seat, kind: DocumentKind) -> bool:
    """Handed in or declared nihil, and nothing returned waits for its new version."""
    states = {d.state for d in run.documents if d.seat == seat.key and d.kind == kind.code}
    delivered = states & {
        DocumentState.RECEIVED,
        DocumentState.ACCEPTED,
        DocumentState.EXCLUDED,
    }
    return bool(delivered) and DocumentState.RETURNED not in states


def owed(run: Run, seat: Seat) -> tuple[DocumentKind, ...]:
    return tuple(kind for kind in run.kinds_owed_by(seat) if not settled(run, seat, kind))


def chased(run: Run, seat: Seat) -> tuple[DocumentKind, ...]:
    """What a seat is still reminded of: owed, and not conveyed without by its collector."""
    return tuple(kind for kind in owed(run, seat) if not given_up(run, seat, kind))


def given_up(run: Run, seat: Seat, kind: DocumentKind) -> bool:
    """Conveyed without by every collector, and not returned since."""
    conveyed = [duty.done_at for duty in collect_duties(run, kind)]
    returned = [
        d.decided_at
        for d in run.filed(seat.key, kind.code)
        if d.state == DocumentState.RETURNED and d.decided_at is not None
    ]
    return all(
        done_at is not None and all(at < done_at for at in returned) for done_at in conveyed
    )


def check_taking(run: Run, seat: Seat, kind: str) -> None:
    """Refuse where this seat cannot hand in this kind at this moment."""
    if not run.is_open:
        raise RunNotOpen(run.closed_at)
    if all(kind != known.code for known in run.kinds_owed_by(seat)):
        codes = tuple(known.code for known in run.kinds_owed_by(seat))
        raise KindNotOwed(kind, seat.title, codes)
    if any(d.task == Task.ORDER and d.state != DutyState.DONE for d in run.duties):
        raise NotYetOrdered
    if any(d.task == Task.COMPILE and d.state == DutyState.DONE for d in run.duties):
        raise RecapApproved


def file(run: Run, document: Document, answers: int | None, now: datetime) -> Outcome:
    """Take a document (its id 0) in: a new one, or the next version of the one it replaces.

    It says when it was sent; by that it is in time, however late it is learnt.
    """
    seat = run.sop.seat(document.seat)
    check_taking(run, seat, document.kind)
    standing = run.filed(document.seat, document.kind)
    if any(d.counts and d.digest == document.digest and not d.nihil for d in standing):
        raise AlreadyReceived
    replaced = replaced_by(run, document, answers)
    gone = [d for d in standing if d.nihil or d == replaced]
    for old in gone:
        run = run.with_document(replace(old, state=DocumentState.REPLACED))
    new = replace(
        document,
        state=DocumentState.RECEIVED,
        received_at=handed_in_at(run, document.received_at, now),
        version=replaced.version + 1 if replaced else 1,
        replaces=replaced.id if replaced else None,
    )
    run = replace(run, documents=(*run.documents, new))
    fact = Fact("berkas diterima", now, document.sender, document.seat, described(new))
    filed = Outcome(run, (fact,), (DocumentFiled(new, replaced),))
    return filed.then(lambda r: delivered(r, seat, now))


def handed_in_at(run: Run, sent: datetime, now: datetime) -> datetime:
    """When a file counts as handed in: when it was sent, but neither before the order nor after
    now, whatever the clocks say."""
    ordered = [d.done_at for d in run.duties if d.task == Task.ORDER and d.done_at is not None]
    return min(max([sent, *ordered]), now)


def replaced_by(run: Run, document: Document, answers: int | None) -> Document | None:
    """The document that this one answers: the one named, the workbook before, the returned one.

    Where several were returned, the one of the same name, else the first.
    """
    standing = [d for d in run.filed(document.seat, document.kind) if not d.nihil]
    named = [d for d in standing if d.id == answers]
    if run.sop.kind(document.kind).single:
        named = named or standing
    returned = [d for d in standing if d.state == DocumentState.RETURNED]
    same_name = [d for d in returned if d.name == document.name]
    return next(iter((*named, *same_name, *returned)), None)


def described(document: Document) -> dict[str, object]:
    return {
        "jenis": document.kind,
        "versi": document.version,
        "nama": document.name,
        "sidik": document.digest,
        "nihil": document.nihil,
    }


def declare_nihil(run: Run, seat: Seat, kind: str, person: int, now: datetime) -> Outcome:
    """Settle a kind of which there is nothing this period."""
    check_taking(run, seat, kind)
    standing = run.filed(seat.key, kind)
    if any(d.counts for d in standing):
        raise KindSettled(kind)
    for old in standing:
        run = run.with_document(replace(old, state=DocumentState.REPLACED))
    nihil = Document(
        0, seat.key, kind, DocumentState.ACCEPTED, now, person, nihil=True, decided_at=now
    )
    run = replace(run, documents=(*run.documents, nihil))
    fact = Fact("nihil dinyatakan", now, person, seat.key, {"jenis": kind})
    filed = Outcome(run, (fact,), (DocumentFiled(nihil, None),))
    return filed.then(lambda r: delivered(r, seat, now))


def delivered(run: Run, seat: Seat, now: datetime) -> Outcome:
    """The hand-in duty is done as soon as nothing is owed."""
    duty = run.duty(Task.HAND_IN, seat.key)
    if duty is None or duty.state == DutyState.DONE:
        return Outcome(run)
    if owed(run, seat):
        return Outcome(waive(run))
    return finish_duty(run, duty, now, at=complete_at(run, seat, now))


def complete_at(run: Run, seat: Seat, now: datetime) -> datetime:
    """When the last of what stands for this seat was handed in."""
    return max((d.received_at for d in run.filed(seat.key) if d.counts), default=now)


def accept(run: Run, document: Document, seat: str, person: int, now: datetime) -> Outcome:
    if document.state != DocumentState.RECEIVED:
        raise DocumentDecided(document.state)
    check_collector(run, document, seat)
    return decide(run, document, DocumentState.ACCEPTED, seat, person, now)


def accept_all(run: Run, seat: str, person: int, now: datetime) -> Outcome:
    waiting = to_review(run, run.sop.seat(seat))
    if not waiting:
        raise NothingToAccept
    done = Outcome(run)
    for document in waiting:
        done = done.then(lambda r, d=document: accept(r, d, seat, person, now))  # type: ignore[misc]
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
    if any(d.task == Task.COMPILE and d.state == DutyState.DONE for d in run.duties):
        raise RecapApproved


def owed_again(run: Run, duty: Duty, calendar: WorkCalendar, now: datetime) -> Duty:
    """The duty open again with the minutes it had left at delivery, at least the SOP's
    `waktu_perbaikan`; before its step it waits for the step."""
    if run.step < duty.step:
        return replace(duty, state=DutyState.WAITING, done_at=None)
    minutes = max(minutes_left(duty, calendar, now), run.sop.correction)
    again = replace(duty, state=DutyState.OPEN, opened_at=duty.opened_at or now, done_at=None)
    return limited(again, speaking_time(calendar, now), minutes, calendar)


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
    detail = {**described(document), "dari": document.seat, "semula": document.state.value}
    fact = Fact(
        f"berkas {state.value}",
        now,
        person,
        seat,
        {**detail, **({"alasan": reason} if reason else {})},
    )
    return Outcome(run.with_document(decided), (fact,), (DocumentDecidedOn(decided),))


def to_review(run: Run, collector: Seat) -> tuple[Document, ...]:
    return tuple(
        d
        for d in run.documents
        if d.state == DocumentState.RECEIVED and run.sop.kind(d.kind).collector == collector.role
    )


def missing(run: Run, collector: Seat) -> tuple[tuple[Seat, DocumentKind], ...]:
    """What this collector collects and has not been handed in, or was returned."""
    return tuple(
        (supplier, kind)
        for supplier, kind in run.collected_by(collector)
        if not settled(run, supplier, kind)
    )


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
    return done.then(lambda r: Outcome(waive(r))).then(lambda r: next_step(r, calendar, now))


def lacks(run: Run, collector: Seat) -> tuple[str, ...]:
    """ "Irban II: LHP" for each that is missing, then those not reviewed yet."""
    absent = [f"{supplier.title}: {kind.code}" for supplier, kind in missing(run, collector)]
    unread = [f"{run.sop.seat(d.seat).title}: {d.kind}" for d in to_review(run, collector)]
    return tuple(dict.fromkeys(absent + unread))


def waive(run: Run) -> Run:
    """Nobody is chased for what its collector has conveyed without."""
    return waived(run, lambda duty: not chased(run, run.sop.seat(duty.seat)))


def waive_all(run: Run) -> Run:
    """Nobody is chased for what the approved recap cannot take in any more."""
    return waived(run, lambda _duty: True)


def waived(run: Run, test: Callable[[Duty], bool]) -> Run:
    for duty in run.duties_where(lambda d: d.task == Task.HAND_IN and d.is_open and test(d)):
        run = run.with_duty(replace(duty, state=DutyState.WAIVED, look_again_at=None))
    return run


def collect_duties(run: Run, kind: DocumentKind) -> tuple[Duty, ...]:
    return run.duties_where(
        lambda d: d.task == Task.COLLECT and run.sop.seat(d.seat).role == kind.collector
    )
