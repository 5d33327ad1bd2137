"""The runs that were proposed by themselves, one row a period of an office."""

import sqlalchemy as sa

from bot.rules.proposals import ProposalState
from storage.columns import Instant, OneOf, RowId
from storage.tables.base import metadata, partial

proposals = sa.Table(
    "proposals",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("office_id", sa.ForeignKey("offices.id"), nullable=False),
    sa.Column("period", sa.Text, nullable=False),
    sa.Column("state", OneOf(ProposalState), nullable=False),
    sa.Column("put_offs", sa.Integer, nullable=False),
    sa.Column("again_at", Instant),
    sa.UniqueConstraint("period", "office_id"),
    partial("proposals_to_ask_again", "again_at", where="again_at IS NOT NULL"),
)
