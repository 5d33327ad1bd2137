from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage.address import DatabaseAddress
from storage.checks import check_file_system, check_pragmas
from storage.columns import Instant, NaiveTime
from storage.engine import PRAGMAS, READER_PRAGMAS
from storage.faults import NetworkFileSystem, UnknownDatabase, WrongPragma
from storage.unit_of_work import SqlStore


@pytest.mark.parametrize(
    "url", ["", "himpun.db", "sqlite://", "sqlite:///:memory:", "mysql://a:rahasia@b/c"]
)
def test_other_databases_are_refused_without_telling_the_url(url: str) -> None:
    with pytest.raises(UnknownDatabase) as refused:
        DatabaseAddress.of(url)
    assert "rahasia" not in str(refused.value)


@pytest.mark.parametrize("url", ["postgresql://a@b/c", "postgres://a@b/c"])
def test_postgresql_is_spoken_through_psycopg(url: str) -> None:
    assert DatabaseAddress.of(url).url.drivername == "postgresql+psycopg"


async def test_every_engine_has_the_pragmas(sqlite_url: str) -> None:
    async with SqlStore(sqlite_url) as store:
        for engine, pragmas in ((store._writer, PRAGMAS), (store._reader, READER_PRAGMAS)):
            async with engine.connect() as connection:
                for name, value in pragmas.items():
                    found = (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar()
                    assert str(found) == str(value)


async def test_a_pragma_that_did_not_take_is_noticed(sqlite_url: str) -> None:
    async with SqlStore(sqlite_url) as store:
        with pytest.raises(WrongPragma):
            await check_pragmas(store._writer, {"synchronous": 3})


MOUNTS = """\
22 27 0:21 / /proc rw - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
28 27 0:50 / {mount} rw,relatime shared:1 - {kind} server:/x rw
"""


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "9p", "virtiofs", "fuse.sshfs"])
def test_a_file_shared_over_a_network_is_refused(tmp_path: Path, kind: str) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS.format(mount=tmp_path, kind=kind))
    address = DatabaseAddress.of(f"sqlite:///{tmp_path}/data/himpun.db")
    with pytest.raises(NetworkFileSystem) as refused:
        check_file_system(address, mounts)
    assert refused.value.kind == kind


def test_a_network_beside_the_database_is_no_harm(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS.format(mount=tmp_path / "other", kind="nfs4"))
    check_file_system(DatabaseAddress.of(f"sqlite:///{tmp_path}/himpun.db"), mounts)


async def test_an_instant_comes_back_in_utc_and_sorts(store: SqlStore) -> None:
    table = sa.Table("instants", sa.MetaData(), sa.Column("at", Instant), prefixes=["TEMPORARY"])
    start = datetime(2026, 12, 31, 15, 59, 59, 999_999, tzinfo=UTC)
    wita = timezone(timedelta(hours=8))
    given = [start + timedelta(microseconds=n) for n in (1, 0, 10**6)]
    async with store._writer.begin() as connection:
        await connection.run_sync(table.create)
        rows = [{"at": at.astimezone(wita)} for at in given]
        await connection.execute(sa.insert(table), rows)
        found = list(await connection.scalars(sa.select(table.c.at).order_by(table.c.at)))
    assert found == sorted(given)
    assert {at.tzinfo for at in found} == {UTC}


def test_an_instant_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 11, 23, 8, 0)  # noqa: DTZ001
    with pytest.raises(NaiveTime):
        Instant().process_bind_param(naive, sa.create_engine("sqlite://").dialect)
