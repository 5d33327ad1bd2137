"""Who is on leave, and when."""

from datetime import date, datetime
from typing import Protocol

from bot.rules.people import Leave


class Leaves(Protocol):
    async def add(self, new: Leave) -> Leave: ...
    async def open_in(self, office_id: int, today: date) -> tuple[Leave, ...]:
        """Those that stand and whose last day is today or later."""
        ...

    async def cancel(self, leave_id: int, at: datetime) -> None: ...
