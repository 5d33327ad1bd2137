"""The miniature Telegram over real HTTP, a real cabinet, and a clock that stands still."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from telegram import Bot, Update

from bot.rehearsal.telegram import Chat, Person, Telegram
from bot.usecases.desk import Call, Desk, Reply
from handlers import buttons, commands, members, room
from handlers.application import build_application, open_application
from handlers.courier import TelegramCourier
from handlers.room import App, furnish
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore
from tests.handlers.front import Done, Front

MORNING = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)


class Watch:
    def __init__(self) -> None:
        self.at = MORNING

    def now(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class Office:
    telegram: Telegram
    group: Chat
    ani: Person
    budi: Person


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
async def telegram(watch: Watch) -> AsyncIterator[Telegram]:
    """Without flood control: what is tested here is not the pace."""
    async with Telegram(watch.now, flood=None, webhook_pause=0.02) as miniature:
        yield miniature


@pytest.fixture
def office(telegram: Telegram) -> Office:
    """Ani, an administrator, has opened the private chat; Budi has not."""
    ani, budi = telegram.person("Ani", "ani"), telegram.person("Budi")
    group = telegram.group("Kinerja DPMD", [ani, budi], [ani])
    group.add_bot(ani)
    ani.start()
    budi.met = True
    return Office(telegram, group, ani, budi)


@pytest.fixture
async def ptb(telegram: Telegram) -> AsyncIterator[Bot]:
    root = telegram.url
    bot = Bot(telegram.bot.token, base_url=f"{root}/bot", base_file_url=f"{root}/file/bot")
    async with bot:
        yield bot


@pytest.fixture
def cabinet(tmp_path: Path) -> FileCabinet:
    return FileCabinet(tmp_path)


@pytest.fixture
def courier(ptb: Bot, cabinet: FileCabinet) -> TelegramCourier:
    return TelegramCourier(ptb, cabinet)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    async with SqlStore(f"sqlite+aiosqlite:///{tmp_path / 'himpun.db'}") as opened:
        yield opened


@pytest.fixture
def desk(store: SqlStore, cabinet: FileCabinet) -> Desk:
    """Intake touches neither the calendar nor the SOP."""
    none = cast(Any, None)
    return Desk(store, cabinet, none, none, "himpun_bot")


@pytest.fixture
async def application(telegram: Any, desk: Desk, watch: Any) -> AsyncIterator[App]:
    built = build_application(telegram.bot.token, telegram.url)
    await open_application(built)
    furnish(built, desk, watch)
    yield built
    await built.shutdown()


@pytest.fixture
def front(application: App, telegram: Any, office: Any, monkeypatch: pytest.MonkeyPatch) -> Front:
    done: list[Done] = []
    seen = len(telegram.updates.history)

    async def perform(_desk: Desk, call: Call, usecase: Any, *args: Any, **more: Any) -> Reply:
        done.append(Done(usecase.__name__, call, args, more))
        return made.reply

    async def feed() -> list[Done]:
        nonlocal seen
        done.clear()
        fresh, seen = telegram.updates.history[seen:], len(telegram.updates.history)
        for raw in fresh:
            await application.process_update(Update.de_json(raw, application.bot))
        return list(done)

    for module in (room, commands, buttons, members):
        monkeypatch.setattr(module, "perform", perform)
    made = Front(feed)
    return made
