"""Files that were offered."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from bot.rules.intake_bounds import Sent
from bot.rules.offers import Offer


class Offers(Protocol):
    async def add(self, offer: Offer) -> Offer: ...
    async def get(self, offer_id: int) -> Offer | None: ...
    async def at(self, chat_id: int, message_id: int) -> Offer | None:
        """The newest offer made by this message."""
        ...

    async def before(self, offer: Offer) -> Offer | None:
        """The offer that the same message made before it was edited."""
        ...

    async def of_album(self, chat_id: int, album: str) -> tuple[Offer, ...]: ...
    async def versions(self, version_of: str) -> tuple[Offer, ...]:
        """The workbooks of a run's seat, taken or refused, in the order they were sent."""
        ...

    async def of_document(self, document_id: int) -> Offer | None: ...
    async def waiting_with(self, digests: Collection[str]) -> frozenset[str]:
        """Those of these files that were offered and wait to be placed."""
        ...

    async def awaited(self, people: Collection[int]) -> frozenset[int]:
        """Those of these people who sent a file whose bytes are still being fetched."""
        ...

    async def sent_since(self, sender: int, since: datetime) -> Sent: ...
    async def save(self, offer: Offer) -> None: ...
