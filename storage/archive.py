"""The cabinet's files once more, under names that a person reads: folders in DATA_DIR/arsip.

Hard links where the disk has them, copies elsewhere; they may be removed at any time, since
nothing is ever read from here.
"""

import filecmp
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from storage.disk import sync_folder

READ_ONLY = 0o400  # a link is the cabinet's own file: no editor may write into it


class Archive:
    def __init__(self, data_dir: Path) -> None:
        self.root = data_dir / "arsip"

    def stands(self) -> bool:
        """Whether the folder was there; it is made where it was not."""
        stood = self.root.is_dir()
        self.root.mkdir(parents=True, exist_ok=True)
        return stood

    def show(self, source: Path, folders: Sequence[str], names: Sequence[str]) -> None:
        """Let it stand in these folders by the first of the names that no other file has; once
        more changes nothing. `names` are safe (rules/archiving.py)."""
        folder = self.root.joinpath(*folders)
        folder.mkdir(parents=True, exist_ok=True)
        standing = {path.name.casefold(): path for path in folder.iterdir()}
        for name in names:
            there = standing.get(name.casefold())
            if there is None:
                _put(source, folder / name)
                return
            if _same(source, there):
                return

    def destroy(self, source: Path) -> None:
        """Take every file with the source's bytes out of the folders, under whatever name."""
        size = source.stat().st_size
        for there in [*self.root.rglob("*")]:
            if there.is_file() and there.stat().st_size == size and _same(source, there):
                there.unlink()
                sync_folder(there.parent)


def _same(source: Path, there: Path) -> bool:
    return there.is_file() and (there.samefile(source) or filecmp.cmp(source, there, shallow=False))


def _put(source: Path, target: Path) -> None:
    source.chmod(READ_ONLY)
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # another file system, or one without links, or too many of them
        _copy(source, target)
    sync_folder(target.parent)


def _copy(source: Path, target: Path) -> None:
    """Whole or not at all: a half copy would be taken for another file."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".baru-")
    os.close(handle)
    try:
        shutil.copyfile(source, name)
        Path(name).chmod(READ_ONLY)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
