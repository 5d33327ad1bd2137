"""The bot's process as a rehearsal holds it: started, killed, started again."""

import asyncio
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import bot

ROOT = Path(bot.__file__).parent.parent
STOPPED_WITHIN = 10.0  # seconds, as the bot promises


@dataclass
class Child:
    """`arguments` are those of bot.rehearsal.child; what it logs is appended to `log`."""

    arguments: Sequence[str]
    log: Path
    running: asyncio.subprocess.Process | None = field(default=None, repr=False)

    async def start(self) -> None:
        # It need not run where this package lies: a wheel's folder is as good as a checkout.
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.running = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot.rehearsal.child",
                *self.arguments,
                # held open by us alone: the bot notices when we are killed
                "--ends-with-stdin",
                stdin=asyncio.subprocess.PIPE,
                stdout=log,
                stderr=log,
                env=environment,
                cwd=self.log.parent,
            )

    def kill(self) -> None:
        """SIGKILL, at once: nothing of the process runs after this."""
        if self.running is not None:
            with suppress(ProcessLookupError):
                self.running.kill()

    async def ended(self) -> int:
        """The exit code, once it has ended by itself or was killed (then negative)."""
        if self.running is None:
            raise RuntimeError("the bot was never started")
        return await self.running.wait()

    async def restart(self) -> None:
        self.kill()
        await self.ended()
        await self.start()

    async def stop(self) -> int:
        """SIGTERM, and the exit code; it is killed where it does not follow."""
        if self.running is not None:
            with suppress(ProcessLookupError):
                self.running.terminate()
        try:
            async with asyncio.timeout(STOPPED_WITHIN):
                return await self.ended()
        except TimeoutError:
            self.kill()
            return await self.ended()
