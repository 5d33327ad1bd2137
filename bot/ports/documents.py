"""Documents across runs; a run's own are read and written with it."""

from collections.abc import Collection
from typing import Protocol

from bot.rules.archiving import ToArchive
from bot.rules.searching import Filed


class Documents(Protocol):
    async def of_office(self, office_id: int) -> tuple[Filed, ...]: ...
    async def to_archive(self, most: int) -> tuple[ToArchive, ...]:
        """Those that the archive does not show yet: the least tried first, of these the oldest."""
        ...

    async def archived(self, ids: Collection[int]) -> None: ...
    async def not_archived(self, ids: Collection[int]) -> None:
        """They were tried in vain."""
        ...

    async def archive_lost(self) -> None: ...
