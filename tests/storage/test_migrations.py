from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.address import DatabaseAddress
from storage.engine import writing_engine
from storage.faults import SchemaNotCurrent
from storage.migrate import downgrade, migrate
from storage.tables import metadata
from storage.unit_of_work import SqlStore

INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
}


def differences(connection: Connection) -> list[Any]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


async def indexes(engine: AsyncEngine) -> set[tuple[str, str]]:
    async with engine.connect() as connection:
        found = await connection.execute(text(INDEXES[engine.dialect.name]))
        return {(row[0], row[1]) for row in found if row[0] != "alembic_version_pkc"}


@pytest.fixture
async def engine(empty_url: str) -> Any:
    made = writing_engine(DatabaseAddress.of(empty_url))
    yield made
    await made.dispose()


async def test_the_schema_goes_up_down_and_up(engine: AsyncEngine) -> None:
    for _ in range(2):
        await migrate(engine)
        async with engine.connect() as connection:
            assert await connection.run_sync(tables) == set(metadata.tables)
        await downgrade(engine)
        async with engine.connect() as connection:
            assert await connection.run_sync(tables) == set()


async def test_the_migrations_make_what_the_tables_say(engine: AsyncEngine) -> None:
    await migrate(engine)
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_partial_indexes_are_migrated_with_their_conditions(engine: AsyncEngine) -> None:
    # compare_metadata does not look at an index's WHERE
    await migrate(engine)
    migrated = await indexes(engine)
    await downgrade(engine)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    assert migrated == await indexes(engine)


async def test_whoever_works_beside_the_bot_does_not_migrate(empty_url: str) -> None:
    with pytest.raises(SchemaNotCurrent):
        await SqlStore(empty_url, alone=False).open()
