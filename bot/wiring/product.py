"""The running bot, put together."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from bot.papers.format_file import SHIPPED as SHIPPED_FORMAT
from bot.papers.format_file import parse_format
from bot.papers.own_templates import read_templates, use
from bot.ports import Clock, Store
from bot.rules.pace import Pace
from bot.rules.procedures import Procedures
from bot.settings import Settings
from bot.usecases.desk import Desk
from bot.wiring.office_files import SOPS, procedures
from bot.wiring.serving import Serving
from bot.wiring.system_clock import SystemClock
from bot.wiring.watched import Watched
from handlers.application import build_application, open_application
from handlers.courier import TelegramCourier
from handlers.room import furnish
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore


@dataclass(frozen=True, slots=True)
class Product:
    """The running bot. `ring` makes it look again, as when a rehearsal's clock was moved."""

    desk: Desk
    ring: Callable[[], None]
    serve: Callable[[asyncio.Event], Coroutine[Any, Any, None]]


@asynccontextmanager
async def build(
    settings: Settings, clock: Clock | None = None, pace: Pace | None = None
) -> AsyncIterator[Product]:
    """The whole product around these settings, ready to serve.

    Raises SopFaults, CalendarFaults, OfficeFileFaults, OwnFilesFaulty, StorageFault, TokenRefused
    before anything is served.
    """
    if settings.bot_token is None:
        raise ValueError("no token")
    use(read_templates(settings.data_dir))
    clock = clock or SystemClock()
    async with AsyncExitStack() as held:
        store = await held.enter_async_context(SqlStore(settings.database))
        cabinet = FileCabinet(settings.data_dir)
        async with store.look() as uow:
            works_by = procedures(settings, await uow.offices.all())
        application = build_application(settings.bot_token.get_secret_value(), settings.bot_api_url)
        me = await open_application(application)
        held.push_async_callback(application.shutdown)
        watched = Watched(store)
        desk = furnished_desk(settings, watched, cabinet, works_by, me.username or "")
        furnish(application, desk, clock)
        courier = TelegramCourier(application.bot, cabinet)
        serving = Serving(settings, desk, watched, application, courier, clock, pace or Pace())
        yield Product(desk, serving.ring, serving.serve)


def furnished_desk(
    settings: Settings, store: Store, cabinet: FileCabinet, works_by: Procedures, bot_name: str
) -> Desk:
    return Desk(
        store=store,
        cabinet=cabinet,
        procedures=works_by,
        form=parse_format((SOPS / SHIPPED_FORMAT).read_text("utf-8")),
        bot_name=bot_name,
        owner=settings.owner_id,
    )
