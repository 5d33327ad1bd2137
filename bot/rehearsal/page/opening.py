"""The page from its first moment to its last."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from secrets import token_urlsafe
from typing import Any

from bot import wiring
from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.page.autopilot import Autopilot
from bot.rehearsal.page.marks import Marks
from bot.rehearsal.page.room.folder import Room
from bot.rehearsal.page.room.reading import clock_and_state, fill
from bot.rehearsal.page.room.writing import Keeper
from bot.rehearsal.page.running_bot import RunningBot
from bot.rehearsal.page.scene import Scene
from bot.rehearsal.page.script import Script
from bot.rehearsal.page.ticking import run_clock, watch_run
from bot.rehearsal.page.web.routes import routes_for
from bot.rehearsal.process import Child
from bot.rehearsal.stage import Stage, set_stage
from bot.rehearsal.telegram import Flood, Telegram
from bot.rehearsal.theatre import SPEED, Play, arguments_of, settings_of


@asynccontextmanager
async def page_on(room: Room, port: int = 0) -> AsyncIterator[Scene]:
    """The page is served and the bot is starting; both end in order when the block is left.

    Refused: RoomRefused.
    """
    async with served(room, port) as scene, asyncio.TaskGroup() as tasks:
        settings = settings_of(play_in(room), scene.telegram)
        acting = (
            scene.bot.start(),
            scene.bot.watch(),
            run_clock(scene),
            watch_run(scene, settings),
        )
        going = [tasks.create_task(one) for one in acting]
        try:
            yield scene
        finally:
            scene.script.pause()  # whose acts the bot must not miss
            for one in going:
                one.cancel()
            await scene.bot.stop()


@asynccontextmanager
async def served(room: Room, port: int = 0) -> AsyncIterator[Scene]:
    """The page, with a bot that was never started."""
    play = play_in(room)
    stage, marks = new_stage(play) if room.is_new else known_stage(play, room)
    async with asyncio.TaskGroup() as tasks:
        scene = scene_of(stage, marks, play, tasks)
        keep_in(room, scene)
        await stage.telegram.open(port, routes_for(scene))
        scene.bot.child.arguments = arguments_of(stage, play)
        try:
            yield scene
        finally:
            scene.script.pause()
            scene.closing.set()
            await stage.telegram.close()


def play_in(room: Room) -> Play:
    return Play(room.bot_data, room.sop_file)


def new_stage(play: Play) -> tuple[Stage, Marks]:
    """With a token of its own, so that nobody guesses where the bot is spoken to."""
    clock = RehearsalClock(play.start)
    telegram = telegram_on(clock)
    telegram.bot.token = f"{telegram.bot.id}:{token_urlsafe(32)}"
    works_by = wiring.procedures(settings_of(play, telegram)).shared
    return set_stage(telegram, clock, works_by.sop, works_by.calendar), Marks()


def known_stage(play: Play, room: Room) -> tuple[Stage, Marks]:
    """As it stood when it was ended or killed."""
    clock, state = clock_and_state(room)
    telegram = telegram_on(clock)
    kept = fill(telegram, state, room)
    works_by = wiring.procedures(settings_of(play, telegram)).shared
    stage = Stage(telegram, clock, works_by.sop, works_by.calendar, kept.group, kept.cast)
    return stage, kept.marks


def telegram_on(clock: RehearsalClock) -> Telegram:
    return Telegram(clock.now, Flood().scaled(SPEED))


def scene_of(stage: Stage, marks: Marks, play: Play, tasks: asyncio.TaskGroup) -> Scene:
    ring = stage.telegram.state.bell.ring
    bot = RunningBot(Child((), play.data_dir / "bot.log"), ring)
    actor = Autopilot(stage, alive=lambda: bot.running)
    return Scene(stage, bot, Script(actor, tasks.create_task, ring), marks)


def keep_in(room: Room, scene: Scene) -> None:
    """Before the bot is answered and before it hears the time: it never knows more than the room,
    so that a kill at any moment leaves the two at one."""
    scene.keeper = Keeper(room).keep

    def keep_applied(_method: str, _params: dict[str, Any], moment: str) -> None:
        if moment == "after":
            scene.keep()

    scene.telegram.on_call = keep_applied
    scene.clock.on_move(scene.keep)
    scene.clock.on_move(scene.telegram.clock_moved)
    scene.keep()
