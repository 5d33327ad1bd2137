"""The schema brought to what this version needs; works from an installed wheel too."""

from typing import TYPE_CHECKING

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.faults import SchemaNotCurrent

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST = "head"


async def migrate(engine: AsyncEngine, to: str = NEWEST) -> None:
    """In one transaction: a migration that fails leaves the schema as it was."""
    async with engine.begin() as connection:
        await connection.run_sync(_upgrade, to)


async def downgrade(engine: AsyncEngine, to: str = "base") -> None:
    async with engine.begin() as connection:
        await connection.run_sync(_downgrade, to)


async def check_schema(engine: AsyncEngine) -> None:
    """Raises SchemaNotCurrent."""
    async with engine.connect() as connection:
        found, wanted = await connection.run_sync(_revisions)
    if found != wanted:
        raise SchemaNotCurrent(found, wanted)


def _upgrade(connection: Connection, to: str) -> None:
    from alembic import command

    command.upgrade(_config(connection), to)


def _downgrade(connection: Connection, to: str) -> None:
    from alembic import command

    command.downgrade(_config(connection), to)


def _revisions(connection: Connection) -> tuple[str | None, str | None]:
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    newest = ScriptDirectory.from_config(_config(connection)).get_current_head()
    return MigrationContext.configure(connection).get_current_revision(), newest


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.attributes["connection"] = connection
    return config
