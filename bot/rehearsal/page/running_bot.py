"""The bot's process behind the page: whether it runs, how often it was started, how it ended."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.rehearsal.process import Child


@dataclass(eq=False)
class RunningBot:
    """`ended` is the exit code of a bot that ended by itself; None where somebody ended it."""

    child: Child
    changed: Callable[[], None]
    starts: int = 0
    ended: int | None = None
    wanted: bool = False
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    @property
    def running(self) -> bool:
        process = self.child.running
        return process is not None and process.returncode is None

    @property
    def pid(self) -> int | None:
        return self.child.running.pid if self.running and self.child.running else None

    async def start(self) -> None:
        async with self._turn:
            if not self.running:
                self.wanted, self.ended = True, None
                await self.child.start()
                self.starts += 1
                self.changed()

    async def kill(self) -> None:
        """SIGKILL; returns when nothing of it runs any more."""
        async with self._turn:
            self.wanted = False
            if self.running:
                self.child.kill()
                await self.child.ended()
                self.changed()

    async def stop(self) -> None:
        """SIGTERM, followed within ten seconds."""
        async with self._turn:
            self.wanted = False
            if self.running:
                await self.child.stop()
                self.changed()

    async def watch(self) -> None:
        """Notes when it ended by itself; ends only by cancelling."""
        while True:
            process = self.child.running
            if process is None or process.returncode is not None:
                await asyncio.sleep(0.2)
                continue
            code = await process.wait()
            if self.wanted and process is self.child.running:
                self.wanted, self.ended = False, code
            self.changed()
