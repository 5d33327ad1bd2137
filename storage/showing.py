"""How a SHOW is kept: the newest message wins, and a chat is not edited for nothing."""

from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from bot.rules.errands import Errand, ErrandState, Service
from bot.rules.fingerprint import fingerprint
from storage.conditions import is_not, is_one_of
from storage.errand_rows import errand_row
from storage.session import Session, Values
from storage.tables import cards, errands

_earlier = errands.alias()
# an older message of the card must not be shown over a newer one, so it goes first
OVERTAKES = (errands.c.service == Service.SHOW) & sa.exists().where(
    _earlier.c.card == errands.c.card,
    is_not(_earlier.c.card, ""),
    is_one_of(_earlier.c.state, ErrandState.DUE, ErrandState.PARKED),
    _earlier.c.service == Service.SHOW,
    _earlier.c.chat_id == errands.c.chat_id,
    _earlier.c.id < errands.c.id,
)


async def show(session: Session, errand: Errand) -> None:
    """Keep it, put it in the place of one that surely is not there yet, or leave it out."""
    row = errand_row(errand)
    pending = await session.all(session.locked(_pending(errand)))
    if pending and _not_there(pending[-1]):
        await _replace(session, pending[-1], row)
    elif await _said(session, errand, pending) != _print(row):
        await session.insert(errands, {**row, "key": _key(errand)})
    if pending and not errand.quiet:
        await _hasten(session, pending, row)


def _pending(errand: Errand) -> sa.Select[Any]:
    """Errands for this card at this address that are not done, oldest first."""
    to = errand.to
    at_seat = sa.and_(
        errands.c.chat_id.is_(None),
        errands.c.office_id == errand.office_id,
        errands.c.seat == to.seat,
    )
    here = at_seat if to.chat_id is None else errands.c.chat_id == to.chat_id
    return (
        sa.select(errands)
        .where(errands.c.card == errand.card, is_not(errands.c.card, ""), here)
        .where(is_one_of(errands.c.state, ErrandState.DUE, ErrandState.PARKED))
        .where(errands.c.service == Service.SHOW)
        .order_by(errands.c.id)
    )


def _not_there(row: Values) -> bool:
    """Neither in a courier's hands, nor perhaps applied by a try whose answer was lost."""
    return not row["handed"] and not row["doubtful"]


async def _replace(session: Session, old: Values, new: Values) -> None:
    newer = {name: new[name] for name in ("message", "about", "state", "thread_id", "reply_to")}
    newer["not_before"] = min(old["not_before"], new["not_before"])
    newer["quiet"] = old["quiet"] and new["quiet"]
    await session.change(sa.update(errands).where(errands.c.id == old["id"]).values(newer))


async def _hasten(session: Session, pending: list[Values], new: Values) -> None:
    """Who acts is answered now: what must go before the answer does not wait for the morning."""
    waiting = errands.c.id.in_([row["id"] for row in pending])
    later = errands.c.not_before > new["not_before"]
    await session.change(
        sa.update(errands).where(waiting, later).values(not_before=new["not_before"])
    )
    hurried = {"quiet": False, "unhurried": False, "lane": new["lane"]}
    slower = errands.c.quiet | errands.c.unhurried
    await session.change(sa.update(errands).where(waiting, slower).values(hurried))


async def _said(session: Session, errand: Errand, pending: list[Values]) -> str | None:
    """What the chat will show once all that is pending is done."""
    if pending:
        return _print(pending[-1])
    shown = sa.select(cards.c.shown).where(
        cards.c.name == errand.card, cards.c.chat_id == errand.to.chat_id
    )
    said: str | None = await session.value(shown)
    return said


def _print(row: Values) -> str:
    return fingerprint(row["message"])


def _key(errand: Errand) -> str:
    address = errand.to.seat if errand.to.chat_id is None else errand.to.chat_id
    return f"show:{errand.card}:{address}:{uuid4().hex}"
