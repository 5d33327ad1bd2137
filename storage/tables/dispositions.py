"""The lembar disposisi: arahan and orders, numbered in the agenda of their office and year."""

import sqlalchemy as sa

from bot.rules.dispositions import DispositionState, Nature
from storage.columns import Instant, Json, OneOf, RowId
from storage.tables.base import metadata, words

dispositions = sa.Table(
    "dispositions",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("office_id", sa.ForeignKey("offices.id"), nullable=False),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("state", OneOf(DispositionState), nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("person", sa.ForeignKey("people.id"), nullable=False),
    sa.Column("seat", sa.Text, nullable=False),
    sa.Column("acting", sa.Text, nullable=False),
    sa.Column("on_behalf", sa.Text, nullable=False),
    words("instruction"),
    sa.Column("nature", OneOf(Nature), nullable=False),
    sa.Column("run_id", sa.ForeignKey("runs.id"), index=True),
    sa.Column("letter", Json),
    sa.UniqueConstraint("office_id", "year", "number"),
)
