"""Chats that must wait (429), and when the outbox has something to do again."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.rules.errands import ErrandState
from storage.conditions import is_one_of
from storage.session import Session
from storage.tables import errands, holds
from storage.tables.outbox import EVERY_CHAT

DUE = is_one_of(errands.c.state, ErrandState.DUE)


def held(chat: sa.ColumnElement[Any], now: datetime) -> sa.ColumnElement[bool]:
    """Whether the chat, or every chat, waits at this instant."""
    return sa.exists().where(
        holds.c.until > now, sa.or_(holds.c.chat_id == chat, holds.c.chat_id == EVERY_CHAT)
    )


async def hold(session: Session, chat_id: int | None, until: datetime) -> None:
    chat = EVERY_CHAT if chat_id is None else chat_id
    longer = sa.select(holds.c.until).where(holds.c.chat_id == chat, holds.c.until >= until)
    if await session.one(session.locked(longer)) is None:
        await session.upsert(holds, {"chat_id": chat, "until": until})


async def next_at(session: Session, now: datetime) -> datetime | None:
    """The earliest instant after `now` at which an errand that waits may go."""
    standing = sa.select(holds).where(holds.c.until > now)
    holding = {row["chat_id"]: row["until"] for row in await session.all(standing)}
    every = holding.get(EVERY_CHAT, now)
    waits = [
        max(row["first"], holding.get(row["chat_id"], now), every)
        for row in await _firsts(session, errands.c.not_before > now)
    ]
    # what could go but for a hold goes when it ends
    ready = await _firsts(session, errands.c.not_before <= now) if holding else []
    waits += [max(holding.get(row["chat_id"], now), every) for row in ready]
    return min((instant for instant in waits if instant > now), default=None)


async def _firsts(session: Session, when: sa.ColumnElement[bool]) -> list[dict[str, Any]]:
    first = sa.func.min(errands.c.not_before).label("first")
    chats = sa.select(errands.c.chat_id, first).where(DUE, when).group_by(errands.c.chat_id)
    return await session.all(chats)
