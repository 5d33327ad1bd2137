"""What storage refuses or notices, by type; the sentences stand in bot/texts."""

from dataclasses import dataclass
from pathlib import Path

from bot.ports import TakenOver


class StorageFault(Exception):
    """The database or the cabinet cannot be relied on as asked."""


@dataclass
class UnknownDatabase(StorageFault):
    """Neither an SQLite file nor PostgreSQL; `scheme` is all that is told of the URL."""

    scheme: str


@dataclass
class WrongPragma(StorageFault):
    name: str
    wanted: str
    found: str


@dataclass
class NetworkFileSystem(StorageFault):
    """SQLite's WAL is damaged on file systems shared over a network (sqlite.org/wal.html)."""

    path: Path
    kind: str


class AnotherInstance(StorageFault, TakenOver):
    """Another process keeps this database, or has taken it over from this one."""


@dataclass
class SchemaNotCurrent(StorageFault):
    """Only the instance that owns the database migrates it; `found` is None where it is empty."""

    found: str | None
    wanted: str | None


@dataclass
class NotLoadedHere(StorageFault):
    """A run is saved only by the unit of work that read it, else another's change is lost."""

    run_id: int


@dataclass
class NothingVanishes(StorageFault):
    """A run is to be saved without a duty or document that it had."""

    run_id: int


class UsePgDump(StorageFault):
    """PostgreSQL is copied by pg_dump."""


@dataclass
class NotEnoughSpace(StorageFault):
    """In bytes."""

    needed: int
    free: int


@dataclass
class BackupDamaged(StorageFault):
    detail: str


@dataclass
class NotInCabinet(StorageFault):
    digest: str


@dataclass
class DamagedInCabinet(StorageFault):
    """The bytes on disk are not those that were kept."""

    digest: str
