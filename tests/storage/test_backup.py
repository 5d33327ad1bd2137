import asyncio
import shutil
from collections import namedtuple
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.rules.people import Office
from storage.backup import backup_sqlite
from storage.faults import NotEnoughSpace, UsePgDump
from storage.tables import inbox
from storage.unit_of_work import SqlStore

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
Usage = namedtuple("Usage", "total used free")
HANDLED = sa.select(sa.func.count()).select_from(inbox)


async def test_a_backup_under_writes_restores_one_instant(sqlite_url: str, tmp_path: Path) -> None:
    copies = [tmp_path / "cadangan" / f"{n}.db" for n in range(3)]
    ended, written = asyncio.Event(), 0

    async def write(store: SqlStore) -> None:
        nonlocal written
        while not ended.is_set():
            # an office and its update belong together: a copy has both or neither
            async with store.work(written) as unit:
                await unit.offices.add(written, "x" * 1000, f"{written}", "")
            written += 1

    async def back_up() -> None:
        for copy in copies:
            before = written
            while written < before + 3:  # noqa: ASYNC110 - the writer never stops for us
                await asyncio.sleep(0.01)
            await backup_sqlite(sqlite_url, copy)
        ended.set()

    async with SqlStore(sqlite_url) as store:
        await asyncio.gather(write(store), back_up())
        async with store.look() as unit:
            everything = await unit.offices.all()
    assert len(everything) == written
    for copy in copies:
        offices, letters = await restored(copy)
        assert 0 < len(offices) == letters <= written
        assert offices == everything[: len(offices)]
    assert sorted(path.name for path in copies[0].parent.glob("*.part")) == []


async def restored(copy: Path) -> tuple[tuple[Office, ...], int]:
    """The offices and the number of handled updates in a database opened from the copy."""
    home = copy.with_name(f"{copy.stem}-restored.db")
    shutil.copy(copy, home)
    async with SqlStore(f"sqlite:///{home}") as store, store.look() as unit:
        letters = await unit.inbox._session.value(HANDLED)
        assert await unit.facts.verify() == ()
        return await unit.offices.all(), letters


async def test_a_newer_backup_takes_the_place_of_an_older(sqlite_url: str, tmp_path: Path) -> None:
    target = tmp_path / "himpun-cadangan.db"
    await backup_sqlite(sqlite_url, target)
    async with SqlStore(sqlite_url) as store, store.work() as unit:
        await unit.pulse.beat(NOW + timedelta(hours=1))
    await backup_sqlite(sqlite_url, target)
    async with SqlStore(f"sqlite:///{target}") as store, store.look() as unit:
        assert await unit.pulse.last() == NOW + timedelta(hours=1)


async def test_a_backup_that_would_fill_the_disk_is_refused(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1, 1, 1000))
    with pytest.raises(NotEnoughSpace) as refused:
        await backup_sqlite(sqlite_url, tmp_path / "a.db")
    assert refused.value.free == 1000
    assert not (tmp_path / "a.db").exists()


async def test_postgresql_is_backed_up_by_its_own_tool(tmp_path: Path) -> None:
    with pytest.raises(UsePgDump):
        await backup_sqlite("postgresql://himpun@localhost/himpun", tmp_path / "a.db")


async def test_no_empty_database_is_backed_up_in_place_of_a_missing_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        await backup_sqlite(f"sqlite:///{tmp_path}/tidak-ada.db", tmp_path / "a.db")
    assert not (tmp_path / "tidak-ada.db").exists()
    assert not (tmp_path / "a.db").exists()
