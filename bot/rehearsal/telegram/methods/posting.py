"""How every message of the bot comes to stand in a chat."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.telegram import raw
from bot.rehearsal.telegram.chats import Chat
from bot.rehearsal.telegram.messages import Content, Message
from bot.rehearsal.telegram.methods.replies import replied_to
from bot.rehearsal.telegram.methods.targets import thread_of
from bot.rehearsal.telegram.params import Params


def draft(chat: Chat, given: Params, content: Content) -> Message:
    """The message, checked as to reply and topic, not yet posted."""
    state = chat.state
    reply_to = replied_to(chat, given)
    thread = thread_of(chat, given, reply_to)
    silent = given.flag("disable_notification")
    given.flag("protect_content")
    now = state.clock()
    return Message(chat, state.bot, now, content, reply_to=reply_to, thread=thread, silent=silent)


def post(message: Message) -> dict[str, Any]:
    """The Bot API's Message; bare commands now are meant for this bot."""
    message.chat.bot_was_last_bot = True
    message.chat.state.post(message)
    return raw.message(message)
