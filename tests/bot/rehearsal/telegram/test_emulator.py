import asyncio
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest

from bot.rehearsal.telegram import BrokenRules, NotSeen, Telegram, Upload


async def test_until_ends_as_soon_as_something_is_seen(office: Any, call: Any) -> None:
    waiting = asyncio.ensure_future(office.telegram.until(lambda: office.group.find("Mohon")))
    await asyncio.sleep(0)
    await call("sendMessage", chat_id=office.group.id, text="Mohon LHP")
    assert (await asyncio.wait_for(waiting, 30)).text == "Mohon LHP"


async def test_until_that_fails_shows_what_came_instead(office: Any, call: Any) -> None:
    await call("sendMessage", chat_id=office.group.id, text="Selamat pagi")
    with pytest.raises(NotSeen) as failed:
        await office.telegram.until(lambda: office.group.find("Mohon"), seconds=0.05)
    assert "Selamat pagi" in str(failed.value)
    assert "sendMessage" in str(failed.value)


async def test_until_waits_for_what_cannot_be_looked_at_yet(office: Any, call: Any) -> None:
    seen = office.telegram.until(lambda: office.group.last.text == "Mohon LHP")
    waiting = asyncio.ensure_future(seen)
    await asyncio.sleep(0)
    await call("sendMessage", chat_id=office.group.id, text="Mohon LHP")
    assert await asyncio.wait_for(waiting, 30)


async def test_the_context_manager_checks_the_rules(watch: Any) -> None:
    with pytest.raises(BrokenRules, match="sendTelegram"):
        async with Telegram(watch) as telegram, httpx.AsyncClient(timeout=60) as client:
            await client.get(f"{telegram.url}/bot{telegram.bot.token}/sendTelegram")


async def test_calls_are_logged_without_file_contents(office: Any, ptb: Any) -> None:
    await ptb.send_document(office.group.id, b"rahasia", filename="LHP.pdf")
    logged = office.telegram.called("sendDocument")[0]
    assert logged.code == 200
    assert logged.params["document"] == "<LHP.pdf, 7 byte>"
    assert "rahasia" not in str(logged)
    assert logged.at == office.watch()


async def test_the_clock_is_told_over_http(office: Any, http: httpx.AsyncClient) -> None:
    told = (await http.get(f"{office.telegram.url}/clock")).text
    assert datetime.fromisoformat(told) == office.watch()


async def test_whoever_waits_for_the_clock_is_woken_when_it_moves(
    office: Any, http: httpx.AsyncClient
) -> None:
    url = f"{office.telegram.url}/clock"
    after = office.watch().isoformat()
    waiting = asyncio.ensure_future(http.get(url, params={"after": after}))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    office.watch.move(minutes=5)
    office.telegram.clock_moved()
    assert datetime.fromisoformat((await waiting).text) == office.watch()


async def test_closing_releases_whoever_still_waits(watch: Any) -> None:
    telegram = await Telegram(watch).open()
    async with httpx.AsyncClient(timeout=60) as client:
        url = f"{telegram.url}/bot{telegram.bot.token}/getUpdates"
        poll = asyncio.ensure_future(client.get(url, params={"timeout": 50}))
        await telegram.until(lambda: telegram.updates.polls)
        await asyncio.wait_for(telegram.close(), 30)
        await asyncio.wait_for(asyncio.gather(poll, return_exceptions=True), 30)


async def test_a_transcript_reads_as_people_saw_it(office: Any, call: Any) -> None:
    await call(
        "sendMessage",
        chat_id=office.group.id,
        text="Mohon LHP",
        reply_markup={"inline_keyboard": [[{"text": "Nihil", "callback_data": "n"}]]},
    )
    asked = office.group.last
    sent = office.irban.sends(office.group, Upload("LHP.pdf", b"x" * 1234), "LHP", asked)[0]
    sent.reactions = ["👍"]
    page = office.telegram.transcript(office.group, ZoneInfo("Asia/Makassar"))
    assert page.splitlines()[0] == "Percakapan grup Kinerja DPMD"
    assert page.endswith(
        "#2 23-11-2026 08.00 Himpun\n"
        "    Mohon LHP\n"
        "    [Nihil]\n"
        "\n"
        "#3 23-11-2026 08.00 Irban II (membalas #2)\n"
        "    Berkas: LHP.pdf (1 KB)\n"
        "    LHP\n"
        "    Reaksi: 👍\n"
        "\n"
    )
