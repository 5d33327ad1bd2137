"""Which chat and which message a call means, and whether the bot may write there."""

from __future__ import annotations

from bot.rehearsal.telegram.chats import Chat
from bot.rehearsal.telegram.errors import ApiError, bad_request, forbidden
from bot.rehearsal.telegram.messages import Message
from bot.rehearsal.telegram.params import Params
from bot.rehearsal.telegram.people import Person
from bot.rehearsal.telegram.state import State


def writable_chat(state: State, given: Params) -> Chat:
    """The chat, where the bot may write to it; refused in the words of the Bot API."""
    chat = known_chat(state, given)
    if chat.private:
        _check_person(state.people[chat.id])
    else:
        check_inside(chat)
    return chat


def known_chat(state: State, given: Params) -> Chat:
    chat_id = given.integer("chat_id")
    if chat_id is None:
        raise bad_request("chat_id is empty")
    person = state.people.get(chat_id)
    if person and person.met:
        return state.private(person)
    chat = state.chats.get(chat_id)
    if chat is None or chat.private or not _ever_inside(chat):
        raise bad_request("chat not found")
    if chat.moved_to:
        description = "Bad Request: group chat was upgraded to a supergroup chat"
        raise ApiError(400, description, migrate_to_chat_id=chat.moved_to.id)
    return chat


def check_inside(chat: Chat) -> None:
    kind = "supergroup chat" if chat.kind == "supergroup" else "group chat"
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {kind}")
    if not chat.bot_inside:
        raise forbidden(f"bot is not a member of the {kind}")


def _check_person(person: Person) -> None:
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")


def _ever_inside(chat: Chat) -> bool:
    return chat.bot_status != "left" or bool(chat.from_bot)


def target(state: State, given: Params, purpose: str) -> Message:
    """The message of message_id; `purpose` as in "message to edit not found"."""
    chat = writable_chat(state, given)
    number = given.integer("message_id")
    if not number:
        raise bad_request("message identifier is not specified")
    message = chat.message(number)
    if message is None:
        raise bad_request(f"message {purpose} not found")
    return message


def thread_of(chat: Chat, given: Params, reply_to: Message | None) -> int | None:
    """The topic to write in: the named one, else that of the message replied to."""
    thread = given.integer("message_thread_id")
    if thread is None:
        return reply_to.thread if reply_to else None
    if thread not in chat.topics:
        raise bad_request("message thread not found")
    return thread
