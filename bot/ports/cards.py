"""Messages that stand in chats."""

from typing import Protocol

from bot.rules.errands import Card


class Cards(Protocol):
    async def get(self, name: str, chat_id: int) -> Card | None: ...
    async def at(self, chat_id: int, message_id: int) -> Card | None: ...
    async def in_chat(self, chat_id: int, name: str) -> tuple[Card, ...]:
        """The chat's cards of this name, or with more after it and a colon."""
        ...

    async def everywhere(self, name: str) -> tuple[Card, ...]:
        """The same, of every chat."""
        ...

    async def put(self, card: Card) -> None: ...
    async def forget(self, name: str, chat_id: int) -> None: ...
