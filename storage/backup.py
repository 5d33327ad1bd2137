"""A copy of the SQLite database, made while the bot runs."""

import asyncio
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from storage.address import DatabaseAddress
from storage.disk import sync_file, sync_folder
from storage.faults import BackupDamaged, NotEnoughSpace, UsePgDump


async def backup_sqlite(source_url: str, target: Path) -> None:
    """The copy stands at `target`, whole and proved, or nothing does; an older one is replaced.

    VACUUM INTO copies one instant and ends under any load of writes, which SQLite's incremental
    backup does not. Refuses UsePgDump, NotEnoughSpace, BackupDamaged.
    """
    source = DatabaseAddress.of(source_url).file
    if source is None:
        raise UsePgDump
    if not source.exists():
        raise FileNotFoundError(source)
    await asyncio.to_thread(_backup, source, target)


def _backup(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    _check_space(source, target.parent)
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        _vacuum_into(source, part)
        _prove(part)
        sync_file(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(target.parent)


def _check_space(source: Path, folder: Path) -> None:
    log = source.with_name(source.name + "-wal")
    needed = source.stat().st_size + (log.stat().st_size if log.exists() else 0)
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise NotEnoughSpace(needed, free)


def _vacuum_into(source: Path, part: Path) -> None:
    with closing(sqlite3.connect(source, timeout=30, isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", (str(part),))


def _prove(part: Path) -> None:
    with closing(sqlite3.connect(part)) as copy:
        found = [row[0] for row in copy.execute("PRAGMA integrity_check")]
        orphans = copy.execute("PRAGMA foreign_key_check").fetchall()
    if found != ["ok"] or orphans:
        raise BackupDamaged(found[0] if found != ["ok"] else "foreign_key_check")
