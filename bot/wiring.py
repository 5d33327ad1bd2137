"""The only place where the floors meet, and the only reader of the wall clock."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import SecretStr

import bot
from bot.calendars.file import load_calendar
from bot.calendars.own_files import own_folders
from bot.heartbeat import Heartbeat, Outbox
from bot.papers.format_file import SHIPPED as SHIPPED_FORMAT
from bot.papers.format_file import parse_format
from bot.papers.office_file import SHIPPED as SHIPPED_OFFICE
from bot.papers.office_file import load_office_file
from bot.papers.own_templates import read_templates, use
from bot.ports import Clock, TakenOver, UnitOfWork
from bot.ports import Store as Store
from bot.rules.office_settings import OfficeSettings
from bot.rules.pace import Pace
from bot.rules.people import Office
from bot.rules.procedures import OwnFilesFaulty, Procedure, Procedures
from bot.rules.sop_file import parse_sop
from bot.settings import Settings as Settings
from bot.usecases.desk import Desk
from handlers.application import build_application, open_application
from handlers.courier import TelegramCourier
from handlers.hearing import Hearing
from handlers.intake import Intake
from handlers.letters import Letters
from handlers.menus import set_menus
from handlers.redaction import set_up_logging as set_up_logging
from handlers.room import App, furnish
from handlers.webhook import Webhook
from storage.cabinet import FileCabinet
from storage.faults import AnotherInstance, StorageFault
from storage.integrity import check_made
from storage.unit_of_work import SqlStore

log = logging.getLogger(__name__)

SOPS = Path(bot.__file__).parent / "sops"
SHIPPED_SOP = SOPS / "dpmd_jeneponto.toml"
GRACE = 8.0  # seconds: SIGTERM ends the bot within ten


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - here and nowhere else


@dataclass(frozen=True, slots=True)
class Product:
    """The running bot. `ring` makes it look again, as when a rehearsal's clock was moved."""

    desk: Desk
    ring: Callable[[], None]
    serve: Callable[[asyncio.Event], Coroutine[Any, Any, None]]


def procedures(settings: Settings, offices: Sequence[Office] = ()) -> Procedures:
    """What the offices work by; `offices` are those to be named where a file of theirs is at
    fault. Raises SopFaults, CalendarFaults, OfficeFileFaults, OwnFilesFaulty."""
    sop = parse_sop((settings.sop_file or SHIPPED_SOP).read_text("utf-8"))
    calendar = load_calendar(settings.calendar_file, settings.timezone)
    shared = Procedure(sop, calendar, office_settings(settings))
    folders = own_folders(settings.data_dir, settings.timezone, load_office_file)
    titles = {office.id: office.title for office in offices}
    faults = [fault for folder in folders for fault in folder.faults]
    if faults:
        named = (replace(fault, title=titles.get(fault.office, "")) for fault in faults)
        raise OwnFilesFaulty(tuple(named))
    own = {f.office: f.over(shared) for f in folders if f.office is not None}
    return Procedures(shared, own)


def office_settings(settings: Settings) -> OfficeSettings:
    """The shipped file's kop is that of the shipped SOP's office. Raises OfficeFileFaults."""
    found = load_office_file(settings.office_file or SOPS / SHIPPED_OFFICE)
    foreign = settings.office_file is None and settings.sop_file is not None
    return found.of_another_office() if foreign else found


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
        yield assemble(settings, desk, watched, application, courier, clock, pace or Pace())


