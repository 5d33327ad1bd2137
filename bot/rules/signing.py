"""Who puts paraf and signature under the recap: the SOP's posts, with what was recorded of each."""

from collections.abc import Collection
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
    sop, chain = of.run.sop, of.run.sop.approving.chain
    compilers, analysts = map(sop.actors_of, (StepKind.COMPILE, StepKind.ANALYSE))
    alone = tuple(role for role in compilers if role not in analysts)
    return Signing(
        tuple(_maker(of, Task.COMPILE, seat, alone) for seat in sop.seats_of(compilers)),
        tuple(_maker(of, Task.ANALYSE, seat, analysts) for seat in sop.seats_of(analysts)),
        () if chain else tuple(Signature(s.title) for s in head_seats(sop)),
        tuple(_approver(of, one) for one in chain if one.role not in (*compilers, *analysts)),
    )


def head_seats(sop: Sop) -> tuple[Seat, ...]:
    """The top of the chain above who analyses."""
    for role in sop.actors_of(StepKind.ANALYSE):
        above = sop.superiors(role)
        if above:
            return above[-1].seats
    return ()


def _maker(of: Trail, task: Task, seat: Seat, asked: Collection[str]) -> Signature:
    """With his own approval, where he is of the roles `asked` and the SOP's chain has him."""
    own = _made(of, task, seat)
    chain = of.run.sop.approving.chain
    also = next((one for one in chain if one.role == seat.role and one.role in asked), None)
    return replace(own, also=_approver(of, also)) if also else own


def _approver(of: Trail, approver: Approver) -> Signature:
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


def _made(of: Trail, task: Task, seat: Seat) -> Signature:
    """A substitute signs as such: "Plh. Kasubbag Perencanaan"."""
    duty = of.run.duty(task, seat.key)
    fact = of.ended_by(duty) if duty else None
    if fact is None:
        return Signature(seat.title)
    hand = of.hand(fact)
    post = f"{hand.acting} {seat.title}".strip()
    nip = of.nip(fact.person)
    return Signature(post, fact.at, name=hand.name, nip=nip, on_behalf=hand.on_behalf)
