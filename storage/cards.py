"""Messages that stand in a chat and are edited in place."""

import sqlalchemy as sa

from bot.rules.errands import Card
from storage.conditions import is_named
from storage.session import Session, columns_of
from storage.tables import cards


class SqlCards:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, name: str, chat_id: int) -> Card | None:
        return await self._one(cards.c.name == name, cards.c.chat_id == chat_id)

    async def at(self, chat_id: int, message_id: int) -> Card | None:
        return await self._one(cards.c.chat_id == chat_id, cards.c.message_id == message_id)

    async def in_chat(self, chat_id: int, name: str) -> tuple[Card, ...]:
        return await self._named(name, cards.c.chat_id == chat_id)

    async def everywhere(self, name: str) -> tuple[Card, ...]:
        return await self._named(name)

    async def put(self, card: Card) -> None:
        await self._session.upsert(cards, columns_of(card))

    async def forget(self, name: str, chat_id: int) -> None:
        await self._session.change(
            sa.delete(cards).where(cards.c.name == name, cards.c.chat_id == chat_id)
        )

    async def _named(self, name: str, *of: sa.ColumnElement[bool]) -> tuple[Card, ...]:
        found = sa.select(cards).where(is_named(cards.c.name, name), *of)
        rows = await self._session.all(found.order_by(cards.c.chat_id, cards.c.name))
        return tuple(Card(**row) for row in rows)

    async def _one(self, *conditions: sa.ColumnElement[bool]) -> Card | None:
        row = await self._session.one(sa.select(cards).where(*conditions))
        return Card(**row) if row else None
