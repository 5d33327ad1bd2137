"""One metadata; constraints are named, so that a migration can change them."""

from typing import Any

import sqlalchemy as sa

from storage.columns import Words

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def partial(name: str, *columns: Any, where: str, unique: bool = False) -> sa.Index:
    """An index of only the rows that `where` names: what is settled costs it nothing."""
    condition = sa.text(where)
    return sa.Index(
        name, *columns, unique=unique, sqlite_where=condition, postgresql_where=condition
    )


def words(name: str) -> sa.Column[str]:
    return sa.Column(name, Words, nullable=False)
