"""People and chats as the page lists them, and what the person may do in the chat."""

from time import monotonic
from typing import Any

from bot.rehearsal.page.scene import Scene
from bot.rehearsal.page.views.messages import service
from bot.rehearsal.telegram import Chat, Message, Person

Json = dict[str, Any]

PREVIEW = 80  # characters of the last message
TYPING = 5.0  # real seconds that a chat action is shown (Bot API, sendChatAction)


def person(scene: Scene, one: Person) -> Json:
    return {
        "id": one.id,
        "name": one.name,
        "seats": [scene.stage.seat_of(key).title for key in scene.seats_of(one)],
        "unread": sum(scene.marks.unread(one, chat) for chat in scene.chats_of(one)),
        "blocked": one.blocked,
        "started": one.started,
    }


def chat(scene: Scene, one: Chat, viewer: Person) -> Json:
    return {
        "id": one.id,
        "title": scene.telegram.bot.name if one.private else one.title,
        "kind": one.kind,
        "unread": scene.marks.unread(viewer, one),
        "last": preview(one.messages[-1]) if one.messages else "",
    }


def preview(message: Message) -> str:
    """In one line, without formatting."""
    if message.service:
        return service(message) or ""
    words = " ".join(message.text.split())
    name = message.file.name if message.file else ""
    return (words or name)[:PREVIEW]


def rights(viewer: Person, one: Chat) -> Json:
    must_start = one.private and (not viewer.started or viewer.blocked)
    writes = one.has(viewer) and not must_start and not viewer.deactivated
    return {"can_write": writes, "must_start": must_start}


def typing(scene: Scene, one: Chat) -> bool:
    """Until a message of the bot comes, five real seconds at most."""
    for call in reversed(scene.telegram.calls):
        if call.ended < monotonic() - TYPING:
            return False
        if call.params.get("chat_id") in (one.id, str(one.id)) and call.applied:
            return call.method == "sendChatAction"
    return False
