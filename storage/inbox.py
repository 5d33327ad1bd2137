"""Raw updates, kept before they are confirmed, handled in order within a chat."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from bot.ports import AlreadyHandled
from bot.rules.inbox import Letter, LetterState
from storage.conditions import is_one_of
from storage.lanes import NO_CHAT, lane_of
from storage.session import Session, Values
from storage.tables import inbox

NEW = is_one_of(inbox.c.state, LetterState.NEW)
DONE = is_one_of(inbox.c.state, LetterState.DONE)
# an update that was never kept, only handled: its time is not known
NEVER_KEPT = datetime(1970, 1, 1, tzinfo=UTC)


class SqlInbox:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def keep(self, updates: Sequence[Mapping[str, Any]], at: datetime) -> int:
        rows = [_row(update, lane_of(update), LetterState.NEW, at) for update in updates]
        return await self._session.insert_or_ignore(inbox, rows)

    async def free_numbers(self, before: datetime) -> None:
        old = (inbox.c.at > NEVER_KEPT) & (inbox.c.at < before)
        numbered = inbox.c.update_id.is_not(None)
        await self._session.change(
            sa.update(inbox).where(DONE, numbered, old).values(update_id=None)
        )

    async def waiting(self, now: datetime, busy: Collection[int]) -> tuple[Letter, ...]:
        first = (
            sa.select(sa.func.min(inbox.c.seq))
            .where(NEW, inbox.c.chat_id.not_in(busy))
            .group_by(inbox.c.chat_id)
        )
        ready = sa.or_(inbox.c.not_before.is_(None), inbox.c.not_before <= now)
        letters = sa.select(inbox).where(inbox.c.seq.in_(first), NEW, ready).order_by(inbox.c.seq)
        # the condition NEW stands outside too: PostgreSQL weighs it again after a wait for a lock
        return tuple(
            _letter(row)
            for row in await self._session.all(self._session.locked(letters, skip=True))
        )

    async def mark(self, update_id: int, state: LetterState, error: str = "") -> None:
        await self._session.change(
            sa.update(inbox).where(inbox.c.update_id == update_id).values(state=state, error=error)
        )

    async def kept_since(self, then: datetime) -> bool:
        newer = sa.select(inbox.c.seq).where(NEW, inbox.c.at > then).limit(1)
        return await self._session.value(newer) is not None

    async def chats_since(self, then: datetime) -> frozenset[int]:
        newer = sa.select(inbox.c.chat_id).where(NEW, inbox.c.at > then).distinct()
        return frozenset(row["chat_id"] for row in await self._session.all(newer))

    async def failed(self, update_id: int, not_before: datetime, error: str) -> int:
        """0 where there is no such letter."""
        tries = await self._session.value(
            sa.update(inbox)
            .where(inbox.c.update_id == update_id)
            .values(attempts=inbox.c.attempts + 1, not_before=not_before, error=error)
            .returning(inbox.c.attempts)
        )
        return int(tries or 0)

    async def handle(self, update_id: int) -> None:
        """Mark the letter done, or AlreadyHandled; an update never kept is remembered as done."""
        changed = await self._session.change(
            sa.update(inbox)
            .where(inbox.c.update_id == update_id, NEW)
            .values(state=LetterState.DONE)
        )
        if changed:
            return
        row = _row({"update_id": update_id}, NO_CHAT, LetterState.DONE, NEVER_KEPT)
        if not await self._session.insert_or_ignore(inbox, [row]):
            raise AlreadyHandled(update_id)


def _row(update: Mapping[str, Any], chat_id: int, state: LetterState, at: datetime) -> Values:
    return {
        "update_id": update["update_id"],
        "chat_id": chat_id,
        "raw": dict(update),
        "at": at,
        "state": state,
        "error": "",
    }


def _letter(row: Values) -> Letter:
    return Letter(
        row["seq"], row["update_id"], row["chat_id"], row["raw"], row["at"], row["attempts"]
    )
