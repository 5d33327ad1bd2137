"""The rooms under a recap that is not printed as a paper of its run: by posts, few names are known.

A paper of the run has them from its dossier (papers/chain_rooms.py).
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.papers.signing_rooms import Room
from bot.rules.signing import Signature, Signing
from bot.rules.sop import ApprovalAct
from bot.texts import printed


def signing_rooms(signing: Signing, zone: str) -> Iterator[Room]:
    """Nothing is told before the act."""
    for one in signing.compiled:
        yield _maker(printed.COMPILED_BY, one, printed.COMPILED_RECORDED, zone)
    for one in signing.analysed:
        yield _maker(printed.ANALYSED_BY, one, printed.ANALYSED_RECORDED, zone)
    for one in signing.head:
        yield Room(printed.KNOWN_BY, one.post, boxed=False)
    for one in signing.approved:
        yield _approver(one, zone)


def _maker(by: str, one: Signature, act: str, zone: str) -> Room:
    """With what the same seat is asked to approve besides."""
    own = Room(by, one.post, one.name, recorded=_recorded(act, one, zone))
    if one.also is None:
        return own
    also = _approver(one.also, zone)
    told = "; ".join(part for part in (own.recorded, also.recorded) if part)
    return replace(own, name=own.name or also.name, recorded=told)


def _approver(one: Signature, zone: str) -> Room:
    """Who stood in is told with the holder's name."""
    act = one.act or ApprovalAct.INITIAL
    told = _recorded(printed.APPROVAL_RECORDED[act], one, zone)
    stead = f" {printed.on_behalf(one.on_behalf)}" if one.on_behalf else ""
    boxed = act == ApprovalAct.INITIAL
    return Room(printed.APPROVED_BY[act], one.post, one.name, recorded=told + stead, boxed=boxed)


def _recorded(act: str, one: Signature, zone: str) -> str:
    return printed.recorded(act, one.recorded_at, zone) if one.recorded_at else ""
