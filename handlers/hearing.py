"""Whether Telegram is heard and holds nothing that was not taken; kept, so that a gap is seen."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.ports import Clock
from bot.usecases import hear_telegram
from bot.usecases.desk import Desk

ONE_MINUTE = timedelta(minutes=1)


class Hearing:
    def __init__(
        self, desk: Desk, clock: Clock, current: asyncio.Event, changed: Callable[[], None]
    ) -> None:
        """`current` is set while Telegram is heard; `changed` is called when it is again."""
        self._desk = desk
        self._clock = clock
        self._current = current
        self._changed = changed
        self._kept: datetime | None = None

    async def heard(self) -> None:
        """Kept once a minute. What was missed is told before anything is reminded of."""
        now, again = self._clock.now(), not self._current.is_set()
        if again or self._kept is None or abs(now - self._kept) >= ONE_MINUTE:
            await hear_telegram.hear_telegram(self._desk, now)
            self._kept = now
        if again:
            self._current.set()
            self._changed()

    def lost(self) -> None:
        self._current.clear()
