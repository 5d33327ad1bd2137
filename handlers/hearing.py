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
        now = self._clock.now()
        if not self._current.is_set():
            await hear_telegram.heard_again(self._desk, now)
            self._kept = now
            self._current.set()
            self._changed()
        elif self._kept is None or abs(now - self._kept) >= ONE_MINUTE:
            await hear_telegram.still_heard(self._desk, now)
            self._kept = now

    def lost(self) -> None:
        self._current.clear()
