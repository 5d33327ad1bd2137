"""The papers that were printed, by what they say, with their twins."""

import sqlalchemy as sa

from bot.rules.printed import PaperKind
from storage.columns import Instant, OneOf, RowId, TelegramId
from storage.tables.base import metadata, words

printed_papers = sa.Table(
    "printed_papers",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("office_id", sa.ForeignKey("offices.id"), nullable=False, index=True),
    sa.Column("run_id", sa.ForeignKey("runs.id"), nullable=False),
    sa.Column("kind", OneOf(PaperKind), nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("code", sa.Text, nullable=False, unique=True),
    words("title"),
    sa.Column("printed_at", Instant, nullable=False),
    sa.Column("latest_at", Instant, nullable=False),
    sa.Column("printed_by", TelegramId),
    # the signed hardcopy, once it was received
    sa.Column("received_at", Instant),
    sa.Column("received_by", TelegramId),
    words("place"),
    # the signed twin: its file in the cabinet
    sa.Column("scan", sa.Text, nullable=False),
    words("scan_name"),
    sa.Column("scan_media", sa.Text, nullable=False),
    sa.Column("scan_at", Instant),
    sa.Column("scan_by", TelegramId),
    sa.UniqueConstraint("run_id", "kind", "subject", "digest"),
)
