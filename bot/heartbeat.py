"""What happens by itself: the beat looks at limits, the outbox sends what is owed.

The truth of time is in columns; APScheduler only wakes the beat. Its jobs set an event and one
task beats, so that a late job, a jumped clock or a second firing costs nothing.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.ports import Clock, Courier
from bot.usecases import (
    carry_errands,
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

log = logging.getLogger(__name__)

LONGEST_PAUSE = 30.0  # seconds; monotonic, so that a clock set back delays nothing for long
AFTER_A_FAULT = 30.0
READ_AT_ONCE = 4  # errands for each free hand, since some lanes must wait for the pace
ONE_SECOND = timedelta(seconds=1)
ONE_MINUTE = timedelta(minutes=1)


class Bell:
    """Wakes the one task that waits for it; rung twice, it wakes once."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()

    async def heard(self, at_most: float) -> None:
        """Returns when rung, or after so many seconds of monotonic time."""
        with suppress(TimeoutError):
            # not wait_for, which in 3.11 can swallow a cancellation
            async with asyncio.timeout(at_most):
                await self._rung.wait()
        self._rung.clear()


class Heartbeat:
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
        self._current = current
        self._desk = desk
        self._clock = clock
        self._sent = sent
        self._pause = pause
        self._bell = Bell()
        self._minute: datetime | None = None
        self._spoken: datetime | None = None
        self._started = False
        self._stopping = False
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True}
        )

    def ring(self) -> None:
        """Something changed: look again."""
        self._bell.ring()

    def stop(self) -> None:
        """End after the beat in hand."""
        self._stopping = True
        self._bell.ring()

    async def run(self) -> None:
        self._scheduler.add_job(self._wake, IntervalTrigger(seconds=LONGEST_PAUSE, timezone=UTC))
        self._scheduler.add_job(self._wake, CronTrigger(second=0, timezone=UTC))
        self._scheduler.start()
        try:
            while not self._stopping:
                await self.beat()
                await self._bell.heard(self._pause)
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
        self._bell.ring()


class Chat(Protocol):
    @property
    def chat_id(self) -> int | None: ...


class Owed(Protocol):
    """What of an errand decides when it goes."""

    @property
    def service(self) -> str: ...
    @property
    def lane(self) -> str: ...
    @property
    def to(self) -> Chat: ...
    @property
    def unhurried(self) -> bool: ...


class Pace(Protocol):
    def wait(
        self, service: str, chat_id: int | None, now: float, *, unhurried: bool = False
    ) -> float: ...
    def spend(
        self, service: str, chat_id: int | None, now: float, *, unhurried: bool = False
    ) -> None: ...


class Outbox:
    """Carries due errands: in order within a lane, several lanes at once, as fast as allowed."""

    def __init__(
        self, desk: Desk, courier: Courier, clock: Clock, pace: Pace, at_once: int = 8
    ) -> None:
        self._desk = desk
        self._courier = courier
        self._clock = clock
        self._pace = pace
        self._at_once = at_once
        self._bell = Bell()
        self._busy: set[str] = set()
        self._resting: dict[str, float] = {}
        self._stopping = False

    def ring(self) -> None:
        """Something may be due."""
        self._bell.ring()

    def stop(self) -> None:
        """End after the errands in hand."""
        self._stopping = True
        self._bell.ring()

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            while not self._stopping:
                await self._bell.heard(await self._hand_out(tasks))

    async def _hand_out(self, tasks: asyncio.TaskGroup) -> float:
        """Start what may go now; seconds until more may."""
        try:
            return min(await self._start_due(tasks), await self._until_next())
        except Exception:
            log.exception("the outbox could not be read")
            return 1.0

    async def _start_due(self, tasks: asyncio.TaskGroup) -> float:
        """Start what may go now; seconds until the pace allows more."""
        while self._free_hands > 0 and self._wait_of_all() <= 0:
            if not await self._start_few(tasks):
                break
        return self._until_more()

    def _until_more(self) -> float:
        """While no hand is free, long: one that gets free rings."""
        if self._free_hands <= 0:
            return LONGEST_PAUSE
        now = asyncio.get_running_loop().time()
        soonest = min(self._resting.values(), default=now + LONGEST_PAUSE)
        return self._wait_of_all() or soonest - now

    async def _start_few(self, tasks: asyncio.TaskGroup) -> bool:
        """Whether more may be due than was read: of a thousand lanes most must wait for a hand."""
        now = asyncio.get_running_loop().time()
        self._resting = {lane: end for lane, end in self._resting.items() if end > now}
        shut, few = {*self._busy, *self._resting}, READ_AT_ONCE * self._free_hands
        weighed: dict[str, bool] = {}
        due = carry_errands.due(
            self._desk, self._clock.now(), shut, partial(self._may_go, weighed), few
        )
        for errand in await due:
            self._busy.add(errand.lane)
            carry = partial(carry_errands.carry, self._desk, self._courier, errand)
            tasks.create_task(self._carry(errand.lane, carry))
        return len(weighed) == few

    @property
    def _free_hands(self) -> int:
        return self._at_once - len(self._busy)

    def _wait_of_all(self) -> float:
        """Seconds until anything may go anywhere."""
        return self._pace.wait("", None, asyncio.get_running_loop().time())

    def _may_go(self, weighed: dict[str, bool], errand: Owed) -> bool:
        """Asked before the errand is handed out, so that a newer message may still take its place;
        the answer is noted by its lane."""
        hands = self._free_hands - sum(weighed.values())
        weighed[errand.lane] = hands > 0 and self._wait_of_all() <= 0 and self._paced(errand)
        return weighed[errand.lane]

    def _paced(self, errand: Owed) -> bool:
        """Whether the pace allows it; a lane that must wait rests until then."""
        now, to = asyncio.get_running_loop().time(), errand.to.chat_id
        wait = self._pace.wait(errand.service, to, now, unhurried=errand.unhurried)
        if wait > 0:
            self._resting[errand.lane] = now + wait
            return False
        self._pace.spend(errand.service, to, now, unhurried=errand.unhurried)
        return True

    async def _carry(
        self, lane: str, carry: Callable[[Callable[[], datetime]], Awaitable[None]]
    ) -> None:
        try:
            await carry(self._clock.now)
        except Exception as error:
            await report_fault(self._desk, self._clock.now(), error, "outbox")
            # It is still due: without a rest it would be tried again at once, for ever.
            self._resting[lane] = asyncio.get_running_loop().time() + AFTER_A_FAULT
        finally:
            self._busy.discard(lane)
            self._bell.ring()

    async def _until_next(self) -> float:
        now = self._clock.now()
        at = await carry_errands.next_at(self._desk, now)
        if at is None or at <= now:
            return LONGEST_PAUSE
        return (at - now).total_seconds()
