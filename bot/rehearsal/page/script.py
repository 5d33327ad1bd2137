"""The day that plays by itself, one act at a time, until somebody pauses it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from bot.rehearsal.page.autopilot import NothingToDo
from bot.texts import pages as texts

log = logging.getLogger(__name__)

State = Literal["idle", "playing", "paused", "done", "failed"]
BETWEEN = 2.5  # real seconds between two acts at pace 1, so that people can read what happened
PACES = (0.5, 1.0, 2.0, 4.0)


class Actor(Protocol):
    async def act_once(self) -> str | None:
        """A caption of what was done; None when the day is over. NotSeen where it is stuck."""
        ...


Spawn = Callable[[Coroutine[Any, Any, None]], "asyncio.Task[None]"]


@dataclass(eq=False)
class Script:
    actor: Actor
    spawn: Spawn
    changed: Callable[[], None]
    state: State = "idle"
    caption: str = ""
    pace: float = 1
    _task: "asyncio.Task[None] | None" = field(default=None, repr=False)

    def play(self) -> None:
        if self.state != "playing":
            self.state = "playing"
            self._task = self.spawn(self._acts())
            self.changed()

    def pause(self) -> None:
        """At once, wherever it is: the next act looks at what stands in the chats anyway."""
        if self._task is not None and self.state == "playing":
            self._task.cancel()
            self.state = "paused"
            self.changed()

    async def _acts(self) -> None:
        while self.state == "playing":
            await self._act()
            self.changed()
            if self.state == "playing":
                await asyncio.sleep(BETWEEN / self.pace)

    async def _act(self) -> None:
        try:
            done = await self.actor.act_once()
        except NothingToDo as stuck:
            self.state, self.caption = "failed", str(stuck)
            return
        except Exception:  # a slip of the script must not end the rehearsal of who plays by hand
            log.warning("the script is stuck", exc_info=True)
            self.state, self.caption = "failed", texts.SCRIPT_STUCK
            return
        if done is None:
            self.state = "done"
        else:
            self.caption = done
