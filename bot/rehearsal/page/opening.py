"""The page from its first moment to its last."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot import wiring
from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.page.autopilot import Autopilot
from bot.rehearsal.page.running_bot import RunningBot
from bot.rehearsal.page.scene import Scene
from bot.rehearsal.page.script import Script
from bot.rehearsal.page.ticking import run_clock, watch_run
from bot.rehearsal.page.web.routes import routes_for
from bot.rehearsal.process import Child
from bot.rehearsal.stage import Stage, set_stage
from bot.rehearsal.telegram import Flood, Telegram
from bot.rehearsal.theatre import Play, arguments_of, settings_of


@asynccontextmanager
async def page_on(room: Path, sop_file: Path | None, port: int = 0) -> AsyncIterator[Scene]:
    """The page is served and the bot is starting; both end in order when the block is left."""
    play = Play(room / "sistem", sop_file)
    stage = new_stage(play)
    async with asyncio.TaskGroup() as tasks:
        scene = scene_of(stage, play, tasks)
        await stage.telegram.open(port, routes_for(scene))
        scene.bot.child.arguments = arguments_of(stage, play)
        settings = settings_of(play, stage.telegram)
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
            scene.script.pause()
            for one in going:
                one.cancel()
            await scene.bot.stop()
            scene.closing.set()
            await stage.telegram.close()


def new_stage(play: Play) -> Stage:
    clock = RehearsalClock(play.start)
    telegram = Telegram(clock.now, Flood().scaled(play.speed))
    clock.on_move(telegram.clock_moved)
    works_by = wiring.procedures(settings_of(play, telegram)).shared
    return set_stage(telegram, clock, works_by.sop, works_by.calendar)


def scene_of(stage: Stage, play: Play, tasks: asyncio.TaskGroup) -> Scene:
    ring = stage.telegram.state.bell.ring
    bot = RunningBot(Child((), play.data_dir / "bot.log"), ring)
    actor = Autopilot(stage, alive=lambda: bot.running)
    return Scene(stage, bot, Script(actor, tasks.create_task, ring))
