"""What Telegram and its people know, as JSON."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.rehearsal.page.room.folder import Room
from bot.rehearsal.page.scene import Scene
from bot.rehearsal.telegram import Chat, File, Message, Person
from bot.rehearsal.telegram.state import State
from bot.rehearsal.telegram.updates import Updates

Json = dict[str, Any]

VERSION = 1


@dataclass(eq=False)
class Keeper:
    """Keeps a scene in its room; what did not change is not written again."""

    room: Room
    _digests: dict[str, str] = field(default_factory=dict)
    _told: bytes = b""

    def keep(self, scene: Scene) -> None:
        state = json.dumps(whole(scene, self._digest)).encode()
        if state != self._told:
            self.room.write_state(state)
            self._told = state

    def _digest(self, file: File) -> str:
        if file.file_id not in self._digests:
            self._digests[file.file_id] = self.room.keep_file(file.content)
        return self._digests[file.file_id]


def whole(scene: Scene, digest: Callable[[File], str]) -> Json:
    """`digest` keeps a file's bytes and names them."""
    state = scene.telegram.state
    return {
        "gladi": VERSION,
        "clock": scene.clock.now().isoformat(),
        "token": state.bot.token,
        "numbers": state.numbers,
        "group": scene.group.id,
        "cast": {key: person.id for key, person in scene.stage.cast.items()},
        "read": [[*key, number] for key, number in scene.marks.read.items()],
        "people": [_person(person) for person in state.people.values()],
        "files": [_file(file, digest(file)) for file in state.files.kept.values()],
        "links": [[p, f, _at(until)] for p, (f, until) in state.files.links.items()],
        "chats": [_chat(chat) for chat in state.chats.values()],
        "updates": _updates(state.updates),
        "taps": _taps(state),
        "commands": state.commands,
        "descriptions": state.descriptions,
    }


def _person(person: Person) -> Json:
    known = ("id", "name", "username", "started", "blocked", "deactivated", "met")
    return {name: getattr(person, name) for name in known}


def _file(file: File, digest: str) -> Json:
    return {
        "file_id": file.file_id,
        "unique": file.file_unique_id,
        "name": file.name,
        "mime": file.upload.mime,
        "kind": file.upload.kind,
        "digest": digest,
    }


def _chat(chat: Chat) -> Json:
    known = ("id", "kind", "title", "bot_status", "bot_can_pin", "bot_can_delete")
    return {
        **{name: getattr(chat, name) for name in known},
        "bot_was_last_bot": chat.bot_was_last_bot,
        "members": [[who, status] for who, status in chat.members.items()],
        "posted": [_message(message) for message in chat.posted],
    }


def _message(message: Message) -> Json:
    """Without what an edit replaced: nobody sees that in Telegram either."""
    optional = {
        "entities": message.entities,
        "file": message.file.file_id if message.file else None,
        "markup": message.markup,
        "reply_to": message.reply_to.id if message.reply_to else None,
        "album": message.album,
        "origin": message.forward_origin,
        "service": message.service,
        "edited": _at(message.edited_at) if message.edited_at else None,
        "reactions": message.reactions,
        "pinned": message.pinned,
        "deleted": message.deleted,
        "silent": message.silent,
    }
    told = {name: value for name, value in optional.items() if value}
    return {"by": message.by.id, "at": _at(message.date), "text": message.text, **told}


def _updates(updates: Updates) -> Json:
    waiting = [
        [one.id, one.kind, one.payload, one.chat_id, _at(one.expires)] for one in updates.waiting
    ]
    return {"waiting": waiting, "wanted": updates.wanted, "next": updates.next_id}


def _taps(state: State) -> list[Any]:
    """Those that the bot may still answer."""
    waiting = [tap for tap in state.taps.values() if tap.open]
    return [[tap.id, tap.by.id, _at(tap.at), tap.label] for tap in waiting]


def _at(moment: datetime) -> str:
    return moment.isoformat()
