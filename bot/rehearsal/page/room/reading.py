"""A scene's people, chats and clock out of the JSON of its room."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.page.marks import Marks
from bot.rehearsal.page.room.faults import RoomRefused
from bot.rehearsal.page.room.folder import Room
from bot.rehearsal.page.room.writing import VERSION
from bot.rehearsal.telegram import Chat, File, Message, Person, Tap, Telegram, Upload
from bot.rehearsal.telegram.messages import Content
from bot.rehearsal.telegram.state import State
from bot.rehearsal.telegram.updates import Updates, Waiting
from bot.texts import pages as texts

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """What was read; `telegram` is filled with it."""

    group: Chat
    cast: dict[str, Person]
    marks: Marks


def clock_and_state(room: Room) -> tuple[RehearsalClock, Json]:
    """Refused: RoomRefused, where the state is of another version or no such state."""
    try:
        kept = json.loads(room.read_state())
        version = kept["gladi"]
        if version == VERSION:
            return RehearsalClock(datetime.fromisoformat(kept["clock"])), kept
    except (OSError, LookupError, TypeError, ValueError, RecursionError):
        raise RoomRefused(texts.room_damaged(str(room.path))) from None
    raise RoomRefused(texts.room_of_other_version(str(room.path)))


def fill(telegram: Telegram, kept: Json, room: Room) -> Kept:
    """Refused: RoomRefused, where anything of it is missing or not what it was."""
    try:
        return _fill(telegram.state, kept, room)
    except (OSError, LookupError, TypeError, ValueError, AttributeError):
        raise RoomRefused(texts.room_damaged(str(room.path))) from None


def _fill(state: State, kept: Json, room: Room) -> Kept:
    state.bot.token = str(kept["token"])
    state.numbers = int(kept["numbers"])
    state.people |= {one["id"]: Person(state, **one) for one in kept["people"]}
    state.files.kept |= {one["file_id"]: _file(one, room) for one in kept["files"]}
    state.files.links |= {path: (file, _at(until)) for path, file, until in kept["links"]}
    for one in kept["chats"]:
        _fill_chat(state, one)
    _fill_updates(state.updates, kept["updates"])
    for number, who, at, label in kept["taps"]:
        state.taps[number] = Tap(state, number, state.people[who], _at(at), label)
    state.commands |= kept["commands"]
    state.descriptions |= kept["descriptions"]
    cast = {key: state.people[who] for key, who in kept["cast"].items()}
    marks = Marks({(person, chat): number for person, chat, number in kept["read"]})
    return Kept(state.chats[kept["group"]], cast, marks)


def _file(kept: Json, room: Room) -> File:
    upload = Upload(kept["name"], room.open_file(kept["digest"]), kept["mime"], kept["kind"])
    return File(kept["file_id"], kept["unique"], upload)


def _fill_chat(state: State, kept: Json) -> None:
    known = {name: value for name, value in kept.items() if name not in ("members", "posted")}
    chat = Chat(state, **known, members=dict(kept["members"]))
    state.chats[chat.id] = chat
    for number, one in enumerate(kept["posted"], 1):
        chat.posted.append(_message(state, chat, number, one))


def _message(state: State, chat: Chat, number: int, kept: Json) -> Message:
    file = state.files.kept[kept["file"]] if "file" in kept else None
    entities = tuple(kept.get("entities", ()))
    by = state.bot if kept["by"] == state.bot.id else state.people[kept["by"]]
    return Message(
        chat,
        by,
        _at(kept["at"]),
        Content(kept["text"], entities, file, kept.get("markup")),
        id=number,
        reply_to=chat.posted[kept["reply_to"] - 1] if "reply_to" in kept else None,
        album=kept.get("album"),
        forward_origin=kept.get("origin"),
        service=kept.get("service", {}),
        edited_at=_at(kept["edited"]) if "edited" in kept else None,
        reactions=kept.get("reactions", []),
        pinned=kept.get("pinned", False),
        deleted=kept.get("deleted", False),
        silent=kept.get("silent", False),
    )


def _fill_updates(updates: Updates, kept: Json) -> None:
    updates.wanted = list(kept["wanted"])
    updates.next_id = int(kept["next"])
    for number, kind, payload, chat, expires in kept["waiting"]:
        updates.waiting.append(Waiting(number, kind, payload, chat, _at(expires)))


def _at(kept: str) -> datetime:
    return datetime.fromisoformat(kept)
