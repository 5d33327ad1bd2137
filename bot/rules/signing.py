"""Who puts paraf and signature under the recap, out of the SOP's data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.rules.run import Duty, Run, Task
from bot.rules.sop import Seat, Sop, StepKind


@dataclass(frozen=True, slots=True)
class Signature:
    """Room for one post; `recorded_at` is when its act was recorded, UTC, None before that."""

    post: str
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Signing:
    """Who compiled, who analysed, and the head; an SOP without superiors names no head."""

    compiled: tuple[Signature, ...] = ()
    analysed: tuple[Signature, ...] = ()
    head: tuple[Signature, ...] = ()


def signing(run: Run) -> Signing:
    sop = run.sop
    return Signing(
        _of_task(run, Task.COMPILE, sop.seats_of(sop.actors_of(StepKind.COMPILE))),
        _of_task(run, Task.ANALYSE, sop.seats_of(sop.actors_of(StepKind.ANALYSE))),
        tuple(Signature(seat.title) for seat in head_seats(sop)),
    )


def head_seats(sop: Sop) -> tuple[Seat, ...]:
    """The top of the chain above who analyses."""
    for role in sop.actors_of(StepKind.ANALYSE):
        above = sop.superiors(role)
        if above:
            return above[-1].seats
    return ()


def _of_task(run: Run, task: Task, seats: Iterable[Seat]) -> tuple[Signature, ...]:
    return tuple(_signature(seat, run.duty(task, seat.key)) for seat in seats)


def _signature(seat: Seat, duty: Duty | None) -> Signature:
    """A substitute signs as such: "Plh. Kasubbag Perencanaan"."""
    if duty is None:
        return Signature(seat.title)
    return Signature(f"{duty.done_as} {seat.title}".strip(), duty.done_at)
