"""Runs with their duties and documents, and the facts about them."""

import sqlalchemy as sa

from bot.rules.letters import LetterState
from bot.rules.run import DocumentState, DutyState, RunState, Task
from storage.columns import Instant, Json, OneOf, RowId, TelegramId
from storage.tables.base import metadata, partial, words

runs = sa.Table(
    "runs",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("office_id", sa.ForeignKey("offices.id"), nullable=False, index=True),
    sa.Column("period", sa.Text, nullable=False),
    words("sop"),
    sa.Column("opened_at", Instant, nullable=False),
    sa.Column("state", OneOf(RunState), nullable=False),
    sa.Column("step", sa.Integer, nullable=False),
    sa.Column("step_opened_at", Instant),
    sa.Column("form", Json),
    words("remarks"),
    sa.Column("remarked_at", Instant),
    words("reason"),
    sa.Column("closed_at", Instant),
    sa.Column("recap", sa.Text, nullable=False),
    sa.Column("backdrop", Json),
    # how long the chain of the run's facts is, and its last hash
    sa.Column("facts", sa.Integer, nullable=False, default=0),
    sa.Column("head", sa.Text, nullable=False, default=""),
    partial("one_run_a_period", "office_id", "period", where="state <> 'batal'", unique=True),
)

duties = sa.Table(
    "duties",
    metadata,
    sa.Column("run_id", sa.ForeignKey("runs.id"), primary_key=True),
    sa.Column("step", sa.Integer, primary_key=True),
    sa.Column("task", OneOf(Task), primary_key=True),
    sa.Column("seat", sa.Text, primary_key=True),
    sa.Column("place", sa.Integer, nullable=False),  # in the run's order
    sa.Column("minutes", sa.Integer, nullable=False),
    sa.Column("state", OneOf(DutyState), nullable=False),
    sa.Column("opened_at", Instant),
    sa.Column("counted_from", Instant),
    sa.Column("counted", sa.Integer, nullable=False),
    sa.Column("due_at", Instant),
    sa.Column("look_again_at", Instant),
    sa.Column("rung", sa.Integer, nullable=False),
    sa.Column("done_at", Instant),
    sa.Column("done_as", sa.Text, nullable=False),
    words("remark"),
    words("plea"),
    sa.Column("pleas", sa.Integer, nullable=False),
    sa.Column("granted", sa.Integer, nullable=False),
    sa.Column("waited", sa.Boolean, nullable=False),
    sa.Column("rounds", Json, nullable=False),
    partial("duties_to_look_at", "look_again_at", where="look_again_at IS NOT NULL"),
)

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("run_id", sa.ForeignKey("runs.id"), nullable=False, index=True),
    sa.Column("seat", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("state", OneOf(DocumentState), nullable=False),
    sa.Column("received_at", Instant, nullable=False),
    sa.Column("sender", TelegramId, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("replaces", sa.ForeignKey("documents.id")),
    sa.Column("nihil", sa.Boolean, nullable=False),
    words("name"),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("file_id", sa.Text, nullable=False),
    sa.Column("media", sa.Text, nullable=False),
    sa.Column("chat_id", TelegramId, nullable=False),
    sa.Column("message_id", sa.BigInteger, nullable=False),
    words("reason"),
    sa.Column("decided_at", Instant),
    sa.Column("decided_by", TelegramId),
    sa.Column("form", Json),
    sa.Column("findings", Json, nullable=False),
    words("explanation"),
    sa.Column("explained_at", Instant),
    words("number"),
    sa.Column("dated", sa.Date),
    sa.Column("letter", OneOf(LetterState), nullable=False),
    sa.Column("repeats", sa.Integer, nullable=False),
    sa.Column("sent_as", sa.Text, nullable=False),
    words("on_behalf"),
    sa.Column("accepted_at", Instant),
    # whether it stands in the archive that people read (storage/archive.py)
    sa.Column("archived", sa.Boolean, nullable=False, default=False),
    sa.Column("archive_tries", sa.Integer, nullable=False, default=0),  # in vain
    partial("documents_to_archive", "archive_tries", "id", where="NOT archived"),
)

facts = sa.Table(
    "facts",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("office_id", sa.ForeignKey("offices.id"), nullable=False),
    sa.Column("run_id", sa.ForeignKey("runs.id")),
    sa.Column("place", sa.Integer, nullable=False),  # in the chain, from 1
    sa.Column("verb", sa.Text, nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("person", TelegramId),
    sa.Column("seat", sa.Text, nullable=False),
    sa.Column("detail", Json, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    partial("chain_of_run", "run_id", "place", where="run_id IS NOT NULL", unique=True),
    partial("chain_of_office", "office_id", "place", where="run_id IS NULL", unique=True),
)
