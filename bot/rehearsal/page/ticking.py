"""What goes on by itself behind the page: the clock runs, and the bot's books are looked at."""

import asyncio
import logging
from time import monotonic

from bot import wiring
from bot.rehearsal.page.scene import Scene
from bot.rules.run import Run

log = logging.getLogger(__name__)

TICK = 0.5  # real seconds
SETTLED = 0.25  # so long nothing more must have come before the bot's books are read
AGAIN = 2.0
AFTERMATH = 90.0  # real seconds after a trouble in which the bot may still wait to try again
REAL = 1 / 60  # minutes a second


async def run_clock(scene: Scene) -> None:
    """Ends only by cancelling."""
    last = monotonic()
    while True:
        await asyncio.sleep(TICK)
        now = monotonic()
        if speed := speed_of(scene):
            scene.clock.advance(minutes=speed * (now - last))
        last = now


def speed_of(scene: Scene) -> float:
    """After a trouble a clock that stands goes as a real one does for a while: the bot waits by
    it until it tries again."""
    struck = (call.ended for call in reversed(scene.telegram.calls) if call.fault)
    troubled = next(struck, -AFTERMATH) > monotonic() - AFTERMATH
    return scene.speed or (REAL if troubled else 0)


async def watch_run(scene: Scene, settings: wiring.Settings) -> None:
    """Looks into the bot's database whenever something happened; ends only by cancelling."""
    while True:
        try:
            async with wiring.onlooker(settings) as store:
                while store is not None:
                    await _look(scene, store)
                    await scene.telegram.changed(AGAIN)
                    await asyncio.sleep(SETTLED)
        except Exception:  # a panel that is not new is no reason to end a rehearsal
            log.warning("the run could not be read", exc_info=True)
        await asyncio.sleep(AGAIN)


async def _look(scene: Scene, store: wiring.Store) -> None:
    async with store.look() as seen:
        office = await seen.offices.at(scene.group.id)
        runs = await seen.runs.of_office(office.id) if office else ()
    shown = newest(runs)
    now = scene.clock.now()
    owed = [d for run in runs if run.is_open for d in run.duties if d.is_open and d.due_at]
    limit = min((d.due_at for d in owed if d.due_at and d.due_at > now), default=None)
    if (shown, limit) != (scene.run, scene.next_limit):
        scene.run, scene.next_limit = shown, limit
        scene.changed()


def newest(runs: tuple[Run, ...]) -> Run | None:
    """The newest that is open, else the newest."""
    return next((run for run in runs if run.is_open), runs[0] if runs else None)
