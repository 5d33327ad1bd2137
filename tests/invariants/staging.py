"""What the invariants are tried on: an office at step 4 whose bot has stopped, and its database."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

import sqlalchemy as sa

from bot.rehearsal.day import to_limit
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Chat, Message, Person, Upload
from bot.rehearsal.theatre import Play, bot_on, telegram_for
from bot.rules.sop import StepKind
from storage.tables import metadata
from tests.stories.acting import Scene, request, take_seats

TICK = 0.05  # real seconds


@asynccontextmanager
async def stopped_at_request(play: Play) -> AsyncIterator[Stage]:
    """Every Irban owes everything, all is told, and the bot does not run."""
    async with telegram_for(play) as stage:
        async with bot_on(stage, play) as product:
            stage.group.add_bot(stage.orderer)
            stage.group.promote_bot(stage.orderer)
            await stage.sees(stage.group, "siap mendampingi")
            await take_seats(stage, product.desk, stage.cast, set())
            await request(Scene(stage, product.desk))
            await drained(stage, play)
        yield stage


def past_hand_in(stage: Stage) -> None:
    """To a working minute past the hand-in limit, whether the bot runs or not."""
    stage.work_on(to_limit(stage, stage.sop.steps_of(StepKind.COLLECT)[0]))


async def drained(stage: Stage, play: Play) -> None:
    """Until every letter is handled and every errand that is due has been carried."""
    await stage.telegram.until(lambda: not left(play, stage), seconds=stage.patience)


def left(play: Play, stage: Stage) -> list[Any]:
    now = f"{stage.clock.now():%Y-%m-%d %H:%M:%S.%f}+00"  # as SQLite keeps it, with its zone
    sent = [raw["update_id"] for raw in stage.telegram.updates.history]
    kept = {row[0] for row in rows(play, "SELECT update_id FROM inbox WHERE state <> 'new'")}
    due = rows(
        play,
        f"SELECT key FROM errands WHERE state = 'due' AND not_before <= '{now}'",  # noqa: S608
    )
    return [update for update in sent if update not in kept] + due


def rows(play: Play, statement: str) -> list[Any]:
    """What the play's database says; beside the bot, in a transaction of its own."""
    engine = sa.create_engine(address_of(play))
    try:
        with engine.connect() as connection:
            return list(connection.execute(sa.text(statement)))
    finally:
        engine.dispose()


def address_of(play: Play) -> sa.URL:
    """Of the play's database, by a driver that waits for its answers."""
    given = sa.make_url(play.database_url or f"sqlite:///{play.data_dir / 'himpun.db'}")
    family = given.get_backend_name()
    return given.set(drivername="sqlite" if family == "sqlite" else "postgresql+psycopg")


def change(play: Play, statement: str) -> int:
    """How many rows somebody changed who went round the bot."""
    engine = sa.create_engine(address_of(play))
    try:
        with engine.begin() as connection:
            return connection.execute(sa.text(statement)).rowcount
    finally:
        engine.dispose()


def everything_kept(play: Play, leave: Iterable[str] = ()) -> list[str]:
    """Every row of every table but those to `leave`, to see whether anything changed."""
    return [
        f"{name}: {row}"
        for name in sorted(metadata.tables.keys() - {"pulse", "instance", *leave})
        for row in rows(play, f"SELECT * FROM {name} ORDER BY 1, 2")  # noqa: S608
    ]


def changes(before: list[str], after: list[str]) -> list[str]:
    """Rows that are new, gone or other than they were."""
    return sorted(set(before) ^ set(after))


@asynccontextmanager
async def time_passing(stage: Stage, by: float = 1.0) -> AsyncIterator[None]:
    """The rehearsal's clock goes on, some seconds at a time, as it must for second tries."""

    async def tick() -> None:
        while True:
            await asyncio.sleep(TICK)
            stage.clock.advance(seconds=by)

    async with asyncio.TaskGroup() as tasks:
        ticking = tasks.create_task(tick())
        try:
            yield
        finally:
            ticking.cancel()


async def answered(stage: Stage, person: Person, chat: Chat | None = None) -> None:
    """What was sent in this chat before has been handled: this is answered after it."""
    chat = chat or person.chat
    before = [m for m in chat.from_bot if "Petunjuk singkat" in m.text]
    person.says(chat, f"/bantuan@{stage.telegram.bot.username}")
    await stage.telegram.until(
        lambda: [m for m in chat.from_bot if "Petunjuk singkat" in m.text][len(before) :],
        seconds=stage.patience,
    )


def sent(person: Person, file: Upload) -> Message:
    [message] = person.sends(person.chat, file)
    return message
