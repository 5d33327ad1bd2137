"""Who puts paraf and signature under the recap: the SOP's posts, with what was recorded of each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.rules.approving import current
from bot.rules.run import Task
from bot.rules.sop import ApprovalAct, Approver, Seat, Sop, StepKind
from bot.rules.trail import Trail


@dataclass(frozen=True, slots=True)
class Signature:
    """Room for one post; `recorded_at` is when its act was recorded, UTC, None before that.

    Who acted is named, in another's stead `on_behalf` of whom. `act` is what one of the chain is
    asked for, `also` what the same seat is asked for besides.
    """

    post: str
    recorded_at: datetime | None = None
    act: ApprovalAct | None = None
    name: str = ""
    nip: str = ""
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


def signing(of: Trail) -> Signing:
    sop = of.run.sop
    analysts = sop.actors_of(StepKind.ANALYSE)
    return Signing(
        _of_task(of, Task.COMPILE, sop.seats_of(sop.actors_of(StepKind.COMPILE))),
        tuple(_of_analyst(of, seat) for seat in sop.seats_of(analysts)),
        () if sop.approving.chain else tuple(Signature(s.title) for s in head_seats(sop)),
        tuple(_of_approver(of, one) for one in sop.approving.chain if one.role not in analysts),
    )


def head_seats(sop: Sop) -> tuple[Seat, ...]:
    """The top of the chain above who analyses."""
    for role in sop.actors_of(StepKind.ANALYSE):
        above = sop.superiors(role)
        if above:
            return above[-1].seats
    return ()


def _of_task(of: Trail, task: Task, seats: Iterable[Seat]) -> tuple[Signature, ...]:
    return tuple(_maker(of, task, seat) for seat in seats)


def _of_analyst(of: Trail, seat: Seat) -> Signature:
    """With his own approval, where the SOP asks him for one."""
    own = _maker(of, Task.ANALYSE, seat)
    asked = next((one for one in of.run.sop.approving.chain if one.role == seat.role), None)
    return replace(own, also=_of_approver(of, asked)) if asked else own


def _of_approver(of: Trail, approver: Approver) -> Signature:
    """Only what holds is told: what became void is not."""
    seat = of.run.sop.role(approver.role).seats[0]
    given = next((a for a in current(of.run) if a.seat == seat.key and a.given), None)
    if given is None:
        return Signature(seat.title, act=approver.act)
    return Signature(
        f"{given.done_as} {seat.title}".strip(),
        given.decided_at,
        approver.act,
        of.name(given.decided_by, given.name),
        of.nip(given.decided_by),
        given.on_behalf,
    )


def _maker(of: Trail, task: Task, seat: Seat) -> Signature:
    """A substitute signs as such: "Plh. Kasubbag Perencanaan"."""
    duty = of.run.duty(task, seat.key)
    fact = of.ended_by(duty) if duty else None
    if fact is None:
        return Signature(seat.title)
    hand = of.hand(fact)
    post = f"{hand.acting} {seat.title}".strip()
    nip = of.nip(fact.person)
    return Signature(post, fact.at, name=hand.name, nip=nip, on_behalf=hand.on_behalf)
