"""A message as a bubble: its words, its file, its buttons and what hangs on it."""

import json
from typing import Any
from zlib import crc32

from bot.rehearsal.page.pictures import size_of
from bot.rehearsal.page.scene import Scene
from bot.rehearsal.telegram import Message, Person
from bot.texts import pages as texts
from bot.texts.formats import file_size

Json = dict[str, Any]

QUOTED = 120  # characters of the message replied to


def shown(scene: Scene, message: Message, viewer: Person) -> Json:
    """`v` is another one whenever anything of it is."""
    whole = _whole(scene, message, viewer)
    return {**whole, "v": crc32(json.dumps(whole, sort_keys=True).encode())}


def _whole(scene: Scene, message: Message, viewer: Person) -> Json:
    return {
        "id": message.id,
        "from": {
            "id": message.by.id,
            "name": message.by.name,
            "bot": message.by is scene.telegram.bot,
        },
        "mine": message.by is viewer,
        "time": texts.time(message.date, scene.zone),
        "day": texts.day(message.date, scene.zone),
        "edited": message.edited_at is not None,
        "text": message.text,
        "entities": message.entities,
        "reply_to": _quoted(message.reply_to),
        "album": message.album,
        "forwarded": _origin(message),
        "service": service(message),
        "file": _file(message, viewer),
        "rows": [[_button(button) for button in row] for row in message.rows],
        "asks_reply": asks(message, viewer),
        "reactions": message.reactions,
        "pinned": message.pinned,
    }


def _quoted(message: Message | None) -> Json | None:
    if message is None or message.deleted:
        return None
    name = message.file.name if message.file else ""
    words = " ".join(message.text.split())[:QUOTED]
    return {"id": message.id, "from": message.by.name, "text": words or name}


def _origin(message: Message) -> str | None:
    return message.forward_origin["sender_user"]["first_name"] if message.forward_origin else None


def service(message: Message) -> str | None:
    about, by = message.service, message.by.name
    if "new_chat_members" in about:
        return texts.joined(by, about["new_chat_members"][0]["first_name"])
    if "left_chat_member" in about:
        return texts.left(by, about["left_chat_member"]["first_name"])
    return next((texts.SERVICES.get(kind, kind) for kind in about), None)


def _file(message: Message, viewer: Person) -> Json | None:
    if message.file is None:
        return None
    upload = message.file.upload
    photo = upload.kind == "photo"
    width, height = size_of(upload.content) if photo else (None, None)
    return {
        "name": upload.name,
        "size": file_size(upload.size),
        "photo": photo,
        "url": f"/berkas/{message.chat.id}/{message.id}?person={viewer.id}",
        "width": width,
        "height": height,
    }


def _button(button: Json) -> Json:
    kinds = {"callback_data": "callback", "url": "url", "copy_text": "copy"}
    kind = next(kinds[name] for name in kinds if name in button)
    return {"text": button["text"], "kind": kind, "style": button.get("style")}


def asks(message: Message, viewer: Person) -> bool:
    """Whether a ForceReply is meant for the viewer and not yet answered by him.

    A selective one is for those whom the text mentions and for the author of the message that it
    replies to (Bot API, ForceReply).
    """
    if not message.asks_reply or _answered(message, viewer):
        return False
    if message.chat.private or not (message.markup or {}).get("selective"):
        return True
    mentioned = {e["user"]["id"] for e in message.entities if e["type"] == "text_mention"}
    return viewer.id in mentioned or (
        message.reply_to is not None and message.reply_to.by is viewer
    )


def _answered(message: Message, viewer: Person) -> bool:
    later = message.chat.posted[message.id :]
    return any(one.reply_to is message and one.by is viewer for one in later)
