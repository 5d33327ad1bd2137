"""Where file bytes are kept."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Protocol


class Cabinet(Protocol):
    """File bytes by their SHA-256; nothing in it is ever changed, and nothing removed but by an
    operator's own command, once its retention is over (usecases/destroy_files.py)."""

    async def keep(self, content: bytes) -> str:
        """The digest (hex), once the bytes are safely on disk."""
        ...

    async def open(self, digest: str) -> bytes: ...
    async def holds(self, digest: str) -> bool:
        """Whether there are bytes under it, sound or not."""
        ...

    async def destroy(self, digest: str) -> int:
        """How many bytes went, nought where there were none: from the archive first."""
        ...

    def keeps_at(self, path: Path) -> bool:
        """Whether a file of this path is the cabinet's own, or the archive's."""
        ...

    def draft(self) -> AbstractAsyncContextManager[Path]:
        """Where a large file may be written on the cabinet's own disk; gone at the end, unless it
        was kept."""
        ...

    async def keep_draft(self, path: Path) -> str:
        """As `keep`, of a draft: it is moved, and not read into memory as a whole."""
        ...

    async def show_as(self, digest: str, folders: Sequence[str], names: Sequence[str]) -> None:
        """Let the file stand in the archive too, by the first name that no other file has.

        One that is lost is left out.
        """
        ...

    async def archive_stands(self) -> bool:
        """Whether the archive's folder was there; it is made where it was not."""
        ...
