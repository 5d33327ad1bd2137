"""What came from Telegram and is not settled yet, and who is minding the database."""

import sqlalchemy as sa

from bot.rules.inbox import LetterState
from bot.rules.offers import OfferState
from storage.columns import Instant, Json, OneOf, RowId, TelegramId
from storage.tables.base import metadata, partial, words

inbox = sa.Table(
    "inbox",
    metadata,
    # the order of arrival: update_id starts anew after a silent week (Bot API, Update)
    sa.Column("seq", RowId, primary_key=True),
    # none once it is done and old: Telegram may give the number anew
    sa.Column("update_id", sa.BigInteger, unique=True),
    sa.Column("chat_id", TelegramId, nullable=False),
    sa.Column("raw", Json, nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("state", OneOf(LetterState), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, default=0),
    sa.Column("not_before", Instant),
    words("error"),
    partial("letters_waiting", "chat_id", "seq", where="state = 'new'"),
    partial("letters_done", "at", where="state = 'done' AND update_id IS NOT NULL"),
)

offers = sa.Table(
    "offers",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("sender", TelegramId, nullable=False),
    sa.Column("chat_id", TelegramId, nullable=False),
    sa.Column("message_id", sa.BigInteger, nullable=False),
    sa.Column("file_id", sa.Text, nullable=False),
    words("name"),
    sa.Column("size", sa.BigInteger, nullable=False),
    words("mime"),
    sa.Column("media", sa.Text, nullable=False),
    sa.Column("at", Instant, nullable=False),
    words("caption"),
    sa.Column("album", sa.Text, nullable=False),
    sa.Column("reply_to", sa.BigInteger),
    sa.Column("thread_id", sa.BigInteger),
    sa.Column("office_id", sa.ForeignKey("offices.id")),
    sa.Column("state", OneOf(OfferState), nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    words("reason"),
    sa.Column("document_id", sa.ForeignKey("documents.id"), index=True),
    sa.Column("target", Json),
    sa.Column("read", Json),
    sa.Column("version_of", sa.Text, nullable=False),
    sa.Column("unique_id", sa.Text, nullable=False),
    # an edited message may offer another file
    sa.UniqueConstraint("chat_id", "message_id", "file_id"),
    sa.Index("ix_offers_sender_at", "sender", "at"),
    partial("albums", "chat_id", "album", where="album <> ''"),
    partial("versions", "version_of", where="version_of <> ''"),
)

questions = sa.Table(
    "questions",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("person_id", TelegramId, nullable=False),
    sa.Column("purpose", sa.Text, nullable=False),
    sa.Column("args", Json, nullable=False),
    sa.Column("asked_at", Instant, nullable=False),
    sa.Column("open", sa.Boolean, nullable=False),
    partial("open_questions", "person_id", where="open"),
)

# what was asked of /berkas: a button that turns its pages names the row
searches = sa.Table(
    "searches",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("office_id", sa.ForeignKey("offices.id"), nullable=False),
    sa.Column("person_id", TelegramId, nullable=False),
    words("words"),
    sa.Column("at", Instant, nullable=False),
)

pulse = sa.Table(
    "pulse",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("beat_at", Instant, nullable=False),
)

# the number of the process that minds this database; a newer one fences the older out
instance = sa.Table(
    "instance",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("number", sa.BigInteger, nullable=False),
)
