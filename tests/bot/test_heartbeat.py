"""The beat and the outbox by the contracts of the use-cases they wake."""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any, cast

import pytest
from apscheduler.triggers.interval import IntervalTrigger

from bot import heartbeat
from bot.heartbeat import Heartbeat, Outbox
from bot.rules.errands import Address, Errand, Service
from bot.rules.pace import Pace
from bot.usecases import carry_errands, check_limits, follow_substitutions, startup

MORNING = datetime(2026, 11, 23, tzinfo=UTC)
NOBODY = cast(Any, None)
PATIENCE = 25  # real seconds; both look by themselves after thirty


@dataclass
class Watch:
    at: datetime = MORNING

    def now(self) -> datetime:
        return self.at


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
def watch() -> Watch:
    return Watch()


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
    monkeypatch.setattr(heartbeat, "CronTrigger", lambda **_: hourly)  # no full minute wakes it
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


class Post:
    """The outbox by the contract of carry_errands: the first due errand of each free lane."""

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


@pytest.fixture
def post(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> Post:
    double = Post(watch)
    for name in ("due", "carry", "next_at"):
        monkeypatch.setattr(carry_errands, name, getattr(double, name))
    return double


FAST = {"per_second": 10_000, "chat_burst": 1000, "group_per_minute": 10_000}


def outbox(watch: Watch, **pace: Any) -> Outbox:
    return Outbox(NOBODY, NOBODY, watch, Pace(**{**FAST, **pace}))


async def send(box: Outbox, work: Callable[[], Any]) -> None:
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(box.run())
        await work()
        box.stop()


async def test_errands_of_a_chat_go_in_order_and_chats_side_by_side(
    watch: Watch, post: Post
) -> None:
    for number in range(60):
        post.put(number, chat=number % 12)
    await send(outbox(watch), lambda: post.until(lambda: not post.waiting))
    for chat in range(12):
        assert [i for i in post.ids if i % 12 == chat] == list(range(chat, 60, 12))
    assert post.most == 8


async def test_a_slow_chat_holds_up_no_other(watch: Watch, post: Post) -> None:
    post.slow["1"] = asyncio.Event()
    post.put(1, chat=1)
    post.put(2, chat=1)
    post.put(3, chat=2)

    async def others_first() -> None:
        await post.until(lambda: post.ids == [3])
        post.slow["1"].set()
        await post.until(lambda: not post.waiting)

    await send(outbox(watch), others_first)
    assert post.ids == [3, 1, 2]


async def test_a_chat_that_must_wait_for_the_pace_holds_up_no_other(
    watch: Watch, post: Post
) -> None:
    for number in range(3):
        post.put(number, chat=1)
    post.put(9, chat=2)
    await send(outbox(watch, chat_burst=1), lambda: post.until(lambda: not post.waiting))
    times = [at for number, at in post.allowed.items() if number != 9]
    assert all(later - earlier > 0.9 for earlier, later in pairwise(times))
    assert post.ids.index(9) < post.ids.index(1)


async def test_of_a_thousand_lanes_a_few_are_read_for_each_hand(watch: Watch, post: Post) -> None:
    for number in range(1000):
        post.put(number, chat=number)
    await send(outbox(watch, per_second=40), lambda: post.until(lambda: len(post.ids) >= 60))
    assert list(post.allowed) == sorted(post.allowed)
    assert max(post.read) == 8 * 4
    # a look at each end of a try, none while all must wait
    assert sum(post.read) <= 32 * (len(post.tried) + 10)


async def test_lanes_that_wait_for_the_pace_keep_no_later_one_from_its_turn(
    watch: Watch, post: Post
) -> None:
    for chat in range(40):
        post.put(chat, chat)
        post.put(100 + chat, chat)
    post.put(200, chat=200)
    a_minute = {"chat_burst": 1, "chat_per_second": 1 / 60}
    await send(outbox(watch, **a_minute), lambda: post.until(lambda: 200 in post.ids))
    assert sorted(post.ids) == [*range(40), 200]  # the others wait a minute


async def test_words_to_a_group_pass_the_edits_that_wait_for_the_pace(
    watch: Watch, post: Post
) -> None:
    for number in range(8):
        post.put(number, chat=-1, service=Service.SHOW, unhurried=True)
    box = outbox(watch, edits_per_minute=0.1)

    async def words() -> None:
        await post.until(lambda: post.ids == [0, 1])  # as many as go at once
        post.put(8, chat=-1)
        post.put(9, chat=-1)
        box.ring()
        await post.until(lambda: 9 in post.ids)

    await send(box, words)
    assert post.ids == [0, 1, 8, 9]


async def test_files_are_fetched_beside_the_messages_of_their_chat(
    watch: Watch, post: Post
) -> None:
    post.slow["fetch:1"] = asyncio.Event()
    post.put(1, chat=5, service=Service.FETCH)
    post.put(2, chat=5)

    async def message_first() -> None:
        await post.until(lambda: post.ids == [2])
        post.slow["fetch:1"].set()
        await post.until(lambda: not post.waiting)

    await send(outbox(watch), message_first)


async def test_what_is_due_later_goes_when_its_time_comes(watch: Watch, post: Post) -> None:
    post.put(1, chat=1, after=0.3)

    async def moving() -> None:
        await asyncio.sleep(0.25)
        watch.at += timedelta(seconds=0.3)
        await post.until(lambda: not post.waiting)

    await send(outbox(watch), moving)


async def test_a_ring_sends_what_was_just_put_in(watch: Watch, post: Post) -> None:
    box = outbox(watch)

    async def later() -> None:
        await asyncio.sleep(0.1)
        post.put(1, chat=1)
        box.ring()
        await post.until(lambda: not post.waiting)

    await send(box, later)
    assert post.ids == [1]


async def test_an_errand_that_fails_by_a_fault_of_ours_rests_and_the_others_go(
    watch: Watch, post: Post
) -> None:
    post.broken = {1}
    post.put(1, chat=1)
    post.put(2, chat=2)

    async def others() -> None:
        await post.until(lambda: post.ids == [2])
        await asyncio.sleep(0.2)

    await send(outbox(watch), others)
    assert post.tried.count(1) == 1


async def test_an_outbox_that_cannot_be_read_is_read_again(watch: Watch, post: Post) -> None:
    post.unreadable = 1
    post.put(1, chat=1)
    await send(outbox(watch), lambda: post.until(lambda: not post.waiting))


async def test_a_stop_lets_the_errand_in_hand_arrive(watch: Watch, post: Post) -> None:
    post.put(1, chat=1)
    box = outbox(watch)

    async def started() -> None:
        while not post.in_hand:  # noqa: ASYNC110 - the double sets no event at its start
            await asyncio.sleep(0.001)

    await send(box, started)
    assert post.ids == [1]
