"""Coming and going: people, the bot, rights, blocks, and the move to a supergroup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.rehearsal.telegram import raw
from bot.rehearsal.telegram.errors import CannotHappen
from bot.rehearsal.telegram.messages import Content, Message
from bot.rehearsal.telegram.speaking import How, publish, say

if TYPE_CHECKING:
    from bot.rehearsal.telegram.chats import Chat, Status
    from bot.rehearsal.telegram.people import Bot, Person

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


def start(person: Person, payload: str) -> Message:
    """The /start that Telegram's client sends; a blocked bot is unblocked by it."""
    if not PAYLOAD.fullmatch(payload):
        raise CannotHappen(f"a deep link cannot carry {payload!r}")
    if person.blocked:
        unblock(person)
    person.started = True
    person.chat.bot_status = "member"
    return say(person, person.chat, f"/start {payload}".strip(), How())


def block(person: Person) -> None:
    person.blocked = True
    _bot_becomes(person.chat, "kicked", person)


def unblock(person: Person) -> None:
    person.blocked = False
    _bot_becomes(person.chat, "member", person)


def add_bot(chat: Chat, by: Person) -> None:
    _check_member(chat, by)
    _bot_becomes(chat, "member", by)
    _service(chat, by, {"new_chat_members": [chat.state.bot.raw()]})


def remove_bot(chat: Chat, by: Person) -> None:
    """The group reads that the bot left; the bot itself learns it as my_chat_member."""
    _check_administrator(chat, by)
    _bot_becomes(chat, "kicked", by)
    _service(chat, by, {"left_chat_member": chat.state.bot.raw()})


def leave(chat: Chat) -> None:
    """The bot goes of itself, and is told so like of any change of its own rights."""
    _bot_becomes(chat, "left", chat.state.bot)


def promote_bot(
    chat: Chat, by: Person | None, *, can_pin: bool = True, can_delete: bool = False
) -> None:
    before = raw.member(chat, chat.state.bot)
    chat.bot_can_pin, chat.bot_can_delete = can_pin, can_delete
    _bot_becomes(chat, "administrator", by or _owner(chat), before)


def demote_bot(chat: Chat, by: Person | None) -> None:
    before = raw.member(chat, chat.state.bot)
    chat.bot_can_pin = chat.bot_can_delete = False
    _bot_becomes(chat, "member", by or _owner(chat), before)


def add_person(chat: Chat, person: Person, by: Person) -> Message:
    chat.members[person.id] = "member"
    return _service(chat, by, {"new_chat_members": [person.raw()]})


def remove_person(chat: Chat, person: Person, by: Person) -> Message:
    message = _service(chat, by, {"left_chat_member": person.raw()})
    chat.members[person.id] = "left" if by is person else "kicked"
    return message


def open_topic(chat: Chat, name: str, by: Person) -> int:
    """The new topic's message_thread_id."""
    if not chat.forum:
        raise CannotHappen(f"{chat.title} has no topics")
    thread = len(chat.posted) + 1
    chat.topics[thread] = name
    about = {"name": name, "icon_color": 7322096}
    _service(chat, by, {"forum_topic_created": about}, thread)
    return thread


def migrate(chat: Chat) -> Chat:
    """The new supergroup: other id, same people and rights, message ids from 1."""
    if chat.kind != "group" or chat.moved_to:
        raise CannotHappen(f"{chat.title} cannot become a supergroup")
    new, owner = chat.state.new_group("supergroup", chat.title), _owner(chat)
    new.members, new.bot_status = dict(chat.members), chat.bot_status
    new.bot_can_pin, new.bot_can_delete = chat.bot_can_pin, chat.bot_can_delete
    _service(chat, owner, {"migrate_to_chat_id": new.id})
    chat.moved_to = new
    _service(new, owner, {"migrate_from_chat_id": chat.id})
    return new


def _service(chat: Chat, by: Person, about: dict[str, Any], thread: int | None = None) -> Message:
    now = chat.state.clock()
    return publish(Message(chat, by, now, Content(), service=about, thread=thread))


def _bot_becomes(
    chat: Chat, status: Status, by: Person | Bot, before: dict[str, Any] | None = None
) -> None:
    old = before or raw.member(chat, chat.state.bot)
    chat.bot_status = status
    payload = {
        "chat": chat.raw(),
        "from": by.raw(),
        "date": raw.unix(chat.state.clock()),
        "old_chat_member": old,
        "new_chat_member": raw.member(chat, chat.state.bot),
    }
    chat.state.tell_bot("my_chat_member", payload, chat)


def _owner(chat: Chat) -> Person:
    owner = next(who for who, status in chat.members.items() if status == "creator")
    return chat.state.people[owner]


def _check_member(chat: Chat, by: Person) -> None:
    if not chat.has(by):
        raise CannotHappen(f"{by.name} is not in {chat.title}")


def _check_administrator(chat: Chat, by: Person) -> None:
    if not chat.is_administrator(by):
        raise CannotHappen(f"{by.name} is no administrator of {chat.title}")
