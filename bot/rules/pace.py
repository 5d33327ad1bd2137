"""How fast the outbox may send: Telegram's limits on messages, with headroom left below them.

About 30 a second over all, one a second in a chat with short bursts, 20 a minute in a group
(Bot API FAQ, "My bot is hitting limits").
"""

from collections import deque
from dataclasses import dataclass, field

from bot.rules.errands import Service

SPEAKING = frozenset({Service.SAY, Service.SHOW, Service.PIN})
"""What stands in a chat as a message or changes one; the rest counts over all alone."""

EDITS_AT_ONCE = 2


@dataclass(slots=True)
class Window:
    """At most `most` in any `seconds`, wherever the window is laid."""

    most: int
    seconds: float
    spent: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        self._forget(now)
        return 0.0 if len(self.spent) < self.most else self.spent[0] + self.seconds - now

    def spend(self, now: float) -> None:
        self._forget(now)
        self.spent.append(now)

    def idle(self, now: float) -> bool:
        self._forget(now)
        return not self.spent

    def _forget(self, now: float) -> None:
        while self.spent and self.spent[0] + self.seconds <= now:
            self.spent.popleft()


@dataclass(slots=True)
class Bucket:
    """Holds `burst` messages and is refilled by `per_second`."""

    per_second: float
    burst: int
    level: float
    filled_at: float

    def wait(self, now: float) -> float:
        self._fill(now)
        return max(0.0, 1 - self.level) / self.per_second

    def spend(self, now: float) -> None:
        self._fill(now)
        self.level -= 1

    def idle(self, now: float) -> bool:
        self._fill(now)
        return self.level >= self.burst

    def _fill(self, now: float) -> None:
        grown = max(0.0, now - self.filled_at) * self.per_second
        self.level = min(float(self.burst), self.level + grown)
        self.filled_at = now


class Pace:
    """What may go now. `now` is a monotonic reading in seconds; group ids are negative."""

    def __init__(
        self,
        per_second: int = 25,
        chat_burst: int = 2,
        group_per_minute: int = 18,
        chat_per_second: float = 1.0,
        edits_per_minute: float = 9,
        speed: float = 1.0,
    ) -> None:
        """`speed` 10 makes every second a tenth, as a rehearsal's Telegram may."""
        self._speed = speed
        self._all = Window(per_second, 1)
        self._chat_burst = chat_burst
        self._chat_per_second = chat_per_second
        self._group_per_minute = group_per_minute
        self._edits_per_minute = edits_per_minute
        self._chats: dict[int, Bucket] = {}
        self._groups: dict[int, Window] = {}
        self._edits: dict[int, Bucket] = {}

    def wait(
        self, service: str, chat_id: int | None, now: float, *, unhurried: bool = False
    ) -> float:
        """Seconds until an errand of this service may go to the chat; 0 where it may now.

        `unhurried` edits leave a part of a group's minute to words.
        """
        now *= self._speed
        limits = [self._all, *self._of_chat(service, chat_id, now, unhurried=unhurried)]
        return max(limit.wait(now) for limit in limits) / self._speed

    def spend(
        self, service: str, chat_id: int | None, now: float, *, unhurried: bool = False
    ) -> None:
        now *= self._speed
        for limit in (self._all, *self._of_chat(service, chat_id, now, unhurried=unhurried)):
            limit.spend(now)
        self._forget_idle(now)

    def _of_chat(
        self, service: str, chat_id: int | None, now: float, *, unhurried: bool
    ) -> list[Bucket | Window]:
        if chat_id is None or service not in SPEAKING:
            return []
        full = Bucket(self._chat_per_second, self._chat_burst, self._chat_burst, now)
        chat: list[Bucket | Window] = [self._chats.setdefault(chat_id, full)]
        if chat_id < 0:
            minute = Window(self._group_per_minute, 60)
            chat.append(self._groups.setdefault(chat_id, minute))
            if unhurried:
                edits = Bucket(self._edits_per_minute / 60, EDITS_AT_ONCE, EDITS_AT_ONCE, now)
                chat.append(self._edits.setdefault(chat_id, edits))
        return chat

    def _forget_idle(self, now: float) -> None:
        if len(self._chats) + len(self._groups) < 1000:
            return
        self._edits = {chat: b for chat, b in self._edits.items() if not b.idle(now)}
        self._chats = {chat: b for chat, b in self._chats.items() if not b.idle(now)}
        self._groups = {chat: w for chat, w in self._groups.items() if not w.idle(now)}
