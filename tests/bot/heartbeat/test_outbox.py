"""The outbox by the contract of carry_errands."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any, cast

import pytest

from bot.heartbeat import Outbox
from bot.rules.errands import Service
from bot.rules.pace import Pace
from bot.usecases import carry_errands
from tests.bot.heartbeat.conftest import Watch
from tests.bot.heartbeat.post import Post

NOBODY = cast(Any, None)


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
