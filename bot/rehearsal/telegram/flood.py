"""Flood control as the Bot API FAQ tells it: 30/s over all, 1/s a chat, 20 a minute a group."""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic

# A client that paces exactly arrives a little bunched: loopback jitter is not a flood.
JITTER = 0.15


@dataclass(frozen=True)
class Flood:
    """Limits in messages and real time; `speed` 10 makes every second a tenth."""

    per_second: int = 30
    chat_per_second: float = 1
    chat_burst: int = 3
    group_per_minute: int = 20
    speed: float = 1

    def scaled(self, factor: float) -> "Flood":
        return replace(self, speed=self.speed * factor)


@dataclass(frozen=True)
class Flooded:
    """One 429 given because the bot really sent too fast."""

    method: str
    chat_id: int
    limit: str
    retry_after: int


@dataclass
class Window:
    """At most `most` in any `length` seconds."""

    most: int
    length: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float, count: int) -> float:
        while self.times and self.times[0] <= now - self.length:
            self.times.popleft()
        surplus = len(self.times) + count - self.most
        if surplus <= 0:
            return 0
        return self.times[min(surplus, len(self.times)) - 1] + self.length - now

    def take(self, now: float, count: int) -> None:
        self.times.extend([now] * count)


@dataclass
class Bucket:
    """Holds `burst` messages and is refilled by `rate` a second."""

    rate: float
    burst: int
    level: float
    filled_at: float

    def wait(self, now: float, count: int) -> float:
        self.level = min(self.burst, self.level + (now - self.filled_at) * self.rate)
        self.filled_at = now
        # An album is one burst, however full: otherwise ten files could never be sent.
        return max(0, min(count, self.burst) - self.level) / self.rate

    def take(self, count: int) -> None:
        self.level -= count


class FloodGate:
    """Says for every message how long it would have to wait; a refused one costs nothing."""

    def __init__(self, flood: Flood | None, now: Callable[[], float] = monotonic) -> None:
        self.flood = flood
        self._now = now
        self._all = Window(flood.per_second, 1) if flood else Window(0, 1)
        self._chats: dict[int, Bucket] = {}
        self._groups: dict[int, Window] = {}

    def pass_through(self, chat_id: int, count: int = 1) -> tuple[str, int] | None:
        """None and counted, or which limit is passed and after how many whole seconds to retry."""
        return self._measure(self.flood, chat_id, count) if self.flood else None

    def _measure(self, flood: Flood, chat_id: int, count: int) -> tuple[str, int] | None:
        now = self._now() * flood.speed
        bucket = self._chats.setdefault(
            chat_id, Bucket(flood.chat_per_second, flood.chat_burst, flood.chat_burst, now)
        )
        windows = {"per_second": self._all}
        if chat_id < 0:
            group = self._groups.setdefault(chat_id, Window(flood.group_per_minute, 60))
            windows["group_per_minute"] = group
        waits = [(window.wait(now, count), name) for name, window in windows.items()]
        wait, name = max([*waits, (bucket.wait(now, count), "chat_per_second")])
        if wait > JITTER * max(1.0, flood.speed):
            return name, max(1, math.ceil(wait / flood.speed))
        bucket.take(count)
        for window in windows.values():
            window.take(now, count)
        return None
