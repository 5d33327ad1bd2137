"""Who hands in for a seat's holder."""

from typing import Protocol

from bot.rules.people import Holding


class Staff(Protocol):
    async def of_office(self, office_id: int) -> tuple[Holding, ...]: ...
    async def add(self, office_id: int, seat: str, person_id: int) -> None: ...
    async def remove(self, office_id: int, seat: str, person_id: int) -> None: ...
