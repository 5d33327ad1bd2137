"""When the bot was last alive."""

from datetime import datetime
from typing import Protocol


class Pulse(Protocol):
    async def last(self) -> datetime | None: ...
    async def beat(self, now: datetime) -> None: ...
