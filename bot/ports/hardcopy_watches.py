"""Closed runs whose signed papers are waited for."""

from typing import Protocol


class HardcopyWatches(Protocol):
    async def waiting(self, office_id: int) -> tuple[tuple[int, int], ...]:
        """The ids of the office's runs, and how often the lack was told of each."""
        ...

    async def told(self, run_id: int, times: int) -> None: ...
    async def over(self, run_id: int) -> None:
        """Nothing is lacking."""
        ...

    async def again(self, run_id: int) -> None:
        """Newer content was printed, which may lack its hardcopy."""
        ...