def assemble(
    settings: Settings,
    desk: Desk,
    store: "Watched",
    application: App,
    courier: TelegramCourier,
    clock: Clock,
    pace: Pace,
) -> Product:
    current = asyncio.Event()
    outbox = Outbox(desk, courier, clock, pace)
    heartbeat = Heartbeat(desk, clock, outbox.ring, current=current.is_set)

    def look_again() -> None:
        outbox.ring()
        heartbeat.ring()

    letters = Letters(application, desk, clock, look_again)
    workers = (letters, outbox, heartbeat)

    def ring() -> None:
        letters.ring()
        look_again()

    take_in = intake(settings, application, desk, clock, ring, current)

    async def serve(stopping: asyncio.Event) -> None:
        """Until `stopping` is set; then what is in hand is finished, the rest is kept."""
        async with asyncio.TaskGroup() as tasks:
            menus = tasks.create_task(set_menus(application.bot))
            arriving = tasks.create_task(take_in())
            working = [tasks.create_task(worker.run()) for worker in workers]
            await first(stopping, store.lost, arriving)
            arriving.cancel()
            menus.cancel()
            for worker in workers:
                worker.stop()
            _done, late = await asyncio.wait(working, timeout=GRACE)
            for task in late:
                task.cancel()
        if store.lost.is_set():
            raise AnotherInstance

    return Product(desk, ring, serve)


async def first(
    stopping: asyncio.Event, lost: asyncio.Event, arriving: "asyncio.Task[None]"
) -> None:
    """Returns when it is time to stop, when the database is lost to a newer process, or when the
    intake ended by itself (its fault is raised by the group that runs it)."""
    waiting = {asyncio.ensure_future(event.wait()) for event in (stopping, lost)}
    try:
        await asyncio.wait({*waiting, arriving}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for one in waiting:
            one.cancel()


class Watched:
    """The store, and word of it as soon as a newer process has taken it over."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.lost = asyncio.Event()

    @asynccontextmanager
    async def work(self, update_id: int | None = None) -> AsyncIterator[UnitOfWork]:
        try:
            async with self._store.work(update_id) as uow:
                yield uow
        except TakenOver:
            self.lost.set()
            raise

    def look(self) -> AbstractAsyncContextManager[UnitOfWork]:
        return self._store.look()


def intake(
    settings: Settings,
    application: App,
    desk: Desk,
    clock: Clock,
    kept: Callable[[], None],
    current: asyncio.Event,
) -> Callable[[], Coroutine[Any, Any, None]]:
    """By webhook where WEBHOOK_URL is set, else by polling."""
    if settings.webhook_url is None:
        return Intake(application.bot, desk, clock, kept, current=current).run
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    webhook = Webhook(
        application.bot,
        desk,
        clock,
        kept,
        url=settings.webhook_url,
        listen=settings.webhook_listen,
        secret=secret,
    )

    async def listen() -> None:
        await webhook.start()
        try:
            await webhook.listen(Hearing(desk, clock, current, kept))
        finally:
            await webhook.stop()

    return listen


def rehearsed(
    api_url: str,
    token: str,
    data_dir: Path,
    *,
    sop_file: Path | None = None,
    calendar_file: Path | None = None,
    database_url: str = "",
    owner_id: int | None = None,
    webhook_listen: str = "",
) -> Settings:
    """Settings of a rehearsal: nothing of the environment or of a .env enters them.

    By polling, or by webhook where it listens at a host:port of this machine.
    """
    webhook: dict[str, Any] = {
        "webhook_url": f"http://{webhook_listen}/himpun",
        "webhook_listen": webhook_listen,
        "webhook_secret": SecretStr("rehearsal-only"),
    }
    return Settings.model_construct(
        bot_token=SecretStr(token),
        bot_api_url=api_url,
        data_dir=data_dir,
        sop_file=sop_file,
        calendar_file=calendar_file,
        database_url=SecretStr(database_url) if database_url else None,
        owner_id=owner_id,
        **(webhook if webhook_listen else {}),
    )


@asynccontextmanager
async def onlooker(settings: Settings) -> AsyncIterator[Store | None]:
    """What a bot keeps, to be looked at from another process; None where there is nothing yet."""
    try:
        check_made(settings.database)
        store = SqlStore(settings.database, alone=False)
        await store.open()
    except StorageFault:
        yield None
        return
    try:
        yield store
    finally:
        await store.close()
