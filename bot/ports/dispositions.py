"""The office's dispositions, in the agenda's order."""

from typing import Protocol

from bot.rules.dispositions import Disposition


class Dispositions(Protocol):
    async def add(self, new: Disposition) -> Disposition:
        """With its id and the next number of its office and year; no two units of work get the
        same, and one that fails leaves no gap."""
        ...

    async def get(self, disposition_id: int) -> Disposition | None: ...
    async def of_run(self, run_id: int) -> tuple[Disposition, ...]: ...
    async def waiting_in(self, office_id: int) -> tuple[Disposition, ...]:
        """The arahan that no run was opened on yet."""
        ...

    async def save(self, changed: Disposition) -> None: ...
