"""The rooms of those who stand under a run's recap: who made it, and who approves it."""

from collections.abc import Iterator

from bot.papers.signing_rooms import Room, acted
from bot.rules.approvals import Approval
from bot.rules.dossier import Dossier
from bot.rules.run import Task
from bot.rules.signing import head_seats
from bot.rules.sop import ApprovalAct, Seat, Sop
from bot.texts import printed

MADE = {
    Task.COMPILE: (printed.COMPILED_BY, printed.COMPILED_RECORDED),
    Task.ANALYSE: (printed.ANALYSED_BY, printed.ANALYSED_RECORDED),
}


def chain_rooms(of: Dossier) -> Iterator[Room]:
    """Who compiled and who analysed, then the SOP's chain of approval, or the head where there is
    none. An act is told once it is recorded and still holds."""
    for task in MADE:
        yield from made_by(of, task)
    chain = asked_of(of.run.sop)
    for seat, act in chain:
        yield approval_room(of, seat, act)
    if not chain:
        yield from (Room(printed.KNOWN_BY, seat.title) for seat in head_seats(of.run.sop))


def made_by(of: Dossier, task: Task) -> Iterator[Room]:
    by, recorded = MADE[task]
    for duty in of.run.duties_where(lambda d: d.task == task):
        seat, fact = of.run.sop.seat(duty.seat), of.ended_by(duty)
        yield acted(of, by, seat, fact, recorded) if fact else Room(by, seat.title)


def asked_of(sop: Sop) -> list[tuple[Seat, ApprovalAct]]:
    return [
        (seat, approver.act)
        for approver in sop.approving.chain
        for seat in sop.role(approver.role).seats
    ]


def approval_room(of: Dossier, seat: Seat, act: ApprovalAct) -> Room:
    given = standing(of, seat)
    if given is None or given.decided_at is None:
        return Room(printed.APPROVED_BY[act], seat.title)
    told = printed.recorded(printed.APPROVAL_RECORDED[act], given.decided_at, of.zone)
    post = f"{given.done_as} {seat.title}".strip()
    name = of.name(given.decided_by, given.name)
    return Room(printed.APPROVED_BY[act], post, name, of.nip(given.decided_by), told)


def standing(of: Dossier, seat: Seat) -> Approval | None:
    """What the seat gave and what holds, of the newest closing."""
    newest = max((each.turn for each in of.run.approvals), default=0)
    own = (a for a in of.run.approvals if (a.turn, a.seat, a.given) == (newest, seat.key, True))
    return next(own, None)
