"""A whole run by webhook: the secret, redelivery, and 503 while nothing can be kept."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest

from bot.rehearsal.day import office_day
from bot.rehearsal.stage import Stage
from bot.rehearsal.theatre import Play, bot_on, telegram_for
from storage.engine import PRAGMAS
from tests.invariants.staging import answered, rows

pytestmark = pytest.mark.slow

HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def by_webhook(play: Play, address: str) -> Play:
    return replace(play, webhook_listen=address)


@pytest.fixture
async def listening(by_webhook: Play) -> AsyncIterator[Stage]:
    async with telegram_for(by_webhook) as stage, bot_on(stage, by_webhook):
        await stage.telegram.until(lambda: stage.telegram.state.webhook.url)
        yield stage


async def test_a_whole_day_runs_by_webhook(by_webhook: Play) -> None:
    async with telegram_for(by_webhook) as stage, bot_on(stage, by_webhook):
        recap = await office_day(stage)
        assert recap.file is not None
        assert stage.telegram.called("getUpdates") == []


async def test_a_call_without_the_secret_is_turned_away_and_kept_nowhere(
    listening: Stage, by_webhook: Play
) -> None:
    hook = listening.telegram.state.webhook
    update = {"update_id": 666, "message": {"chat": {"id": 1, "type": "private"}}}
    async with httpx.AsyncClient(timeout=60) as http:
        for given in ({}, {HEADER: "salah"}, {HEADER: hook.secret + "x"}):
            assert (await http.post(hook.url, json=update, headers=given)).status_code == 403
        elsewhere = hook.url.rsplit("/", 1)[0] + "/lain"
        assert (await http.post(elsewhere, json=update)).status_code == 404
    assert rows(by_webhook, "SELECT 1 FROM inbox WHERE update_id = 666") == []


async def test_an_update_delivered_again_is_kept_and_answered_once(
    listening: Stage, by_webhook: Play
) -> None:
    stage, person = listening, listening.orderer
    person.start()
    await stage.telegram.until(lambda: person.chat.from_bot)
    await answered(stage, person)
    before = len(person.chat.from_bot)
    hook = stage.telegram.state.webhook
    async with httpx.AsyncClient(timeout=60) as http:
        for raw in stage.telegram.updates.history * 2:
            reply = await http.post(hook.url, json=raw, headers={HEADER: hook.secret})
            assert reply.status_code == 200
    await answered(stage, person)
    assert len(person.chat.from_bot) == before + 1
    kept = rows(by_webhook, "SELECT count(*) FROM inbox")[0][0]
    assert kept == len(stage.telegram.updates.history)


async def test_a_locked_database_is_answered_503_and_telegram_sends_again(
    by_webhook: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRAGMAS, "busy_timeout", 100)
    async with telegram_for(by_webhook) as stage, bot_on(stage, by_webhook):
        await stage.telegram.until(lambda: stage.telegram.state.webhook.url)
        stage.orderer.start()
        await stage.telegram.until(lambda: stage.orderer.chat.from_bot)
        kept = by_webhook.data_dir / "himpun.db"
        lock = sqlite3.connect(kept, isolation_level=None, timeout=60, check_same_thread=False)
        # off the loop, where the bot may just be writing
        await asyncio.to_thread(lock.execute, "BEGIN IMMEDIATE")
        person = stage.cast["irban-1"]
        person.start()
        trouble = await stage.telegram.until(lambda: stage.telegram.state.webhook_trouble)
        assert "503" in trouble[1]
        assert person.chat.from_bot == []
        lock.execute("ROLLBACK")
        lock.close()
        await stage.telegram.until(lambda: person.chat.from_bot, seconds=stage.patience)


async def test_what_waited_at_telegram_is_taken_before_anybody_is_reminded(
    by_webhook: Play,
) -> None:
    """The first delivery after an outage may be the late file itself."""
    async with telegram_for(by_webhook) as stage:
        stage.orderer.start()
        async with bot_on(stage, by_webhook):
            await stage.telegram.until(lambda: stage.orderer.chat.from_bot)
            waiting = await stage.telegram.until(lambda: asked_until_none_waited(stage))
        assert waiting == sorted(waiting, reverse=True)


def asked_until_none_waited(stage: Stage) -> list[int]:
    """How many updates waited each time that the bot asked, once none did."""
    counts = [c.result["pending_update_count"] for c in stage.telegram.called("getWebhookInfo")]
    return counts if counts and counts[-1] == 0 else []
