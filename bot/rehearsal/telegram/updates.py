"""What waits for the bot: confirmed by offset, forgotten after 24 hours, for one poller only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.rehearsal.telegram.bell import Bell, Countdown
from bot.rehearsal.telegram.errors import conflict

Json = dict[str, Any]

DAY = timedelta(hours=24)
QUERY_LIFE = timedelta(seconds=150)
LONGEST_POLL = 50
# Telegram tells of these only when they are asked for by name.
ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
WEBHOOK_IS_SET = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


@dataclass(frozen=True)
class Waiting:
    id: int
    kind: str
    payload: Json
    chat_id: int
    expires: datetime

    def raw(self) -> Json:
        return {"update_id": self.id, self.kind: self.payload}


class Updates:
    """`history` keeps every update ever made, for tests; `waiting` what is not confirmed."""

    def __init__(self, clock: Callable[[], datetime], bell: Bell, first_id: int = 700_000_001):
        self.waiting: list[Waiting] = []
        self.history: list[Json] = []
        self.wanted: list[str] = []
        self.webhook_is_set: Callable[[], bool] = lambda: False
        self.polls = 0
        self._made: dict[int, Waiting] = {}
        self._clock = clock
        self._bell = bell
        self.next_id = first_id

    def add(self, kind: str, payload: Json, chat_id: int) -> None:
        if kind not in self.wanted if self.wanted else kind in ON_REQUEST:
            return
        life = QUERY_LIFE if kind == "callback_query" else DAY
        update = Waiting(self.next_id, kind, payload, chat_id, self._clock() + life)
        self.next_id += 1
        self._made[update.id] = update
        self.waiting.append(update)
        self.history.append(update.raw())
        self._bell.ring()

    def again(self, update_id: int) -> None:
        """The same update once more behind the others, as after a lost confirmation."""
        self.waiting.append(self._made[update_id])
        self._bell.ring()

    def current(self) -> list[Waiting]:
        """What still waits, without what Telegram has given up."""
        now = self._clock()
        self.waiting = [update for update in self.waiting if update.expires > now]
        return self.waiting

    def confirm(self, update_id: int) -> None:
        """One update only: a webhook answered for it."""
        self.waiting = [update for update in self.waiting if update.id != update_id]
        self._bell.ring()

    def confirm_below(self, offset: int) -> None:
        """Everything older is forgotten; a negative offset keeps that many from the end."""
        if offset < 0:
            self.waiting = self.waiting[offset:]
        else:
            self.waiting = [update for update in self.waiting if update.id >= offset]
        self._bell.ring()

    async def poll(
        self, offset: int, limit: int, seconds: int, alive: Callable[[], bool]
    ) -> list[Json]:
        """At most `limit` updates, at once or as soon as there are any; a newer poll ends this.

        So does a clock that is moved past its end: that long it has waited then.
        """
        if self.webhook_is_set():
            raise conflict(WEBHOOK_IS_SET)
        self.polls += 1
        mine = self.polls
        self.confirm_below(offset)
        waits = min(max(0, seconds), LONGEST_POLL)
        countdown, end = Countdown(waits), self._clock() + timedelta(seconds=waits)
        while alive():
            if self.polls != mine:
                raise conflict(OTHER_POLLER)
            if self.webhook_is_set():
                raise conflict(WEBHOOK_IS_SET)
            found = self.current()[:limit]
            if found or not countdown.left or self._clock() > end:
                return [update.raw() for update in found]
            await self._bell.rung(countdown.left)
        return []
