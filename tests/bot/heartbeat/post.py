"""A double of carry_errands."""

import asyncio
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Any

from bot.rules.errands import Address, Errand, Service
from tests.bot.heartbeat.conftest import MORNING, Watch

PATIENCE = 25  # real seconds; both look by themselves after thirty


class Post:
    """The first due errand of each free lane."""

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self.waiting: list[Errand] = []
        self.ids: list[int] = []
        self.in_hand = 0
        self.most = 0
        self.slow: dict[str, asyncio.Event] = {}
        self.broken: set[int] = set()
        self.tried: list[int] = []
        self.allowed: dict[int, float] = {}
        self.unreadable = 0
        self.read: list[int] = []
        self.changed = asyncio.Event()

    def put(
        self,
        number: int,
        chat: int,
        after: float = 0,
        service: Service = Service.SAY,
        *,
        unhurried: bool = False,
    ) -> None:
        at = MORNING + timedelta(seconds=after)
        to = Address(chat)
        self.waiting.append(
            Errand(number, f"k{number}", service, to, at, offer_id=number, unhurried=unhurried)
        )

    async def due(
        self,
        _desk: Any,
        now: datetime,
        busy: Collection[str],
        may_go: Callable[[Errand], bool],
        at_most: int,
    ) -> tuple[Errand, ...]:
        if self.unreadable:
            self.unreadable -= 1
            raise OSError("disk")
        first: dict[str, Errand] = {}
        for errand in self.waiting:
            if errand.not_before <= now:
                first.setdefault(errand.lane, errand)
        free = [errand for lane, errand in first.items() if lane not in busy]
        given = sorted(free, key=lambda errand: errand.unhurried)[:at_most]
        self.read.append(len(given))
        return tuple(errand for errand in given if self._goes(errand, may_go))

    def _goes(self, errand: Errand, may_go: Callable[[Errand], bool]) -> bool:
        goes = may_go(errand)
        if goes:
            self.allowed[errand.id] = asyncio.get_running_loop().time()
        return goes

    async def carry(
        self, _desk: Any, _courier: Any, errand: Errand, now: Callable[[], datetime]
    ) -> None:
        assert now() == self.watch.now()
        self.tried.append(errand.id)
        if errand.id in self.broken:
            raise RuntimeError("rusak")
        self.in_hand += 1
        self.most = max(self.most, self.in_hand)
        await (self.slow[errand.lane].wait() if errand.lane in self.slow else asyncio.sleep(0.02))
        self.in_hand -= 1
        self.waiting.remove(errand)
        self.ids.append(errand.id)
        self.changed.set()

    async def next_at(self, _desk: Any, now: datetime) -> datetime | None:
        later = [errand.not_before for errand in self.waiting if errand.not_before > now]
        return min(later, default=None)

    async def until(self, over: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not over():
                self.changed.clear()
                await self.changed.wait()
