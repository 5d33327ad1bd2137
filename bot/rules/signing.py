"""Who puts paraf and signature under the recap, out of the SOP's data."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.rules.approving import current
from bot.rules.run import Duty, Run, Task
from bot.rules.sop import ApprovalAct, Approver, Seat, Sop, StepKind


@dataclass(frozen=True, slots=True)
class Signature:
    """Room for one post; `recorded_at` is when its act was recorded, UTC, None before that.

    `act` is what one of the chain is asked for; who has given it is named, in another's stead
    `on_behalf` of whom. `also` is what the same seat is asked for besides.
    """

    post: str
    recorded_at: datetime | None = None
    act: ApprovalAct | None = None
    name: str = ""
    on_behalf: str = ""
    also: "Signature | None" = None


@dataclass(frozen=True, slots=True)
class Signing:
    """Who compiled, who analysed, and the others whom the SOP asks to approve; the head where it
    asks nobody, and none where it names no superiors either."""

    compiled: tuple[Signature, ...] = ()
    analysed: tuple[Signature, ...] = ()
    head: tuple[Signature, ...] = ()
    approved: tuple[Signature, ...] = ()


def signing(run: Run) -> Signing:
    sop = run.sop
    analysts = sop.actors_of(StepKind.ANALYSE)
    return Signing(
        _of_task(run, Task.COMPILE, sop.seats_of(sop.actors_of(StepKind.COMPILE))),
        tuple(_of_analyst(run, seat) for seat in sop.seats_of(analysts)),
        () if sop.approving.chain else tuple(Signature(s.title) for s in head_seats(sop)),
        tuple(_of_approver(run, one) for one in sop.approving.chain if one.role not in analysts),
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


def _of_analyst(run: Run, seat: Seat) -> Signature:
    """With his own approval, where the SOP asks him for one."""
    own = _signature(seat, run.duty(Task.ANALYSE, seat.key))
    asked = next((one for one in run.sop.approving.chain if one.role == seat.role), None)
    return replace(own, also=_of_approver(run, asked)) if asked else own


def _of_approver(run: Run, approver: Approver) -> Signature:
    """Only what holds is told: what became void is not."""
    seat = run.sop.role(approver.role).seats[0]
    given = next((a for a in current(run) if a.seat == seat.key and a.given), None)
    if given is None:
        return Signature(seat.title, act=approver.act)
    post = f"{given.done_as} {seat.title}".strip()
    return Signature(post, given.decided_at, approver.act, given.name, given.on_behalf)


def _signature(seat: Seat, duty: Duty | None) -> Signature:
    """A substitute signs as such: "Plh. Kasubbag Perencanaan"."""
    if duty is None:
        return Signature(seat.title)
    return Signature(f"{duty.done_as} {seat.title}".strip(), duty.done_at)
