"""editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.rehearsal.telegram import raw
from bot.rehearsal.telegram.errors import bad_request
from bot.rehearsal.telegram.messages import Content, Message
from bot.rehearsal.telegram.methods.markup import inline_only
from bot.rehearsal.telegram.methods.registry import method, one
from bot.rehearsal.telegram.methods.targets import target
from bot.rehearsal.telegram.methods.texts import caption_of, text_of
from bot.rehearsal.telegram.params import Params, require
from bot.rehearsal.telegram.state import State

EDITING = "business_connection_id chat_id message_id inline_message_id reply_markup "
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
DELETABLE = timedelta(hours=48)


@method("editMessageText", EDITING + "text parse_mode entities link_preview_options", one)
def edit_message_text(state: State, given: Params) -> Any:
    text, entities = text_of(state, given)
    message = _editable(state, given)
    require(message.file is None, "there is no text in the message to edit")
    return _change(message, Content(text, entities, None, inline_only(given)))


@method(
    "editMessageCaption",
    EDITING + "caption parse_mode caption_entities show_caption_above_media",
    one,
)
def edit_message_caption(state: State, given: Params) -> Any:
    text, entities = caption_of(state, given)
    message = _editable(state, given)
    require(message.file is not None, "there is no caption in the message to edit")
    return _change(message, Content(text, entities, message.file, inline_only(given)))


@method("editMessageReplyMarkup", EDITING, one)
def edit_message_reply_markup(state: State, given: Params) -> Any:
    message = _editable(state, given)
    return _change(message, replace(message.content, markup=inline_only(given)))


@method("deleteMessage", "chat_id message_id")
def delete_message(state: State, given: Params) -> bool:
    message = target(state, given, "to delete")
    chat = message.chat
    if message.by is not state.bot and not (chat.private or chat.bot_can_delete):
        raise bad_request("message can't be deleted")
    if state.clock() - message.date > DELETABLE and not chat.bot_can_delete:
        raise bad_request("message can't be deleted for everyone")
    message.deleted = True
    state.bell.ring()
    return True


def _editable(state: State, given: Params) -> Message:
    """One of the bot's own; a message with a forced reply cannot be edited either."""
    message = target(state, given, "to edit")
    inline = message.markup is None or "inline_keyboard" in message.markup
    require(message.by is state.bot and inline, "message can't be edited")
    return message


def _change(message: Message, content: Content) -> Any:
    require(content != message.content, NOT_MODIFIED)
    state = message.chat.state
    message.change(content, state.clock())
    state.bell.ring()
    return raw.message(message)
