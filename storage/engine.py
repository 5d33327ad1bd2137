"""Engines: SQLite with one immediate writer and readers beside it, or PostgreSQL."""

from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.address import DatabaseAddress

Pragmas = dict[str, int | str]

# FULL: a commit outlives a power cut; WAL: readers wait for no writer (sqlite.org/wal.html)
PRAGMAS: Pragmas = {
    "busy_timeout": 10_000,
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
}
READER_PRAGMAS: Pragmas = {**PRAGMAS, "query_only": 1}
# A unit of work waits for its turn as long as it takes (pool_timeout None): a time limit would
# lapse at once where the clock is set forward.


def writing_engine(address: DatabaseAddress) -> AsyncEngine:
    """Transactions that write. SQLite has one at a time: BEGIN IMMEDIATE, or a reader that turns
    writer is refused at once ("database is locked") whatever busy_timeout says."""
    if address.file is None:
        return _postgresql(address)
    engine = create_async_engine(
        address.url, pool_size=1, max_overflow=0, pool_timeout=None, hide_parameters=True
    )
    return _sqlite(engine, PRAGMAS, "BEGIN IMMEDIATE")


def reading_engine(address: DatabaseAddress) -> AsyncEngine:
    """Transactions that see one instant and cannot write."""
    if address.file is None:
        return _postgresql(address).execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
    engine = create_async_engine(address.url, pool_size=4, pool_timeout=None, hide_parameters=True)
    return _sqlite(engine, READER_PRAGMAS, "BEGIN")


def _postgresql(address: DatabaseAddress) -> AsyncEngine:
    return create_async_engine(
        address.url, pool_pre_ping=True, pool_timeout=None, hide_parameters=True
    )


def _sqlite(engine: AsyncEngine, pragmas: Pragmas, begin: str) -> AsyncEngine:
    def on_connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself
        cursor = connection.cursor()
        for name, value in pragmas.items():
            cursor.execute(f"PRAGMA {name}={value}")
        cursor.close()

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine.sync_engine, "connect", on_connect)
    event.listen(engine.sync_engine, "begin", on_begin)
    return engine
