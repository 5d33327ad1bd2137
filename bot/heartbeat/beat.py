"""The truth of time is in columns; APScheduler only wakes the beat. Its jobs set an event and one
task beats, so that a late job, a jumped clock or a second firing costs nothing.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.heartbeat.woken import LONGEST_PAUSE, Woken
from bot.ports import Clock
from bot.usecases import (
    check_approvals,
    check_limits,
    file_away,
    follow_substitutions,
    propose_runs,
    startup,
    tell_digests,
)
from bot.usecases.desk import Desk
from bot.usecases.tell_owner import report_fault

ONE_SECOND = timedelta(seconds=1)
ONE_MINUTE = timedelta(minutes=1)


class Heartbeat(Woken):
    """Looks at limits as soon as one may have passed, and at daily work each minute."""

    def __init__(
        self,
        desk: Desk,
        clock: Clock,
        sent: Callable[[], None],
        pause: float = LONGEST_PAUSE,
        current: Callable[[], bool] = lambda: True,
    ) -> None:
        """`sent` is called after each beat, for what it may have put in the outbox.

        While not `current`, Telegram may hold what would make a reminder untrue: limits wait.
        """
        super().__init__()
        self._current = current
        self._desk = desk
        self._clock = clock
        self._sent = sent
        self._pause = pause
        self._minute: datetime | None = None
        self._spoken: datetime | None = None
        self._started = False
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True}
        )

    async def run(self) -> None:
        self._scheduler.add_job(self._wake, IntervalTrigger(seconds=LONGEST_PAUSE, timezone=UTC))
        self._scheduler.add_job(self._wake, CronTrigger(second=0, timezone=UTC))
        self._scheduler.start()
        try:
            while not self._stopping:
                await self.beat()
                await self._heard(self._pause)
        finally:
            self._scheduler.shutdown(wait=False)

    async def beat(self) -> None:
        """Look at limits, do the minute's work, and set the date job anew; raises nothing."""
        new_minute = self._is_new_minute()
        if new_minute and not self._started:
            self._started = await self._try("startup", startup.startup)
        if self._current():
            await self._try("limits", check_limits.check_limits)
            await self._try("approvals", check_approvals.check_approvals)
        if new_minute:
            await self._each_minute()
        await self._speak_first()
        self._sent()
        await self._try("next look", self._set_alarm)

    def _is_new_minute(self) -> bool:
        now = self._clock.now()
        if self._minute is not None and abs(now - self._minute) < ONE_MINUTE:
            return False
        self._minute = now.replace(second=0, microsecond=0)
        return True

    async def _each_minute(self) -> None:
        await self._try("substitutes", follow_substitutions.follow_substitutions)
        await self._try("archive", file_away.file_away)

    async def _speak_first(self) -> None:
        """What nobody asked for, once a minute; held up by letters, as soon as they are read."""
        if self._current() and self._spoken != self._minute:
            proposed = await self._try("proposals", propose_runs.propose_runs)
            told = await self._try("digests", tell_digests.tell_digests)
            self._spoken = self._minute if proposed and told else None

    async def _try(
        self, what: str, work: Callable[[Desk, datetime], Awaitable[bool | None]]
    ) -> bool:
        """Whether it is done: no fault, and no False for "not yet". A fault in one part must not
        stop the others nor the next beat."""
        try:
            return await work(self._desk, self._clock.now()) is not False
        except Exception as error:
            await report_fault(self._desk, self._clock.now(), error, what)
            return False

    async def _set_alarm(self, desk: Desk, now: datetime) -> None:
        look_at = await check_limits.next_look(desk)
        if look_at is None:
            return
        # APScheduler reads the wall clock itself: only the delay comes from ours.
        delay = max(look_at - now, ONE_SECOND)
        at = DateTrigger(timezone=UTC).run_date + delay
        self._scheduler.add_job(self._wake, DateTrigger(at), id="look", replace_existing=True)

    async def _wake(self) -> None:
        """A coroutine, so that it runs in the loop: APScheduler gives plain functions a thread."""
        self.ring()
