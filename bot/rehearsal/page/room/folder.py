"""The room: whose it is for now, its state as JSON, the bytes of its files by their SHA-256."""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.rehearsal.page.room.faults import RoomRefused
from bot.texts import pages as texts

STATE, FILES, LOCK, SOP, BOT = "gladi.json", "berkas", "gladi.lock", "sop.toml", "sistem"


@dataclass(frozen=True, slots=True)
class Room:
    path: Path

    @property
    def is_new(self) -> bool:
        return not (self.path / STATE).exists()

    @property
    def bot_data(self) -> Path:
        return self.path / BOT

    @property
    def sop_file(self) -> Path | None:
        """The SOP that the rehearsal began with; None for the shipped one."""
        own = self.path / SOP
        return own if own.exists() else None

    def read_state(self) -> bytes:
        return (self.path / STATE).read_bytes()

    def write_state(self, state: bytes) -> None:
        replace_file(self.path / STATE, state)

    def keep_file(self, content: bytes) -> str:
        """Its digest (hex), once it is there."""
        digest = hashlib.sha256(content).hexdigest()
        place = self.path / FILES / digest
        if not place.exists():
            place.parent.mkdir(exist_ok=True)
            replace_file(place, content)
        return digest

    def open_file(self, digest: str) -> bytes:
        """Refused with ValueError where it is not what it was."""
        if len(digest) != 64 or not digest.isalnum():
            raise ValueError(digest)
        content = (self.path / FILES / digest).read_bytes()
        if hashlib.sha256(content).hexdigest() != digest:
            raise ValueError(digest)
        return content


@contextmanager
def entered(path: Path, sop_file: Path | None) -> Iterator[Room]:
    """The room, made where it is not there yet, for this process alone. Refused: RoomRefused."""
    room = Room(path)
    check_ours(room)
    path.mkdir(parents=True, exist_ok=True)
    with locked(path):
        if room.is_new:
            furnish(room, sop_file)
        elif sop_file and not same_sop(room, sop_file):
            raise RoomRefused(texts.room_has_other_sop(str(path)))
        yield room


def check_ours(room: Room) -> None:
    """Empty, or a rehearsal's: a folder of something else is left alone."""
    if room.path.exists() and room.is_new:
        others = {one.name for one in room.path.iterdir()} - {LOCK, SOP, f"{STATE}.baru"}
        if others:
            raise RoomRefused(texts.room_is_other(str(room.path)))


def furnish(room: Room, sop_file: Path | None) -> None:
    if sop_file:
        shutil.copyfile(sop_file, room.path / SOP)
    else:
        (room.path / SOP).unlink(missing_ok=True)


def same_sop(room: Room, sop_file: Path) -> bool:
    return room.sop_file is not None and room.sop_file.read_bytes() == sop_file.read_bytes()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """The lock goes with the process, so a kill leaves none behind."""
    lock = os.open(path / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise RoomRefused(texts.room_busy(str(path))) from None
    try:
        yield
    finally:
        os.close(lock)


def replace_file(place: Path, content: bytes) -> None:
    """Whole or not at all, whenever the process is killed."""
    new = place.with_name(f"{place.name}.baru")
    new.write_bytes(content)
    new.replace(place)
