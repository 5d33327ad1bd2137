import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram import Bot

from bot.usecases import keep_updates
from bot.usecases.desk import Desk
from handlers.intake import NEWCOMER_BEARS, AnotherPoller, Intake, Rival


@asynccontextmanager
async def taking(intake: Intake) -> AsyncIterator["asyncio.Task[None]"]:
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(intake.run())
        yield task
        task.cancel()


async def kept_ids(desk: Desk) -> list[int]:
    """Of every letter in the inbox, one chat after another."""
    found, busy = [], set[int]()
    async with desk.store.look() as uow:
        while letters := await uow.inbox.waiting(_now(), busy):
            found += [letter.update_id for letter in letters]
            busy |= {letter.chat_id for letter in letters}
    return sorted(found)


def _now() -> Any:
    from datetime import UTC, datetime

    return datetime(2030, 1, 1, tzinfo=UTC)


async def test_an_update_is_confirmed_only_once_it_is_kept(
    office: Any, telegram: Any, ptb: Bot, desk: Desk, watch: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, tries = keep_updates.keep_updates, 0

    async def full_at_first(*args: Any) -> int:
        nonlocal tries
        tries += 1
        if tries == 1:
            assert telegram.updates.current()
            raise OSError("disk full")
        kept = await keep(*args)
        assert telegram.updates.current(), "confirmed before the commit was known"
        return kept

    monkeypatch.setattr(keep_updates, "keep_updates", full_at_first)
    async with taking(Intake(ptb, desk, watch, lambda: None, poll=1)):
        await telegram.until(lambda: not telegram.updates.current())
    sent = {raw["update_id"] for raw in telegram.updates.history}
    assert tries >= 2
    assert set(await kept_ids(desk)) <= sent
    assert await kept_ids(desk)


async def test_who_keeps_is_told_that_there_is_something_new(
    office: Any, telegram: Any, ptb: Bot, desk: Desk, watch: Any
) -> None:
    told = asyncio.Event()
    async with taking(Intake(ptb, desk, watch, told.set, poll=1)):
        await asyncio.wait_for(told.wait(), 60)


async def test_what_cannot_be_parsed_is_kept_and_confirmed_like_the_rest(
    office: Any, telegram: Any, ptb: Bot, desk: Desk, watch: Any
) -> None:
    telegram.updates.add("message", {"message_id": "rusak", "chat": 5}, office.ani.id)
    office.ani.says(office.ani.chat, "sesudahnya")
    async with taking(Intake(ptb, desk, watch, lambda: None, poll=1)):
        await telegram.until(lambda: not telegram.updates.current())


async def test_a_webhook_is_taken_away_without_dropping_what_waits(
    office: Any, telegram: Any, ptb: Bot, desk: Desk, watch: Any
) -> None:
    async with taking(Intake(ptb, desk, watch, lambda: None, poll=1)):
        await telegram.until(lambda: telegram.called("getUpdates"))
    [call] = telegram.called("deleteWebhook")
    assert str(call.params.get("drop_pending_updates", False)).lower() == "false"


async def test_a_stop_in_the_middle_of_a_poll_confirms_nothing(
    telegram: Any, ptb: Bot, desk: Desk, watch: Any
) -> None:
    async with taking(Intake(ptb, desk, watch, lambda: None, poll=30)):
        await telegram.until(lambda: telegram.updates.polls)
    ani = telegram.person("Ani")
    ani.start()
    assert [update.kind for update in telegram.updates.current()] == ["message"]


@pytest.mark.parametrize("kind", ["500", "502", "429", "refuse", "lost"])
async def test_trouble_in_between_loses_nothing(
    telegram: Any, ptb: Bot, desk: Desk, watch: Any, kind: str
) -> None:
    telegram.faults.add("getUpdates", kind)
    ani = telegram.person("Ani")
    ani.start()
    async with taking(Intake(ptb, desk, watch, lambda: None, poll=1)):
        await telegram.until(lambda: not telegram.updates.current())
    assert await kept_ids(desk)


async def test_a_second_process_with_the_same_token_ends_and_the_first_goes_on(
    telegram: Any, ptb: Bot, desk: Desk, watch: Any
) -> None:
    first = Intake(ptb, desk, watch, lambda: None, poll=1)
    async with (
        taking(first) as running,
        Bot(telegram.bot.token, base_url=f"{telegram.url}/bot") as other,
    ):
        # the first looks what waits, the second is a whole poll in peace
        await telegram.until(lambda: telegram.updates.polls >= 3)
        with pytest.raises(AnotherPoller):
            await asyncio.wait_for(Intake(other, desk, watch, lambda: None, poll=10).run(), 60)
        assert not running.done()


def test_a_newcomer_leaves_at_the_third_conflict_of_a_minute() -> None:
    rival = Rival()
    assert [rival.met(float(t)) for t in (0, 70, 71, 72)] == [False, False, False, True]


@pytest.mark.parametrize(
    ("polls", "borne"),
    [
        ([0.0, 30.0], 11),  # the first answer, then a whole poll without an update
        ([t / 2 for t in range(61)], 11),  # a busy bot: each poll brings something at once
        ([0.0, 29.0], 2),
        ([40.0], 2),
    ],
    ids=["quiet", "busy", "too short", "only one"],
)
def test_who_has_polled_in_peace_bears_more(polls: list[float], borne: int) -> None:
    rival = Rival(30)
    for now in polls:
        rival.polled(now)
    assert [rival.met(41.0 + t) for t in range(borne + 1)] == [False] * borne + [True]


def test_peace_begins_anew_after_a_conflict() -> None:
    rival = Rival(30)
    rival.polled(0.0)
    rival.met(20.0)
    rival.polled(21.0)
    rival.polled(50.0)  # 50 s since the start, 29 s of peace
    assert [rival.met(51.0), rival.met(52.0)] == [False, True]


def test_who_has_settled_stays_so() -> None:
    rival = Rival(30)
    rival.polled(0.0)
    rival.polled(30.0)
    rival.met(31.0)
    rival.polled(32.0)
    assert [rival.met(float(t)) for t in range(33, 44)] == [False] * 10 + [True]


async def test_a_bot_whose_every_poll_brings_something_settles(
    office: Any, telegram: Any, ptb: Bot, desk: Desk, watch: Any
) -> None:
    async with taking(Intake(ptb, desk, watch, lambda: None, poll=1)) as running:
        await telegram.until(lambda: telegram.called("getUpdates"))
        for _ in range(15):
            office.ani.says(office.ani.chat, "lagi")
            await asyncio.sleep(0.1)
            await telegram.until(lambda: not telegram.updates.current())
        strife = telegram.faults.add(
            "getUpdates", "error", times=NEWCOMER_BEARS, code=409, description="Conflict: other"
        )
        await telegram.until(lambda: not strife.times)
        before = telegram.updates.polls
        await telegram.until(lambda: telegram.updates.polls > before)
        assert not running.done()
