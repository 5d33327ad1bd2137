"""The beat by the contracts of the use-cases it wakes."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from apscheduler.triggers.interval import IntervalTrigger

from bot.heartbeat import Heartbeat, beat
from bot.usecases import check_limits, follow_substitutions, startup
from tests.bot.heartbeat.conftest import MORNING, Watch

NOBODY = cast(Any, None)
PATIENCE = 25  # real seconds; both look by themselves after thirty


class Beaten:
    """Which parts of the beat were done, and when by the office's clock."""

    def __init__(self) -> None:
        self.log: list[tuple[str, datetime]] = []
        self.next_look: datetime | None = None
        self.changed = asyncio.Event()
        self.broken = ""

    def part(self, name: str) -> Callable[..., Any]:
        async def done(_desk: Any, now: datetime) -> None:
            self.log.append((name, now))
            self.changed.set()
            if name == self.broken:
                raise RuntimeError(name)

        return done

    async def look(self, _desk: Any) -> datetime | None:
        return self.next_look

    def count(self, name: str) -> int:
        return sum(part == name for part, _ in self.log)

    async def until(self, name: str, count: int) -> None:
        async with asyncio.timeout(PATIENCE):
            while self.count(name) < count:
                self.changed.clear()
                await self.changed.wait()


@pytest.fixture
def beaten(monkeypatch: pytest.MonkeyPatch) -> Beaten:
    double = Beaten()
    monkeypatch.setattr(check_limits, "check_limits", double.part("limits"))
    monkeypatch.setattr(check_limits, "next_look", double.look)
    monkeypatch.setattr(follow_substitutions, "follow_substitutions", double.part("minute"))
    monkeypatch.setattr(startup, "startup", double.part("startup"))
    return double


async def run(heart: Heartbeat, work: Callable[[], Any]) -> None:
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(heart.run())
        await work()
        heart.stop()


async def test_it_starts_up_once_and_beats_at_once(beaten: Beaten, watch: Watch) -> None:
    heart = Heartbeat(NOBODY, watch, lambda: None)
    await run(heart, lambda: beaten.until("limits", 1))
    assert [name for name, _ in beaten.log][:3] == ["startup", "limits", "minute"]
    assert beaten.count("startup") == 1


async def test_a_ring_makes_it_look_again(beaten: Beaten, watch: Watch) -> None:
    heart = Heartbeat(NOBODY, watch, lambda: None)

    async def ringing() -> None:
        await beaten.until("limits", 1)
        heart.ring()
        await beaten.until("limits", 2)

    await run(heart, ringing)


async def test_it_wakes_at_the_next_limit_by_the_delay_of_the_given_clock(
    beaten: Beaten, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    hourly = IntervalTrigger(hours=1, timezone=UTC)
    monkeypatch.setattr(beat, "CronTrigger", lambda **_: hourly)  # no full minute wakes it
    beaten.next_look = MORNING + timedelta(seconds=1)
    heart = Heartbeat(NOBODY, watch, lambda: None)
    await run(heart, lambda: beaten.until("limits", 2))


async def test_a_limit_long_past_does_not_make_it_race(beaten: Beaten, watch: Watch) -> None:
    beaten.next_look = MORNING - timedelta(days=400)
    heart, loop = Heartbeat(NOBODY, watch, lambda: None), asyncio.get_running_loop()
    began = loop.time()
    await run(heart, lambda: asyncio.sleep(0.7))
    a_second = loop.time() - began  # the sleep may take longer
    assert beaten.count("limits") <= 2 + a_second  # one more where a full minute struck


async def test_a_clock_set_back_does_not_stop_it(beaten: Beaten, watch: Watch) -> None:
    heart = Heartbeat(NOBODY, watch, lambda: None, pause=0.05)

    async def setting_back() -> None:
        await beaten.until("limits", 1)
        watch.at = MORNING - timedelta(hours=3)
        await beaten.until("limits", 3)

    await run(heart, setting_back)
    assert beaten.count("minute") == 2  # the clock moved by more than a minute, if backwards


async def test_a_minutes_work_is_done_once_a_minute(beaten: Beaten, watch: Watch) -> None:
    heart = Heartbeat(NOBODY, watch, lambda: None)
    for seconds in (0, 20, 59, 60, 80, 119, 120):
        watch.at = MORNING + timedelta(seconds=seconds)
        await heart.beat()
    assert beaten.count("minute") == 3


async def test_a_startup_that_failed_holds_up_nothing_and_is_tried_again_each_minute(
    beaten: Beaten, watch: Watch
) -> None:
    heart = Heartbeat(NOBODY, watch, lambda: None)
    beaten.broken = "startup"
    await heart.beat()
    await heart.beat()
    beaten.broken = ""
    for _ in range(2):
        watch.at += timedelta(minutes=1)
        await heart.beat()
    names = [name for name, _ in beaten.log]
    first, mended = ["startup", "limits", "minute"], ["limits", "minute"]
    assert names == [*first, "limits", *first, *mended]


@pytest.mark.parametrize("broken", ["limits", "minute"])
async def test_a_fault_in_one_part_stops_neither_the_others_nor_the_next_beat(
    beaten: Beaten, watch: Watch, broken: str
) -> None:
    beaten.broken = broken
    heart = Heartbeat(NOBODY, watch, lambda: None)

    async def minutes() -> None:
        await beaten.until("minute", 1)
        watch.at += timedelta(minutes=1)
        heart.ring()
        await beaten.until("minute", 2)

    await run(heart, minutes)
    assert beaten.count("limits") == 2


async def test_each_beat_rings_the_outbox(beaten: Beaten, watch: Watch) -> None:
    rung = asyncio.Event()
    await run(Heartbeat(NOBODY, watch, rung.set), rung.wait)
