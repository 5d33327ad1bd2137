from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from telegram import Bot

from bot.usecases import keep_updates
from bot.usecases.desk import Desk
from handlers.webhook import SECRET_HEADER, Webhook

SECRET = "kunci-kait"
UPDATE = {"update_id": 1, "message": {"message_id": 1, "date": 0, "chat": {"id": 5}}}


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
async def webhook(
    ptb: Bot, desk: Desk, watch: Any, address: str, told: list[str]
) -> AsyncIterator[Webhook]:
    url = f"http://{address}/kait"
    hook = Webhook(
        ptb, desk, watch, lambda: told.append("kept"), url=url, listen=address, secret=SECRET
    )
    await hook.start()
    yield hook
    await hook.stop()


async def post(address: str, content: bytes | None = None, secret: str = SECRET) -> int:
    headers = {SECRET_HEADER: secret} if secret else {}
    async with httpx.AsyncClient(timeout=60) as client:
        url = f"http://{address}/kait"
        if content is None:
            return (await client.post(url, json=UPDATE, headers=headers)).status_code
        return (await client.post(url, content=content, headers=headers)).status_code


async def waiting(desk: Desk, watch: Any) -> list[int]:
    async with desk.store.look() as uow:
        return [letter.update_id for letter in await uow.inbox.waiting(watch.now(), ())]


async def test_an_update_is_kept_before_it_is_answered(
    webhook: Webhook, address: str, desk: Desk, watch: Any, told: list[str]
) -> None:
    assert await post(address) == 200
    assert await waiting(desk, watch) == [1]
    assert told == ["kept"]


async def test_the_same_update_sent_again_is_kept_once(
    webhook: Webhook, address: str, desk: Desk, watch: Any
) -> None:
    assert [await post(address) for _ in range(3)] == [200, 200, 200]
    assert await waiting(desk, watch) == [1]


@pytest.mark.parametrize("secret", ["", "kunci-lain", "kunci-kaít"])
async def test_without_the_secret_nothing_is_taken(
    webhook: Webhook, address: str, desk: Desk, watch: Any, secret: str
) -> None:
    async with httpx.AsyncClient(timeout=60) as client:
        headers = [(SECRET_HEADER.encode(), secret.encode())] if secret else []
        answer = await client.post(f"http://{address}/kait", json=UPDATE, headers=headers)
    assert answer.status_code == 403
    assert await waiting(desk, watch) == []


async def test_what_could_not_be_kept_is_asked_for_again(
    webhook: Webhook, address: str, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: Any) -> int:
        raise OSError("disk full")

    monkeypatch.setattr(keep_updates, "keep_updates", full)
    assert await post(address) == 503
    assert told == []


async def test_what_is_no_json_is_refused(webhook: Webhook, address: str) -> None:
    assert await post(address, b"bukan json") == 400


async def test_telegram_delivers_to_it_and_confirms(
    webhook: Webhook, telegram: Any, desk: Desk, watch: Any
) -> None:
    telegram.person("Ani").start()
    await telegram.until(lambda: not telegram.updates.current())
    assert await waiting(desk, watch)
    [call] = telegram.called("setWebhook")
    assert call.params["secret_token"] == SECRET
    assert str(call.params.get("drop_pending_updates", False)).lower() == "false"
