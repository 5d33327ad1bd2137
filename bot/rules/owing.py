"""What is handed in, owed, to be reviewed and missing in a run (DESIGN.md "Document")."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.rules.run import (
    Document,
    DocumentState,
    Duty,
    DutyState,
    Outcome,
    Run,
    Task,
)
from bot.rules.sop import DocumentKind, Seat


@dataclass(frozen=True, slots=True)
class DutyWaived:
    """What it still owes is not waited for."""

    duty: Duty


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
    return all(done_at is not None and all(at < done_at for at in returned) for done_at in conveyed)


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


def lacks(run: Run, collector: Seat) -> tuple[str, ...]:
    """ "Irban II: LHP" for each that is missing, then those not reviewed yet."""
    absent = [f"{supplier.title}: {kind.code}" for supplier, kind in missing(run, collector)]
    unread = [f"{run.sop.seat(d.seat).title}: {d.kind}" for d in to_review(run, collector)]
    return tuple(dict.fromkeys(absent + unread))


def collect_duties(run: Run, kind: DocumentKind) -> tuple[Duty, ...]:
    return run.duties_where(
        lambda d: d.task == Task.COLLECT and run.sop.seat(d.seat).role == kind.collector
    )


def waive(run: Run) -> Outcome:
    """Nobody is chased for what its collector has conveyed without."""
    return waived(run, lambda duty: not chased(run, run.sop.seat(duty.seat)))


def waive_all(run: Run) -> Outcome:
    """Nobody is chased for what the approved recap cannot take in any more."""
    return waived(run, lambda _duty: True)


def waived(run: Run, test: Callable[[Duty], bool]) -> Outcome:
    found = run.duties_where(lambda d: d.task == Task.HAND_IN and d.is_open and test(d))
    let_go = [replace(duty, state=DutyState.WAIVED, look_again_at=None) for duty in found]
    for duty in let_go:
        run = run.with_duty(duty)
    return Outcome(run, notices=tuple(DutyWaived(duty) for duty in let_go))
