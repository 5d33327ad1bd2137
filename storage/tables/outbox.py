"""Errands, the chats that must wait, and the messages that stand in a chat."""

import sqlalchemy as sa

from bot.rules.errands import ErrandState, Service
from storage.columns import Instant, Json, OneOf, RowId, TelegramId
from storage.tables.base import metadata, partial, words

errands = sa.Table(
    "errands",
    metadata,
    sa.Column("id", RowId, primary_key=True),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("service", OneOf(Service), nullable=False),
    sa.Column("lane", sa.Text, nullable=False),
    sa.Column("chat_id", TelegramId),
    sa.Column("person_id", TelegramId),
    sa.Column("seat", sa.Text, nullable=False),
    sa.Column("thread_id", sa.BigInteger),
    sa.Column("reply_to", sa.BigInteger),
    sa.Column("not_before", Instant, nullable=False),
    sa.Column("office_id", sa.ForeignKey("offices.id")),
    sa.Column("message", Json),
    sa.Column("about", Json),
    sa.Column("card", sa.Text, nullable=False),
    sa.Column("target", sa.BigInteger),
    words("emoji"),
    sa.Column("offer_id", sa.ForeignKey("offers.id")),
    sa.Column("state", OneOf(ErrandState), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("faults", sa.Integer, nullable=False, server_default="0"),
    sa.Column("doubtful", sa.Boolean, nullable=False),
    sa.Column("quiet", sa.Boolean, nullable=False),
    sa.Column("unhurried", sa.Boolean, nullable=False),
    # given to a courier: what he carries is not changed behind his back
    sa.Column("handed", sa.Boolean, nullable=False, default=False),
    sa.Column("ended_at", Instant),
    sa.Column("sent_as", sa.BigInteger),
    words("error"),
    partial("errands_due", "lane", "id", where="state = 'due'"),
    partial("errands_next", "not_before", where="state = 'due'"),
    partial("errands_parked", "person_id", where="state = 'parked'"),
    partial("errands_pending_cards", "card", where="state IN ('due', 'parked') AND card <> ''"),
)

# chat 0 stands for every chat: Telegram gives no chat this id
EVERY_CHAT = 0

holds = sa.Table(
    "holds",
    metadata,
    sa.Column("chat_id", TelegramId, primary_key=True, autoincrement=False),
    sa.Column("until", Instant, nullable=False),
)

cards = sa.Table(
    "cards",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("chat_id", TelegramId, primary_key=True),
    sa.Column("message_id", sa.BigInteger, nullable=False),
    sa.Column("shown", sa.Text, nullable=False),
    sa.Index("ix_cards_chat_id_message_id", "chat_id", "message_id"),
)
