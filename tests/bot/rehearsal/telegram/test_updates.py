import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from telegram import Bot as PtbBot
from telegram.error import Conflict


@pytest.fixture
def quiet(office: Any) -> Any:
    """The office without the updates of its set-up."""
    office.telegram.updates.waiting.clear()
    return office


def texts(answer: Any) -> list[str]:
    return [update["message"]["text"] for update in answer["result"]]


async def test_updates_stay_until_an_offset_confirms_them(
    quiet: Any, call: Callable[..., Any]
) -> None:
    for text in ("a", "b", "c"):
        quiet.kasubbag.says(quiet.kasubbag.chat, text)
    first = await call("getUpdates")
    assert texts(first) == texts(await call("getUpdates")) == ["a", "b", "c"]
    numbers = [update["update_id"] for update in first["result"]]
    assert numbers == list(range(numbers[0], numbers[0] + 3))
    assert texts(await call("getUpdates", offset=numbers[1])) == ["b", "c"]
    assert texts(await call("getUpdates")) == ["b", "c"]


async def test_limit_and_negative_offset(quiet: Any, call: Callable[..., Any]) -> None:
    for text in ("a", "b", "c"):
        quiet.kasubbag.says(quiet.kasubbag.chat, text)
    assert texts(await call("getUpdates", limit=2)) == ["a", "b"]
    assert texts(await call("getUpdates", offset=-1)) == ["c"]


async def test_a_long_poll_ends_as_soon_as_somebody_writes(
    quiet: Any, call: Callable[..., Any]
) -> None:
    poll = asyncio.ensure_future(call("getUpdates", timeout=50))
    await quiet.telegram.until(lambda: quiet.telegram.updates.polls)
    quiet.kasubbag.says(quiet.kasubbag.chat, "a")
    assert texts(await asyncio.wait_for(poll, 30)) == ["a"]


async def test_a_long_poll_ends_when_the_clock_is_moved_past_its_end(
    quiet: Any, call: Callable[..., Any]
) -> None:
    poll = asyncio.ensure_future(call("getUpdates", timeout=50))
    await quiet.telegram.until(lambda: quiet.telegram.updates.polls)
    quiet.watch.move(seconds=51)
    quiet.telegram.clock_moved()
    assert texts(await asyncio.wait_for(poll, 30)) == []


async def test_the_older_of_two_pollers_is_ended(quiet: Any, call: Callable[..., Any]) -> None:
    older = asyncio.ensure_future(call("getUpdates", timeout=50))
    await quiet.telegram.until(lambda: quiet.telegram.updates.polls == 1)
    newer = asyncio.ensure_future(call("getUpdates", timeout=50))
    said = (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    ended = await asyncio.wait_for(older, 30)
    assert (ended["error_code"], ended["description"]) == (409, said)
    quiet.kasubbag.says(quiet.kasubbag.chat, "a")
    assert texts(await newer) == ["a"]


async def test_polling_with_a_webhook_set_is_a_conflict(telegram: Any, ptb: PtbBot) -> None:
    await ptb.set_webhook("https://contoh.go.id/")
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await ptb.get_updates()
    await ptb.delete_webhook()
    assert await ptb.get_updates() == ()


async def test_a_poller_that_dies_leaves_no_trace(quiet: Any, call: Callable[..., Any]) -> None:
    url = f"{quiet.telegram.url}/bot{quiet.telegram.bot.token}/getUpdates"
    with pytest.raises(httpx.ReadTimeout):
        async with httpx.AsyncClient(timeout=httpx.Timeout(60, read=0.2)) as client:
            await client.get(url, params={"timeout": 20})
    quiet.kasubbag.says(quiet.kasubbag.chat, "a")
    assert texts(await call("getUpdates")) == ["a"]


@pytest.mark.parametrize(("hours", "left"), [(23.9, ["a"]), (24, [])])
async def test_messages_wait_a_day(
    quiet: Any, call: Callable[..., Any], hours: float, left: list[str]
) -> None:
    quiet.kasubbag.says(quiet.kasubbag.chat, "a")
    quiet.watch.move(hours=hours)
    assert texts(await call("getUpdates")) == left


@pytest.mark.parametrize(("seconds", "count"), [(149, 1), (150, 0)])
async def test_taps_wait_two_and_a_half_minutes(
    quiet: Any, call: Callable[..., Any], seconds: float, count: int
) -> None:
    await call("sendMessage", chat_id=quiet.group.id, text="x")
    quiet.irban.presses(quiet.group.last, "d")
    quiet.watch.move(seconds=seconds)
    assert len((await call("getUpdates"))["result"]) == count


async def test_only_wanted_kinds_are_kept_and_remembered(
    quiet: Any, call: Callable[..., Any]
) -> None:
    await call("getUpdates", allowed_updates=["callback_query"])
    quiet.kasubbag.says(quiet.kasubbag.chat, "a")
    assert texts(await call("getUpdates")) == []
    await call("getUpdates", allowed_updates=[])
    quiet.kasubbag.says(quiet.kasubbag.chat, "b")
    assert texts(await call("getUpdates")) == ["b"]


async def test_an_update_can_come_again(quiet: Any, call: Callable[..., Any]) -> None:
    quiet.kasubbag.says(quiet.kasubbag.chat, "a")
    number = (await call("getUpdates"))["result"][0]["update_id"]
    assert texts(await call("getUpdates", offset=number + 1)) == []
    quiet.telegram.updates.again(number)
    assert texts(await call("getUpdates")) == ["a"]


async def test_whoever_shows_the_chats_hears_of_every_change(quiet: Any) -> None:
    changed = asyncio.ensure_future(quiet.telegram.changed(30))
    await asyncio.sleep(0)
    quiet.irban.says(quiet.group, "selamat pagi")
    assert await changed is True
    assert await quiet.telegram.changed(0.01) is False


async def test_polls_that_bring_nothing_are_not_logged(
    quiet: Any, call: Callable[..., Any]
) -> None:
    await call("getUpdates")
    quiet.kasubbag.says(quiet.kasubbag.chat, "a")
    await call("getUpdates")
    assert len(quiet.telegram.called("getUpdates")) == 1
