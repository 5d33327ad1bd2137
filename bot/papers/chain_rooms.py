"""The rooms of those who stand under a run's recap: who made it, and who approves it."""

from collections.abc import Iterator
from dataclasses import replace

from bot.papers.signing_rooms import Room, acted
from bot.rules.approving import current
from bot.rules.dossier import Dossier
from bot.rules.run import Task
from bot.rules.signing import head_seats
from bot.rules.sop import ApprovalAct, Seat
from bot.texts import printed

Chain = dict[Seat, ApprovalAct]


def chain_rooms(of: Dossier) -> Iterator[Room]:
    """Who compiled and who analysed, with his own approval where the SOP asks him for one; then the
    others of its chain, or the head where there is none. An act is told once it is recorded and
    still holds."""
    chain = chain_of(of)
    yield from made_by(of, Task.COMPILE, printed.COMPILED_BY, printed.COMPILED_RECORDED)
    yield from made_by(of, Task.ANALYSE, printed.ANALYSED_BY, printed.ANALYSED_RECORDED, chain)
    analysts = of.run.owners(Task.ANALYSE)
    for seat, act in chain.items():
        if seat.key not in analysts:
            yield approval_room(of, seat, act)
    if not chain:
        yield from (
            Room(printed.KNOWN_BY, seat.title, boxed=False) for seat in head_seats(of.run.sop)
        )


def chain_of(of: Dossier) -> Chain:
    asked = of.run.sop.approving.chain
    return {seat: one.act for one in asked for seat in of.run.sop.role(one.role).seats}


def made_by(
    of: Dossier, task: Task, by: str, recorded: str, chain: Chain | None = None
) -> Iterator[Room]:
    for duty in of.run.duties_where(lambda d: d.task == task):
        seat, fact = of.run.sop.seat(duty.seat), of.ended_by(duty)
        room = acted(of, by, seat, fact, recorded) if fact else Room(by, seat.title)
        act = (chain or {}).get(seat)
        yield with_approval(room, approval_room(of, seat, act)) if act else room


def with_approval(room: Room, own: Room) -> Room:
    told = "; ".join(part for part in (room.recorded, own.recorded) if part)
    return replace(room, recorded=told)


def approval_room(of: Dossier, seat: Seat, act: ApprovalAct) -> Room:
    by, boxed = printed.APPROVED_BY[act], act == ApprovalAct.INITIAL
    given = next((a for a in current(of.run) if a.seat == seat.key and a.given), None)
    if given is None or given.decided_at is None:
        return Room(by, seat.title, boxed=boxed)
    told = printed.recorded(printed.APPROVAL_RECORDED[act], given.decided_at, of.zone)
    stead = f" {printed.on_behalf(given.on_behalf)}" if given.on_behalf else ""
    post = f"{given.done_as} {seat.title}".strip()
    name = of.name(given.decided_by, given.name)
    return Room(by, post, name, of.nip(given.decided_by), told + stead, boxed)
