"""When those asked for an approval are reminded; a run's own are read and written with it."""

from datetime import datetime
from typing import Protocol


class Approvals(Protocol):
    async def due(self, now: datetime) -> tuple[int, ...]:
        """Ids of runs with an approval whose look_again_at has passed."""
        ...

    async def asked_in(self, office_id: int) -> tuple[int, ...]:
        """Ids of the office's runs of which an approval is asked now."""
        ...

    async def next_look(self) -> datetime | None: ...
