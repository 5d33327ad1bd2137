"""Runs that were proposed."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from bot.rules.periods import Period
from bot.rules.proposals import Proposal


class Proposals(Protocol):
    async def add(self, new: Proposal) -> Proposal: ...
    async def get(self, proposal_id: int) -> Proposal | None: ...
    async def of(self, office_id: int, period: Period) -> Proposal | None: ...
    async def made(self, periods: Collection[Period]) -> frozenset[tuple[int, Period]]:
        """The offices' ids and which of these periods they have a proposal of, in any state."""
        ...

    async def due(self, now: datetime) -> tuple[Proposal, ...]:
        """Those put off whose time to be asked again has come."""
        ...

    async def save(self, changed: Proposal) -> None: ...
