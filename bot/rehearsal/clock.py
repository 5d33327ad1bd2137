"""The rehearsal's clock: it stands still until somebody moves it."""

from collections.abc import Callable
from datetime import datetime, timedelta


class RehearsalClock:
    """Aware UTC. Whoever must know that it moved is called."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._listeners: list[Callable[[], None]] = []

    def now(self) -> datetime:
        return self._now

    def on_move(self, listener: Callable[[], None]) -> None:
        self._listeners.append(listener)

    def move_to(self, moment: datetime) -> None:
        """Backwards too, as a wrong clock does."""
        self._now = moment
        for listener in self._listeners:
            listener()

    def advance(self, **amount: float) -> None:
        """By days, hours, minutes, seconds (timedelta's words)."""
        self.move_to(self._now + timedelta(**amount))
