"""An office on the miniature Telegram, spoken to over real HTTP."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from telegram import Bot as PtbBot

from bot.rehearsal.telegram import Chat, Person, Telegram


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Office:
    telegram: Telegram
    watch: Watch
    group: Chat
    kasubbag: Person
    irban: Person
    stranger: Person


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
async def telegram(watch: Watch) -> AsyncIterator[Telegram]:
    miniature = Telegram(watch, flood=None, webhook_pause=0.02)
    await miniature.open()
    yield miniature
    await miniature.close()


@pytest.fixture
def office(telegram: Telegram, watch: Watch) -> Office:
    """A group with the bot in it; only the Kasubbag has opened the private chat."""
    kasubbag = telegram.person("Kasubbag Perencanaan", "kasubbag")
    irban = telegram.person("Irban II")
    stranger = telegram.person("Orang Luar")
    group = telegram.group("Kinerja DPMD", [kasubbag, irban], [kasubbag])
    group.add_bot(kasubbag)
    kasubbag.start()
    irban.met = True  # the bot has read of him in the group
    return Office(telegram, watch, group, kasubbag, irban, stranger)


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(timeout=60) as client:
        yield client


@pytest.fixture
def call(telegram: Telegram, http: httpx.AsyncClient) -> Callable[..., Awaitable[Any]]:
    """call("getMe") gives the answer's JSON; parameters go as JSON."""

    async def ask(method: str, **params: Any) -> Any:
        url = f"{telegram.url}/bot{telegram.bot.token}/{method}"
        return (await http.post(url, json=params)).json()

    return ask


@pytest.fixture
async def ptb(telegram: Telegram) -> AsyncIterator[PtbBot]:
    root = telegram.url
    async with PtbBot(
        telegram.bot.token, base_url=f"{root}/bot", base_file_url=f"{root}/file/bot"
    ) as bot:
        yield bot
