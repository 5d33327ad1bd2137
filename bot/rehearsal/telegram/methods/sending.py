"""sendMessage, sendDocument, sendPhoto, sendChatAction."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.telegram.errors import bad_request
from bot.rehearsal.telegram.messages import Content
from bot.rehearsal.telegram.methods.markup import markup_of
from bot.rehearsal.telegram.methods.posting import draft, post
from bot.rehearsal.telegram.methods.registry import CAPTION, SENDING, method, one
from bot.rehearsal.telegram.methods.targets import writable_chat
from bot.rehearsal.telegram.methods.texts import caption_of, text_of
from bot.rehearsal.telegram.methods.uploads import file_of
from bot.rehearsal.telegram.params import Params
from bot.rehearsal.telegram.state import State

ACTION_NAMES = (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document "
    "choose_sticker find_location record_video_note upload_video_note"
)
ACTIONS = frozenset(ACTION_NAMES.split())


@method("sendMessage", SENDING + "text parse_mode entities link_preview_options", one)
def send_message(state: State, given: Params) -> Any:
    chat = writable_chat(state, given)
    text, entities = text_of(state, given)
    given.mapping("link_preview_options")
    content = Content(text, entities, markup=markup_of(given))
    return post(draft(chat, given, content))


@method(
    "sendDocument",
    SENDING + CAPTION + "document thumbnail disable_content_type_detection",
    one,
)
def send_document(state: State, given: Params) -> Any:
    return _send_file(state, given, "document")


@method("sendPhoto", SENDING + CAPTION + "photo show_caption_above_media has_spoiler", one)
def send_photo(state: State, given: Params) -> Any:
    return _send_file(state, given, "photo")


def _send_file(state: State, given: Params, kind: Any) -> Any:
    chat = writable_chat(state, given)
    text, entities = caption_of(state, given)
    markup = markup_of(given)
    message = draft(chat, given, Content(text, entities, markup=markup))
    file = file_of(state, given, kind, given.text(kind))
    message.content = Content(text, entities, file, markup)
    return post(message)


@method("sendChatAction", "business_connection_id chat_id message_thread_id action")
def send_chat_action(state: State, given: Params) -> bool:
    chat = writable_chat(state, given)
    if given.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    state.actions.append((chat, given.text("action")))
    state.bell.ring()
    return True
