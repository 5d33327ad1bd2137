"""The bot's process behind the page: whether it runs, how often it was started, how it ended."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.rehearsal.process import Child


@dataclass(eq=False)
class RunningBot:
    """`wanted` from its start until somebody ends it."""

    child: Child
    changed: Callable[[], None]
    starts: int = 0
    wanted: bool = False
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    @property
    def running(self) -> bool:
        process = self.child.running
        return process is not None and process.returncode is None

    @property
    def pid(self) -> int | None:
        return self.child.running.pid if self.running and self.child.running else None

    @property
    def ended(self) -> int | None:
        """The exit code of a bot that ended by itself; None where somebody ended it."""
        process = self.child.running
        return process.returncode if self.wanted and process else None

    async def start(self) -> None:
        async with self._turn:
            if not self.running:
                await self.child.start()
                self.wanted = True
                self.starts += 1
                self.changed()

    async def kill(self) -> None:
        """SIGKILL; returns when nothing of it runs any more."""
        async with self._turn:
            if self.running:
                self.wanted = False
                self.child.kill()
                await self.child.ended()
                self.changed()

    async def stop(self) -> None:
        """SIGTERM, followed within ten seconds."""
        async with self._turn:
            if self.running:
                self.wanted = False
                await self.child.stop()
                self.changed()

    async def watch(self) -> None:
        """Tells when it ended; ends only by cancelling."""
        while True:
            process = self.child.running
            if process is None or process.returncode is not None:
                await asyncio.sleep(0.2)
                continue
            await process.wait()
            self.changed()
