"""File bytes by their SHA-256, in folders under DATA_DIR/berkas; nothing is removed but what an
operator destroys once its retention is over."""

import asyncio
import hashlib
import os
import re
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from storage.archive import Archive
from storage.disk import sync_folder
from storage.faults import DamagedInCabinet, NotInCabinet

DRAFT = ".draf-"
LEFT_BEHIND = 3600  # seconds: nothing is written for so long
DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


class FileCabinet:
    def __init__(self, data_dir: Path) -> None:
        self._root = data_dir / "berkas"
        self._archive = Archive(data_dir)

    async def keep(self, content: bytes) -> str:
        """The digest (hex), once the bytes would outlive a power cut; twice the same is once."""
        return await asyncio.to_thread(self._keep, content)

    async def open(self, digest: str) -> bytes:
        """Raises NotInCabinet, or DamagedInCabinet where the disk gives other bytes."""
        return await asyncio.to_thread(self._open, digest)

    async def holds(self, digest: str) -> bool:
        return await asyncio.to_thread(self._path(digest).exists)

    async def destroy(self, digest: str) -> int:
        """Twice is once; the archive's copies go first, so that a kill leaves none behind."""
        return await asyncio.to_thread(self._destroy, digest)

    def keeps_at(self, path: Path) -> bool:
        rooms = (self._root, self._archive.root)
        return any(path.resolve().is_relative_to(room.resolve()) for room in rooms)

    @asynccontextmanager
    async def draft(self) -> AsyncIterator[Path]:
        """Where a large file may be written; gone at the end, unless it was kept. One that a kill
        left behind goes with a draft of another hour."""
        path = await asyncio.to_thread(self._draft)
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    async def keep_draft(self, path: Path) -> str:
        return await asyncio.to_thread(self._keep_draft, path)

    async def show_as(self, digest: str, folders: Sequence[str], names: Sequence[str]) -> None:
        """A file that is lost is left out: `himpun verify` tells of it."""
        path = self._path(digest)
        if path.exists():
            await asyncio.to_thread(self._archive.show, path, folders, names)

    async def archive_stands(self) -> bool:
        return await asyncio.to_thread(self._archive.stands)

    def _keep(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        try:
            self._open(digest)
        except (NotInCabinet, DamagedInCabinet):
            self._write(self._path(digest), content)
        return digest

    def _draft(self) -> Path:
        self._root.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._root, prefix=DRAFT)
        os.close(handle)
        begun = Path(name).stat().st_mtime
        for left in self._root.glob(f"{DRAFT}*"):
            if begun - left.stat().st_mtime > LEFT_BEHIND:
                left.unlink(missing_ok=True)
        return Path(name)

    def _keep_draft(self, path: Path) -> str:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            os.fsync(file.fileno())
        self._place(path, self._path(digest))
        return digest

    def _open(self, digest: str) -> bytes:
        try:
            content = self._path(digest).read_bytes()
        except FileNotFoundError:
            raise NotInCabinet(digest) from None
        if hashlib.sha256(content).hexdigest() != digest:
            raise DamagedInCabinet(digest)
        return content

    def _destroy(self, digest: str) -> int:
        path = self._path(digest)
        if not path.exists():
            return 0
        size = path.stat().st_size
        self._archive.destroy(path)
        path.unlink()
        sync_folder(path.parent)
        return size

    def _path(self, digest: str) -> Path:
        if not DIGEST.fullmatch(digest):
            raise NotInCabinet(digest)
        return self._root / digest[:2] / digest[2:]

    def _write(self, path: Path, content: bytes) -> None:
        self._root.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._root, prefix=".baru-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            self._place(Path(name), path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _place(self, made: Path, path: Path) -> None:
        """Another's bytes of the same hash are the same bytes."""
        path.parent.mkdir(parents=True, exist_ok=True)
        made.replace(path)
        for folder in (path.parent, self._root, self._root.parent):
            sync_folder(folder)
