"""The recorded approvals of a run's recap, one row a seat and closing of the run."""

import sqlalchemy as sa

from bot.rules.approvals import ApprovalState
from bot.rules.sop import ApprovalAct
from storage.columns import Instant, OneOf, TelegramId
from storage.tables.base import metadata, partial, words

approvals = sa.Table(
    "approvals",
    metadata,
    sa.Column("run_id", sa.ForeignKey("runs.id"), primary_key=True),
    sa.Column("turn", sa.Integer, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("seat", sa.Text, nullable=False),
    sa.Column("act", OneOf(ApprovalAct), nullable=False),
    sa.Column("recap", sa.Text, nullable=False),
    sa.Column("state", OneOf(ApprovalState), nullable=False),
    sa.Column("asked_at", Instant),
    sa.Column("look_again_at", Instant),
    sa.Column("rung", sa.Integer, nullable=False),
    sa.Column("decided_at", Instant),
    sa.Column("decided_by", TelegramId),
    words("name"),
    sa.Column("done_as", sa.Text, nullable=False),
    words("on_behalf"),
    words("reason"),
    sa.Column("voided_at", Instant),
    partial("approvals_to_look_at", "look_again_at", where="look_again_at IS NOT NULL"),
)
