"""An update of Telegram's as a call: who acts, where and when, as a frozen value."""

from datetime import datetime

from telegram import Chat, MaybeInaccessibleMessage, Message, Update, User

from bot.rules.people import Person
from bot.usecases.desk import Call


def call_of(update: Update, now: datetime) -> Call | None:
    """The call, or None for an update that no person in a private chat or group sent."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None or user is None or chat.type == Chat.CHANNEL:
        return None
    message = message_of(update)
    return Call(
        update_id=update.update_id,
        at=now,
        person=person_of(user, reachable=chat.type == Chat.PRIVATE),
        chat_id=chat.id,
        private=chat.type == Chat.PRIVATE,
        message_id=message.message_id if message is not None else 0,
        reply_to=_reply_to(update, message),
        thread_id=thread_of(message),
        chat_title=chat.title or "",
        tapped=update.callback_query is not None,
    )


def person_of(user: User, *, reachable: bool = False) -> Person:
    """`reachable` where the person writes privately: then the private chat is open."""
    return Person(user.id, user.full_name, user.username or "", reachable)


def answered(message: Message) -> Message | None:
    """The message that this one replies to.

    In a topic every message formally replies to the one that opened the topic: that is no reply.
    """
    original = message.reply_to_message
    return None if original is None or original.forum_topic_created is not None else original


def thread_of(message: MaybeInaccessibleMessage | None) -> int | None:
    """The topic. Outside topics Telegram gives threads of replies the same field."""
    if isinstance(message, Message) and message.is_topic_message:
        return message.message_thread_id
    return None


def as_the_group(message: Message) -> bool:
    """Sent by an anonymous administrator, or in a channel's name: nobody can be held to it."""
    return message.sender_chat is not None and message.chat.type != Chat.PRIVATE


def message_of(update: Update) -> MaybeInaccessibleMessage | None:
    """The message written or tapped on; a tapped one may be too old to be read."""
    query = update.callback_query
    return query.message if query is not None else update.effective_message


def _reply_to(update: Update, message: MaybeInaccessibleMessage | None) -> int | None:
    """The message whose button was tapped, or the one that was answered."""
    if update.callback_query is not None:
        return message.message_id if message is not None else None
    original = answered(message) if isinstance(message, Message) else None
    return original.message_id if original is not None else None
