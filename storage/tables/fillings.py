"""Workbooks being filled in by answering questions in chat."""

import sqlalchemy as sa

from bot.rules.filling import FillingState, Walk
from storage.columns import Instant, Json, OneOf, RowId, TelegramId
from storage.tables.base import metadata, partial

fillings = sa.Table(
    "fillings",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("run_id", sa.ForeignKey("runs.id"), nullable=False),
    sa.Column("seat", sa.Text, nullable=False),
    sa.Column("person_id", TelegramId, nullable=False),
    sa.Column("asked_at", Instant, nullable=False),
    sa.Column("state", OneOf(FillingState), nullable=False),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("walk", OneOf(Walk), nullable=False),
    sa.Column("answers", Json, nullable=False),
    sa.Column("turn", sa.Integer, nullable=False),
    partial(
        "one_open_filling", "person_id", "run_id", "seat", where="state = 'berjalan'", unique=True
    ),
    partial("open_fillings_of_run", "run_id", where="state = 'berjalan'"),
)
