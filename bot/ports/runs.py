"""The runs with their duties and documents."""

from datetime import datetime
from typing import Protocol

from bot.rules.periods import Period
from bot.rules.run import Run


class Runs(Protocol):
    async def add(self, run: Run) -> Run:
        """The run with its id, and its documents with theirs."""
        ...

    async def get(self, run_id: int) -> Run | None:
        """The run, locked for change until the unit of work ends."""
        ...

    async def save(self, run: Run) -> Run:
        """Write what changed; documents whose id is 0 are given one in the run returned."""
        ...

    async def open_in(self, office_id: int) -> tuple[Run, ...]: ...
    async def of_office(self, office_id: int) -> tuple[Run, ...]:
        """All of the office's runs, newest first."""
        ...

    async def of_period(self, office_id: int, period: Period) -> Run | None:
        """The office's run of this period that is not cancelled."""
        ...

    async def due(self, now: datetime) -> tuple[int, ...]:
        """Ids of open runs with a duty whose look_again_at has passed."""
        ...

    async def next_look(self) -> datetime | None: ...
