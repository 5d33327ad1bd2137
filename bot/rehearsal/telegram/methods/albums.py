"""sendMediaGroup: 2 to 10 files as one album."""

from __future__ import annotations

from typing import Any, cast

from bot.rehearsal.telegram.errors import bad_request
from bot.rehearsal.telegram.files import FileKind
from bot.rehearsal.telegram.messages import Content
from bot.rehearsal.telegram.methods.posting import draft, post
from bot.rehearsal.telegram.methods.registry import SENDING, method
from bot.rehearsal.telegram.methods.targets import writable_chat
from bot.rehearsal.telegram.methods.texts import caption_of
from bot.rehearsal.telegram.methods.uploads import file_of
from bot.rehearsal.telegram.params import Json, Params, WrongParameter, only, require
from bot.rehearsal.telegram.state import State

MEDIA_FIELDS = (
    "type media thumbnail caption parse_mode caption_entities "
    "disable_content_type_detection show_caption_above_media has_spoiler"
)
ALLOWED = SENDING.replace("reply_markup", "").replace("suggested_post_parameters", "") + "media"


def _items(given: Params) -> list[Json]:
    return given.array("media") or []


@method("sendMediaGroup", ALLOWED, lambda given: max(1, len(_items(given))))
def send_media_group(state: State, given: Params) -> Any:
    chat = writable_chat(state, given)
    items = _items(given)
    require(2 <= len(items) <= 10, "album must have 2 to 10 files")
    contents = [_content(state, given, item) for item in items]
    kinds = {item["type"] for item in items}
    require(len(kinds) == 1, "Document can't be mixed with other media types")
    album = f"13{state.next_number():09}"
    messages = [draft(chat, given, content) for content in contents]
    for message in messages:
        message.album = album
    return [post(message) for message in messages]


def _content(state: State, given: Params, item: Json) -> Content:
    only(item, MEDIA_FIELDS, "InputMedia")
    kind, media = item.get("type"), item.get("media")
    if kind not in ("document", "photo"):
        raise WrongParameter("this miniature sends albums of documents or photos only")
    if not isinstance(media, str) or not media:
        raise bad_request("media not found")
    text, entities = caption_of(state, Params(item))
    return Content(text, entities, file_of(state, given, cast(FileKind, kind), media))
