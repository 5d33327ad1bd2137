"""What becomes of an arahan: a run is opened on it, it is ordered, joins a run, or is withdrawn.

Every move is a pure function that refuses with ArahanOver what was decided before.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.rules.dispositions import Disposition, DispositionState
from bot.rules.errors.dispositions import ArahanOver
from bot.rules.run import Run, Task
from bot.rules.sop import Role, Seat, Sop, StepKind


def prepared(arahan: Disposition, run: Run) -> Disposition:
    """For a run that waits for its order."""
    return replace(waiting(arahan), state=DispositionState.PREPARED, run_id=run.id)


def joined(arahan: Disposition, run: Run) -> Disposition:
    """For a run that has its sheet: it stands on that one, under a number of its own."""
    return replace(waiting(arahan), state=DispositionState.JOINED, run_id=run.id)


def waiting(arahan: Disposition) -> Disposition:
    if arahan.state != DispositionState.WAITING:
        raise ArahanOver(arahan.agenda, arahan.state)
    return arahan


def ordered(arahan: Disposition) -> Disposition:
    return replace(arahan, state=DispositionState.ORDERED)


def released(kept: Sequence[Disposition]) -> tuple[Disposition, ...]:
    """Of a run that was cancelled before its order every arahan waits again; after it none."""
    if any(each.state == DispositionState.ORDERED for each in kept):
        return ()
    return tuple(replace(one, state=DispositionState.WAITING, run_id=None) for one in kept)


def next_sheet(kept: Sequence[Disposition]) -> Disposition | None:
    """What the order stands on after the arahan before it was withdrawn."""
    first = next(iter(added_to(kept)), None)
    if first is None or sheet_of(kept) is not None:
        return None
    return replace(first, state=DispositionState.PREPARED)


def withdrawn(arahan: Disposition) -> Disposition:
    """Its number stays taken, so that the agenda has no gap."""
    if not arahan.may_be_withdrawn:
        raise ArahanOver(arahan.agenda, arahan.state)
    return replace(arahan, state=DispositionState.WITHDRAWN, run_id=None)


def waits_for_order(run: Run) -> bool:
    return bool(run.duties_where(lambda duty: duty.task == Task.ORDER and duty.is_open))


def sheet_of(kept: Sequence[Disposition]) -> Disposition | None:
    """Of a run's dispositions the one that is its sheet; none before the order or an arahan."""
    return next((each for each in kept if each.state != DispositionState.JOINED), None)


def added_to(kept: Sequence[Disposition]) -> tuple[Disposition, ...]:
    return tuple(each for each in kept if each.state == DispositionState.JOINED)


def orderers(sop: Sop) -> tuple[Seat, ...]:
    """Whom an arahan goes to."""
    return sop.seats_of(dict.fromkeys(sop.actors_of(StepKind.ORDER)))


def on_behalf(sop: Sop, seat: Seat) -> str:
    """The key of the highest seat, for which who acts from a lower one gives an arahan; "" from
    the highest itself."""
    above: Sequence[Role] = sop.superiors(seat.role)
    return above[-1].seats[0].key if above else ""
