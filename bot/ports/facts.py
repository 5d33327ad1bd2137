"""The trail of facts."""

from collections.abc import Collection, Sequence
from typing import Protocol

from bot.rules.run import Fact


class Facts(Protocol):
    async def add(self, office_id: int, run_id: int | None, facts: Sequence[Fact]) -> None:
        """Append to the chain of the run, or of the office where there is no run."""
        ...

    async def of_run(self, run_id: int) -> tuple[tuple[Fact, str], ...]:
        """Each fact with its hash, oldest first."""
        ...

    async def of_office(self, office_id: int) -> tuple[tuple[Fact, str], ...]:
        """Those of no run, each with its hash, oldest first."""
        ...

    async def naming(self, digests: Collection[str]) -> tuple[tuple[int | None, int, Fact], ...]:
        """The facts of every chain that name one of these files, each with its run (None where it
        is of none) and office; those of a chain oldest first."""
        ...

    async def verify(self) -> tuple[str, ...]:
        """The places where a chain is broken; empty where all is proved."""
        ...
