"""Conditions that a partial index answers."""

from typing import Any

import sqlalchemy as sa


def is_one_of(column: sa.Column[Any], *values: Any) -> sa.ColumnElement[bool]:
    """With the values written out: a planner cannot match a parameter to an index's condition."""
    written = [sa.literal(value, column.type, literal_execute=True) for value in values]
    return column == written[0] if len(written) == 1 else column.in_(written)


def is_not(column: sa.Column[Any], value: Any) -> sa.ColumnElement[bool]:
    return column != sa.literal(value, column.type, literal_execute=True)


def is_named(column: sa.ColumnElement[str], name: str) -> sa.ColumnElement[bool]:
    """So, or so with more after a colon: "tugas:1:irban-1" is not "tugas:1:irban-12"."""
    return (column == name) | column.startswith(f"{name}:", autoescape=True)
