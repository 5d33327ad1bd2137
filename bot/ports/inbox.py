"""Updates that came."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.rules.inbox import Letter, LetterState


class Inbox(Protocol):
    async def keep(self, updates: Sequence[Mapping[str, Any]], at: datetime) -> int:
        """Keep raw updates; how many were new."""
        ...

    async def free_numbers(self, before: datetime) -> None:
        """Of those that were kept before that and are done, so that they may be given anew; what
        was kept stays."""
        ...

    async def waiting(self, now: datetime, busy: Collection[int]) -> tuple[Letter, ...]:
        """The first new letter of every chat that is not busy and not put off."""
        ...

    async def mark(self, update_id: int, state: LetterState, error: str = "") -> None: ...
    async def kept_since(self, then: datetime) -> bool:
        """Whether a letter kept after `then` is still new."""
        ...

    async def chats_since(self, then: datetime) -> frozenset[int]:
        """The chats of which a letter kept after `then` is still new."""
        ...

    async def failed(self, update_id: int, not_before: datetime, error: str) -> int:
        """Count a failed try and put the letter off; how many tries failed."""
        ...
