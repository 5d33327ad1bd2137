"""The unchanged product on a Telegram of its own: in this process, or as a child of it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot import wiring
from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.process import Child
from bot.rehearsal.stage import Stage, set_stage, unknown
from bot.rehearsal.telegram import Flood, Telegram
from bot.rules.pace import Pace

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)  # before all that is kept
MONDAY = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)  # 23 November 2026, 07.30 WITA
SPEED = 60  # a rehearsal's second is a sixtieth of Telegram's


@dataclass(frozen=True, slots=True)
class Play:
    """What is rehearsed. `database_url` is SQLite in `data_dir` where it is empty."""

    data_dir: Path
    sop_file: Path | None = None
    calendar_file: Path | None = None
    database_url: str = ""
    start: datetime = MONDAY
    speed: float = SPEED
    owner_id: int | None = None
    webhook_listen: str = ""  # a host:port of this machine; by polling where it is empty
    log_level: str = "INFO"  # of a child process, in JSON


@asynccontextmanager
async def telegram_for(
    play: Play, say: Callable[[str], None] = lambda _line: None
) -> AsyncIterator[Stage]:
    """A Telegram with the SOP's people in one group; the bot is not there yet."""
    clock = RehearsalClock(play.start)
    async with Telegram(clock.now, Flood().scaled(play.speed)) as telegram:
        clock.on_move(telegram.clock_moved)
        works_by = wiring.procedures(settings_of(play, telegram)).shared
        yield set_stage(telegram, clock, works_by.sop, works_by.calendar, say)


def settings_of(play: Play, telegram: Telegram) -> wiring.Settings:
    return wiring.rehearsed(
        telegram.url,
        telegram.bot.token,
        play.data_dir,
        sop_file=play.sop_file,
        calendar_file=play.calendar_file,
        database_url=play.database_url,
        owner_id=play.owner_id,
        webhook_listen=play.webhook_listen,
    )


@asynccontextmanager
async def bot_on(stage: Stage, play: Play) -> AsyncIterator[wiring.Product]:
    """The bot, embedded; it stops in order when the block is left."""
    settings = settings_of(play, stage.telegram)
    pace = Pace(speed=play.speed)
    async with wiring.build(settings, stage.clock, pace) as product:
        stage.clock.on_move(product.ring)
        stage.busy = partial(busy, stage, product)
        stopping = asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(product.serve(stopping))
            try:
                yield product
            finally:
                stage.busy = unknown
                stopping.set()


async def busy(stage: Stage, product: wiring.Product) -> bool:
    """Whether a letter, a limit or an errand waits that may be worked on at this moment.

    In the order in which one makes the next, so that nothing slips by between two looks.
    """
    now = stage.clock.now()
    if stage.telegram.updates.current():
        return True
    async with product.desk.store.look() as seen:
        if await seen.inbox.kept_since(BEGINNING):
            return True
        looks = (await seen.runs.next_look(), await seen.approvals.next_look())
        waits = (*looks, await seen.errands.next_at(BEGINNING))
    return any(at is not None and at <= now for at in waits)


@asynccontextmanager
async def child_on(stage: Stage, play: Play) -> AsyncIterator[Child]:
    """The bot as a process of its own, which can be killed and started again."""
    child = Child(arguments_of(stage, play), play.data_dir / "bot.log")
    await child.start()
    try:
        yield child
    finally:
        await child.stop()


def arguments_of(stage: Stage, play: Play) -> list[str]:
    """What bot.rehearsal.child is started with."""
    given = {
        "--api-url": stage.telegram.url,
        "--token": stage.telegram.bot.token,
        "--data-dir": play.data_dir,
        "--sop-file": play.sop_file,
        "--calendar-file": play.calendar_file,
        "--database-url": play.database_url,
        "--owner-id": play.owner_id,
        "--webhook-listen": play.webhook_listen,
        "--speed": play.speed,
        "--log-level": play.log_level,
        "--log-format": "json",
    }
    return [word for name, value in given.items() if value for word in (name, str(value))]


@asynccontextmanager
async def theatre(
    play: Play, say: Callable[[str], None] = lambda _line: None
) -> AsyncIterator[Stage]:
    """The stage with the bot on it."""
    async with telegram_for(play, say) as stage, bot_on(stage, play):
        yield stage
