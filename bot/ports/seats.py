"""Who holds which seat."""

from datetime import datetime
from typing import Protocol

from bot.rules.people import Holding


class Seats(Protocol):
    async def of_office(self, office_id: int) -> tuple[Holding, ...]: ...
    async def offices_of(self, person_id: int, at: datetime | None = None) -> tuple[int, ...]:
        """Where the person holds a seat, is staff of one, or stands in for one; of those also
        where he still did at that moment."""
        ...

    async def put(self, office_id: int, seat: str, person_id: int | None) -> None: ...
