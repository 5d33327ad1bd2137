"""Until when Telegram was heard, and what is told when it is heard again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from telegram import Bot

from bot.usecases import hear_telegram
from bot.usecases.desk import Desk
from handlers.hearing import Hearing
from handlers.intake import Intake
from handlers.webhook import Webhook

Told = list[tuple[str, datetime]]
DAY_AND_MORE = timedelta(hours=30)


@asynccontextmanager
async def listening(
    ptb: Bot, desk: Desk, watch: Any, address: str, current: asyncio.Event
) -> AsyncIterator[Webhook]:
    url = f"http://{address}/kait"
    hook = Webhook(
        *(ptb, desk, watch, lambda: None), url=url, listen=address, secret="kunci", look=0.05
    )
    await hook.start()
    async with asyncio.TaskGroup() as tasks:
        hearing = Hearing(desk, watch, current, lambda: None)
        running = tasks.create_task(hook.listen(hearing))
        yield hook
        running.cancel()
    await hook.stop()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """What was done of the pulse, and when by the office's clock."""
    calls: Told = []

    def double(name: str) -> Any:
        async def done(_desk: Any, now: datetime) -> None:
            calls.append((name, now))

        return done

    monkeypatch.setattr(hear_telegram, "hear_telegram", double("heard"))
    return calls


async def test_it_is_kept_once_a_minute_and_a_return_is_told_before_it_is_current(
    desk: Desk, watch: Any, told: Told
) -> None:
    current = asyncio.Event()
    hearing = Hearing(desk, watch, current, lambda: told.append(("changed", watch.now())))
    begun = watch.now()
    for seconds in (0, 30, 61, 90):
        watch.at = begun + timedelta(seconds=seconds)
        await hearing.heard()
        assert current.is_set()
    hearing.lost()
    assert not current.is_set()
    await hearing.heard()
    assert [(name, (at - begun).seconds) for name, at in told] == [
        *(("heard", 0), ("changed", 0), ("heard", 61)),
        *(("heard", 90), ("changed", 90)),
    ]


async def test_what_cannot_be_kept_is_not_current(
    desk: Desk, watch: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a gap is told as soon as the database is there."""

    async def fail(*_: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(hear_telegram, "hear_telegram", fail)
    current = asyncio.Event()
    with pytest.raises(OSError, match="disk full"):
        await Hearing(desk, watch, current, lambda: None).heard()
    assert not current.is_set()


async def test_by_polling_a_line_cut_for_a_day_in_a_running_process_is_told_on_its_return(
    office: Any, telegram: Any, ptb: Bot, desk: Desk, watch: Any, told: Told
) -> None:
    current = asyncio.Event()
    begun = watch.now()
    intake = Intake(ptb, desk, watch, lambda: None, poll=1, current=current)
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(intake.run())
        await telegram.until(current.is_set)
        cut = telegram.faults.add("getUpdates", "502")
        await telegram.until(lambda: not current.is_set())
        watch.at = begun + DAY_AND_MORE
        assert [name for name, _ in told] == ["heard"]
        await telegram.until(current.is_set)
        running.cancel()
    assert not cut.times
    assert [at for name, at in told if name == "heard"] == [begun, begun + DAY_AND_MORE]


async def test_by_webhook_a_database_that_is_away_ends_no_listening(
    telegram: Any, ptb: Bot, desk: Desk, watch: Any, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    async def fail_first(*_: Any) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise OSError("database is locked")

    monkeypatch.setattr(hear_telegram, "hear_telegram", fail_first)
    current = asyncio.Event()
    async with listening(ptb, desk, watch, address, current):
        await telegram.until(current.is_set)
    assert len(tries) == 2


@pytest.mark.parametrize("trouble", ["our line is cut", "its calls do not arrive"])
async def test_by_webhook_the_same_is_told(
    telegram: Any, ptb: Bot, desk: Desk, watch: Any, told: Told, address: str, trouble: str
) -> None:
    current = asyncio.Event()
    begun = watch.now()
    async with listening(ptb, desk, watch, address, current) as hook:
        await telegram.until(current.is_set)
        watch.move(minutes=1)
        if trouble == "our line is cut":
            telegram.faults.add("getWebhookInfo", "502")
        else:
            await hook.stop()
            telegram.person("Ani").start()
        await telegram.until(lambda: not current.is_set())
        watch.at = begun + DAY_AND_MORE
        telegram.updates.waiting.clear()
        await telegram.until(current.is_set)
    silent = begun + timedelta(minutes=2)
    assert [at for _, at in told if at > silent] == [begun + DAY_AND_MORE]
    assert told[0] == ("heard", begun)
