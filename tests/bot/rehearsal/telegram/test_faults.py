"""Bad days on purpose, as an ordinary HTTP client and PTB live through them."""

from time import monotonic
from typing import Any

import httpx
import pytest
from telegram import Bot as PtbBot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.rehearsal.telegram import DOWNLOAD, BrokenRules, Flood, Upload
from bot.rehearsal.telegram.flood import FloodGate


async def test_a_429_on_purpose_names_its_seconds_and_is_no_flood(
    office: Any, http: httpx.AsyncClient
) -> None:
    office.telegram.faults.add("sendMessage", "429", retry_after=7)
    url = f"{office.telegram.url}/bot{office.telegram.bot.token}/sendMessage"
    answer = await http.post(url, json={"chat_id": office.group.id, "text": "x"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")
    assert answer.json()["parameters"] == {"retry_after": 7}
    assert answer.json()["description"] == "Too Many Requests: retry after 7"
    office.telegram.check()


@pytest.mark.parametrize(
    ("kind", "details", "error", "applied"),
    [
        ("429", {"retry_after": 3}, RetryAfter, False),
        ("500", {}, NetworkError, False),
        ("502", {}, NetworkError, False),
        ("refuse", {}, NetworkError, False),
        ("lost", {}, NetworkError, True),
        ("timeout", {}, TimedOut, False),
        (
            "error",
            {"code": 403, "description": "Forbidden: bot was blocked by the user"},
            Forbidden,
            False,
        ),
        ("error", {"code": 400, "description": "Bad Request: x"}, BadRequest, False),
    ],
)
async def test_ptb_meets_each_fault_once(
    office: Any,
    ptb: PtbBot,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    details: Any,
    error: type[Exception],
    applied: bool,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # or reading RetryAfter is a deprecation warning
    office.telegram.faults.add("sendMessage", kind, **details)
    with pytest.raises(error):
        await ptb.send_message(office.group.id, "a", read_timeout=0.3)
    assert bool(office.group.find("a")) is applied
    await ptb.send_message(office.group.id, "b")
    assert office.group.last.text == "b"


async def test_a_fault_waits_its_turn_and_knows_its_chat(office: Any, call: Any) -> None:
    office.telegram.faults.add("sendMessage", "500", chat=office.group.id, after=1, times=2)
    group = [(await call("sendMessage", chat_id=office.group.id, text="x"))["ok"] for _ in "1234"]
    private = await call("sendMessage", chat_id=office.kasubbag.id, text="x")
    assert group == [True, False, False, True]
    assert private["ok"]


@pytest.mark.parametrize("kind", ["cut", "short"])
async def test_a_download_can_break_off(office: Any, call: Any, http: Any, kind: str) -> None:
    file = office.kasubbag.sends(office.kasubbag.chat, Upload("a.pdf", b"x" * 1000))[0].file
    path = (await call("getFile", file_id=file.file_id))["result"]["file_path"]
    url = f"{office.telegram.url}/file/bot{office.telegram.bot.token}/{path}"
    office.telegram.faults.add(DOWNLOAD, kind)
    if kind == "cut":
        with pytest.raises(httpx.RemoteProtocolError):
            await http.get(url)
    else:
        assert len((await http.get(url)).content) == 500
    assert len((await http.get(url)).content) == 1000


async def test_a_slow_download_comes_late_and_whole(office: Any, call: Any, http: Any) -> None:
    file = office.kasubbag.sends(office.kasubbag.chat, Upload("a.pdf", b"x" * 1000))[0].file
    path = (await call("getFile", file_id=file.file_id))["result"]["file_path"]
    office.telegram.faults.add("*", "slow", seconds=0.05, times=2)
    started = monotonic()
    url = f"{office.telegram.url}/file/bot{office.telegram.bot.token}/{path}"
    assert len((await http.get(url)).content) == 1000
    assert monotonic() - started >= 0.05


async def test_real_flooding_is_refused_noted_and_fails_the_check(office: Any, call: Any) -> None:
    office.telegram.exchange.gate = FloodGate(Flood(), lambda: 0.0)  # within one moment
    answers = [await call("sendMessage", chat_id=office.group.id, text="x") for _ in range(5)]
    assert [answer["ok"] for answer in answers] == [True, True, True, False, False]
    assert answers[-1]["parameters"] == {"retry_after": 1}
    assert len(office.group.from_bot) == 3
    assert office.telegram.floods[0].limit == "chat_per_second"
    with pytest.raises(BrokenRules, match="chat_per_second"):
        office.telegram.check()


async def test_ptb_tells_a_migration_and_a_wrong_token(office: Any, ptb: PtbBot) -> None:
    new = office.group.migrate()
    with pytest.raises(ChatMigrated) as moved:
        await ptb.send_message(office.group.id, "x")
    assert moved.value.new_chat_id == new.id
    stranger = PtbBot("1:x", base_url=f"{office.telegram.url}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


async def test_a_hook_sees_calls_before_and_after_and_may_drop_them(office: Any, call: Any) -> None:
    moments: list[tuple[str, str]] = []
    office.telegram.on_call = lambda name, _, moment: moments.append((name, moment))
    await call("sendMessage", chat_id=office.group.id, text="a")
    assert moments == [("sendMessage", "before"), ("sendMessage", "after")]
    office.telegram.on_call = lambda _, __, moment: moment == "after"
    with pytest.raises(httpx.RemoteProtocolError):
        await call("sendMessage", chat_id=office.group.id, text="b")
    assert office.group.last.text == "a"
    assert office.telegram.calls[-1].applied is False
