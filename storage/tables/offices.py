"""Offices, people, the seats they hold or stand in for, and claims to a seat."""

import sqlalchemy as sa

from bot.rules.people import ClaimState, Title
from storage.columns import Instant, Json, OneOf, RowId, TelegramId
from storage.tables.base import metadata, partial, words

offices = sa.Table(
    "offices",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("chat_id", TelegramId, nullable=False, unique=True),
    sa.Column("moved_from", TelegramId, nullable=True),
    words("title"),
    sa.Column("token", sa.Text, nullable=False, unique=True),
    sa.Column("active", sa.Boolean, nullable=False),
    words("calendar"),
    sa.Column("form", Json),
    sa.Column("rights", Json, nullable=False),
    sa.Column("closures", Json, nullable=False),
    sa.Column("digested_on", sa.Date),
    sa.Column("letterhead", Json, nullable=False),
    words("logo"),
    # how long the chain of the office's own facts is, and its last hash
    sa.Column("facts", sa.Integer, nullable=False, default=0),
    sa.Column("head", sa.Text, nullable=False, default=""),
)

people = sa.Table(
    "people",
    metadata,
    sa.Column("id", TelegramId, primary_key=True, autoincrement=False),
    words("name"),
    words("username"),
    sa.Column("reachable", sa.Boolean, nullable=False),
    words("given_name"),
    words("nip"),
)

seats = sa.Table(
    "seats",
    metadata,
    sa.Column("office_id", sa.ForeignKey("offices.id"), primary_key=True),
    sa.Column("seat", sa.Text, primary_key=True),
    sa.Column("person_id", sa.ForeignKey("people.id"), nullable=False, index=True),
)

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("office_id", sa.ForeignKey("offices.id"), nullable=False),
    sa.Column("seat", sa.Text, nullable=False),
    sa.Column("person_id", sa.ForeignKey("people.id"), nullable=False),
    sa.Column("asked_at", Instant, nullable=False),
    sa.Column("state", OneOf(ClaimState), nullable=False),
    partial(
        "one_open_claim", "office_id", "seat", "person_id", where="state = 'diajukan'", unique=True
    ),
)

staff = sa.Table(
    "staff",
    metadata,
    sa.Column("office_id", sa.ForeignKey("offices.id"), primary_key=True),
    sa.Column("seat", sa.Text, primary_key=True),
    sa.Column("person_id", sa.ForeignKey("people.id"), primary_key=True, index=True),
)

substitutions = sa.Table(
    "substitutions",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("office_id", sa.ForeignKey("offices.id"), nullable=False),
    sa.Column("seat", sa.Text, nullable=False),
    sa.Column("person_id", sa.ForeignKey("people.id"), nullable=False),
    sa.Column("title", OneOf(Title), nullable=False),
    sa.Column("first", sa.Date, nullable=False),
    sa.Column("last", sa.Date, nullable=False),
    sa.Column("begun_at", Instant),
    sa.Column("ended_at", Instant),
    partial("substitutions_open", "office_id", where="ended_at IS NULL"),
)

leaves = sa.Table(
    "leaves",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("office_id", sa.ForeignKey("offices.id"), nullable=False),
    sa.Column("person_id", sa.ForeignKey("people.id"), nullable=False),
    sa.Column("first", sa.Date, nullable=False),
    sa.Column("last", sa.Date, nullable=False),
    sa.Column("cancelled_at", Instant),
    sa.Index("ix_leaves_office_id_last", "office_id", "last"),
)
