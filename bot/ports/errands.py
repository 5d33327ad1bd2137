"""What is owed to Telegram."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any, Protocol

from bot.rules.errands import Errand


class Errands(Protocol):
    async def add(self, errand: Errand) -> bool:
        """False where an errand of this key is kept already."""
        ...

    async def show(self, errand: Errand) -> None:
        """Keep a SHOW; one still due for the same card and chat takes the newer message."""
        ...

    async def due(
        self,
        now: datetime,
        busy: Collection[str],
        may_go: Callable[[Errand], bool] = ...,
        at_most: int | None = None,
    ) -> tuple[Errand, ...]:
        """The first due errand of every lane that is not busy and not held, where it `may_go`;
        it is asked in order, of those that are unhurried last, and of no more than `at_most`."""
        ...

    async def next_at(self, now: datetime) -> datetime | None:
        """When the next errand that waits becomes due; None where none waits."""
        ...

    async def get(self, errand_id: int) -> Errand | None: ...
    async def done(self, errand_id: int, at: datetime, message_id: int | None) -> None: ...
    async def again(
        self,
        errand_id: int,
        not_before: datetime,
        error: str,
        *,
        doubtful: bool,
        fault: bool = False,
    ) -> None: ...
    async def reminders_since(
        self, office_id: int, since: datetime
    ) -> tuple[Mapping[str, Any], ...]:
        """What the office's reminders of that time and later were written of."""
        ...

    async def put_off(self, errand_id: int, not_before: datetime) -> None:
        """Not before then; no try counts."""
        ...

    async def drop(self, errand_id: int, at: datetime, error: str) -> None: ...
    async def recall(self, card: str) -> None:
        """Take back what nobody has carried yet for cards of this name, or with more after it."""
        ...

    async def withdraw(self, key: str) -> tuple[Mapping[str, Any], ...]:
        """The same by key; what each was written of, oldest first."""
        ...

    async def park(self, errand_id: int, error: str) -> None: ...
    async def unpark(self, person_id: int) -> int:
        """Make due what waits for this person's private chat; how many."""
        ...

    async def give(self, office_id: int, seat: str, person_id: int) -> None:
        """What waited for the empty seat now waits for this person."""
        ...

    async def hold(self, chat_id: int | None, until: datetime) -> None:
        """Nothing goes to the chat (to anybody where None) before `until`."""
        ...
