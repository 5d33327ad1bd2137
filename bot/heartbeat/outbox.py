"""The outbox: what is owed to Telegram goes as fast as it may."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from bot.heartbeat.woken import LONGEST_PAUSE, Woken
from bot.ports import Clock, Courier
from bot.usecases import carry_errands
from bot.usecases.desk import Desk
from bot.usecases.tell_owner import report_fault

log = logging.getLogger(__name__)

AFTER_A_FAULT = 30.0
READ_AT_ONCE = 4  # errands for each free hand, since some lanes must wait for the pace


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


class Outbox(Woken):
    """Carries due errands: in order within a lane, several lanes at once, as fast as allowed."""

    def __init__(
        self, desk: Desk, courier: Courier, clock: Clock, pace: Pace, at_once: int = 8
    ) -> None:
        super().__init__()
        self._desk = desk
        self._courier = courier
        self._clock = clock
        self._pace = pace
        self._at_once = at_once
        self._busy: set[str] = set()
        self._resting: dict[str, float] = {}

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            while not self._stopping:
                await self._heard(await self._hand_out(tasks))

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
            self.ring()

    async def _until_next(self) -> float:
        now = self._clock.now()
        at = await carry_errands.next_at(self._desk, now)
        if at is None or at <= now:
            return LONGEST_PAUSE
        return (at - now).total_seconds()
