"""Seats that people asked for."""

from datetime import datetime
from typing import Protocol

from bot.rules.people import Claim, ClaimState


class Claims(Protocol):
    async def ask(self, office_id: int, seat: str, person_id: int, at: datetime) -> Claim:
        """The open claim of this person on this seat, new or the one already asked."""
        ...

    async def get(self, claim_id: int) -> Claim | None: ...
    async def settle(self, claim_id: int, state: ClaimState) -> None: ...
