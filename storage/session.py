"""One transaction's connection with the few verbs that every noun needs on both databases."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

Values = dict[str, Any]


class Session:
    """`writing` says whether rows that are read may be locked and handed out."""

    def __init__(self, connection: AsyncConnection, *, writing: bool) -> None:
        self._connection = connection
        self.writing = writing

    @property
    def shares(self) -> bool:
        """Whether others may write meanwhile; SQLite has one writer."""
        return self.writing and self._connection.dialect.name == "postgresql"

    async def all(self, statement: sa.Executable) -> list[Values]:
        result = await self._connection.execute(statement)
        return [dict(row._mapping) for row in result]

    async def one(self, statement: sa.Executable) -> Values | None:
        found = await self.all(statement)
        return found[0] if found else None

    async def value(self, statement: sa.Executable) -> Any:
        """The first column of the first row; None where there is no row."""
        return (await self._connection.execute(statement)).scalar()

    async def change(self, statement: sa.Executable) -> int:
        """How many rows an UPDATE or DELETE met."""
        result: sa.CursorResult[Any] = await self._connection.execute(statement)
        return result.rowcount

    async def insert(self, table: sa.Table, values: Values) -> int:
        """The new row's id."""
        made = await self._connection.execute(sa.insert(table).values(values).returning(table.c.id))
        return int(made.scalar_one())

    async def insert_or_ignore(self, table: sa.Table, rows: Sequence[Values]) -> int:
        """How many of the rows were new by every unique key."""
        if not rows:
            return 0
        first = next(iter(table.primary_key))
        statement = self._insert(table).values(rows).on_conflict_do_nothing().returning(first)
        return len((await self._connection.execute(statement)).all())

    async def upsert(self, table: sa.Table, values: Values, keep: Sequence[str] = ()) -> None:
        """Insert, or overwrite the row of this primary key save for the columns to `keep`."""
        keys = [column.name for column in table.primary_key]
        newer = {name: v for name, v in values.items() if name not in (*keys, *keep)}
        await self._connection.execute(
            self._insert(table)
            .values(values)
            .on_conflict_do_update(index_elements=keys, set_=newer)
        )

    def locked(self, statement: sa.Select[Any], *, skip: bool = False) -> sa.Select[Any]:
        """The rows held until the end of a writing transaction (SQLite has one writer anyway).

        Others may still add rows that name these (FOR NO KEY UPDATE), or two who did so and then
        lock them would wait for each other. With `skip`, rows that another holds are left out
        instead of waited for.
        """
        if not self.writing:
            return statement
        return statement.with_for_update(skip_locked=skip, key_share=True)

    def _insert(self, table: sa.Table) -> Any:
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        return dialect.insert(table)


def columns_of(value: Any, *leave: str) -> Values:
    """A frozen value's fields by name, for the columns of the same names."""
    row = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in leave}
    return {name: dict(v) if isinstance(v, Mapping) else v for name, v in row.items()}


def without(row: Mapping[str, Any], *leave: str) -> Values:
    return {name: value for name, value in row.items() if name not in leave}
