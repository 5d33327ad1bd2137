"""Updates into the inbox by polling: an update is confirmed only once it is kept.

Polling with an offset confirms everything below it (Bot API, getUpdates), so the offset is
raised after the commit and never before.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from typing import Any

from telegram import Bot
from telegram.error import Conflict, TelegramError

from bot.ports import Clock
from bot.usecases import keep_updates
from bot.usecases.desk import Desk
from handlers.failures import says
from handlers.hearing import Hearing
from handlers.patience import patiently, pauses

log = logging.getLogger(__name__)

WANTED = ["message", "edited_message", "callback_query", "my_chat_member"]
# Spelt so, the library makes it getUpdates and does not recommend its own, which parses at once.
RAW_UPDATES = "get__updates"
LONG_POLL = 30  # seconds
BATCH = 100

A_MINUTE = 60.0
# Of two pollers each ends the other's poll. The one that has polled in peace bears more, so
# that the newcomer is the one who leaves.
NEWCOMER_BEARS = 3
SETTLED_BEARS = 12


class AnotherPoller(Exception):
    """Another process takes updates with the same token."""


class Intake:
    def __init__(
        self,
        bot: Bot,
        desk: Desk,
        clock: Clock,
        kept: Callable[[], None],
        poll: int = LONG_POLL,
        current: asyncio.Event | None = None,
    ) -> None:
        """`kept` is called when new letters lie in the inbox, or `current` is set, which it is
        while Telegram holds nothing that was not taken."""
        self._bot = bot
        self._desk = desk
        self._clock = clock
        self._kept = kept
        self._poll = poll
        self._current = current or asyncio.Event()
        self._hearing = Hearing(desk, clock, self._current, kept)
        self._offset: int | None = None
        self._rival = Rival(poll)

    async def run(self) -> None:
        """Ends only by cancelling, which loses nothing; raises AnotherPoller, TokenRefused."""
        await self._take_over()
        waits = pauses()
        while True:
            try:
                await self.once()
                waits = pauses()
            except Conflict as conflict:
                await self._give_way(conflict)
            except Exception as error:
                self._hearing.lost()
                pause = next(waits)
                # Not confirmed: Telegram gives the same updates again.
                log.warning("no updates taken (%s); again in %s s", error, pause)
                await asyncio.sleep(pause)

    async def once(self) -> None:
        """One poll: take, keep, and only then confirm, which the next poll does."""
        seconds = self._poll if self._current.is_set() else 0
        raws = await self._fetch(seconds)
        self._rival.polled(asyncio.get_running_loop().time())
        if raws:
            await keep_updates.keep_updates(self._desk, raws, self._clock.now())
            # The last, not the greatest: after a quiet week ids start anew at random.
            self._offset = raws[-1]["update_id"] + 1
            self._kept()
        if len(raws) < BATCH:
            await self._hearing.heard()

    async def _fetch(self, seconds: int) -> list[dict[str, Any]]:
        """Raw, since one update that cannot be parsed would stop the whole batch."""
        asked: dict[str, Any] = {
            "timeout": seconds,
            "limit": BATCH,
            "allowed_updates": WANTED,
        }
        if self._offset is not None:
            asked["offset"] = self._offset
        raws: list[dict[str, Any]] = await self._bot.do_api_request(
            RAW_UPDATES, api_kwargs=asked, read_timeout=seconds + 10
        )
        return raws

    async def _take_over(self) -> None:
        await patiently(
            "deleteWebhook", lambda: self._bot.delete_webhook(drop_pending_updates=False)
        )

    async def _give_way(self, conflict: TelegramError) -> None:
        now = asyncio.get_running_loop().time()
        if self._rival.met(now):
            raise AnotherPoller from None
        log.warning("another process may be polling: %s", conflict)
        await asyncio.sleep(1)
        if says(conflict, "webhook is active"):
            await self._take_over()


class Rival:
    """Counts conflicts of the last minute, and whether we were here first.

    `peace`: after so many seconds of polls without a conflict we were.
    """

    def __init__(self, peace: float = LONG_POLL) -> None:
        self._peace = peace
        self._peace_since: float | None = None
        self._settled = False
        self._conflicts: deque[float] = deque()

    def polled(self, now: float) -> None:
        """A poll was answered, with updates or without."""
        if self._peace_since is None:
            self._peace_since = now
        self._settled = self._settled or now - self._peace_since >= self._peace

    def met(self, now: float) -> bool:
        """True when it is time to leave."""
        self._peace_since = None
        self._conflicts.append(now)
        return self._recent(now) >= (SETTLED_BEARS if self._settled else NEWCOMER_BEARS)

    def _recent(self, now: float) -> int:
        while self._conflicts and self._conflicts[0] <= now - A_MINUTE:
            self._conflicts.popleft()
        return len(self._conflicts)
