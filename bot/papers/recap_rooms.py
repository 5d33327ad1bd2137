"""The rooms under a run's recap and its minutes: who made it, and who approves it."""

from collections.abc import Iterator
from dataclasses import replace

from bot.papers.signing_rooms import Room, told_of
from bot.rules.signing import Signature, Signing
from bot.rules.sop import ApprovalAct
from bot.texts import printed


def recap_rooms(signing: Signing, zone: str) -> Iterator[Room]:
    """Nothing is told before the act."""
    for one in signing.compiled:
        yield from _maker(printed.COMPILED_BY, one, printed.COMPILED_RECORDED, zone)
    for one in signing.analysed:
        yield from _maker(printed.ANALYSED_BY, one, printed.ANALYSED_RECORDED, zone)
    for one in signing.approved:
        yield _approver(one, zone)
    for one in signing.head:
        yield Room(printed.KNOWN_BY, one.post, boxed=False)


def _maker(by: str, one: Signature, act: str, zone: str) -> Iterator[Room]:
    """With what the same seat is asked to approve besides, which has a room of its own where
    another gave it. Who signs at last has no box for a paraf."""
    own = _room(by, one, act, zone)
    if one.also is None:
        yield own
        return
    also = _approver(one.also, zone)
    if also.recorded and (also.post, also.name) != (own.post, own.name):
        yield from (own, also)
        return
    told = "; ".join(part for part in (own.recorded, also.recorded) if part)
    both = by if also.boxed else printed.and_approved(by)
    yield replace(own, by=both, recorded=told, boxed=also.boxed)


def _approver(one: Signature, zone: str) -> Room:
    act = one.act or ApprovalAct.INITIAL
    own = _room(printed.APPROVED_BY[act], one, printed.APPROVAL_RECORDED[act], zone)
    return replace(own, boxed=act == ApprovalAct.INITIAL)


def _room(by: str, one: Signature, act: str, zone: str) -> Room:
    told = told_of(act, one.recorded_at, zone, one.on_behalf)
    return Room(by, one.post, one.name, one.nip, told)
