"""All that works at the same time."""

import asyncio

from bot.heartbeat import Heartbeat, Outbox
from bot.ports import Clock
from bot.rules.pace import Pace
from bot.settings import Settings
from bot.usecases.desk import Desk
from bot.wiring.taking_in import intake
from bot.wiring.watched import Watched
from handlers.courier import TelegramCourier
from handlers.letters import Letters
from handlers.menus import set_menus
from handlers.room import App
from storage.faults import AnotherInstance

GRACE = 8.0  # seconds: SIGTERM ends the bot within ten


class Serving:
    """Letters, outbox and heartbeat, at work until it is time to stop."""

    def __init__(
        self,
        settings: Settings,
        desk: Desk,
        store: Watched,
        application: App,
        courier: TelegramCourier,
        clock: Clock,
        pace: Pace,
    ) -> None:
        current = asyncio.Event()
        self._lost = store.lost
        self._application = application
        self._outbox = Outbox(desk, courier, clock, pace)
        self._heartbeat = Heartbeat(desk, clock, self._outbox.ring, current=current.is_set)
        self._letters = Letters(application, desk, clock, self._look_again)
        self._take_in = intake(settings, application, desk, clock, self.ring, current)

    def ring(self) -> None:
        """Look again, as when a letter came or a rehearsal's clock was moved."""
        self._letters.ring()
        self._look_again()

    def _look_again(self) -> None:
        self._outbox.ring()
        self._heartbeat.ring()

    async def serve(self, stopping: asyncio.Event) -> None:
        """Until `stopping` is set; then what is in hand is finished, the rest is kept."""
        workers = (self._letters, self._outbox, self._heartbeat)
        async with asyncio.TaskGroup() as tasks:
            menus = tasks.create_task(set_menus(self._application.bot))
            arriving = tasks.create_task(self._take_in())
            working = [tasks.create_task(worker.run()) for worker in workers]
            await first(stopping, self._lost, arriving)
            arriving.cancel()
            menus.cancel()
            for worker in workers:
                worker.stop()
            _done, late = await asyncio.wait(working, timeout=GRACE)
            for task in late:
                task.cancel()
        if self._lost.is_set():
            raise AnotherInstance


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
