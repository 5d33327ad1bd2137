"""getMe, getFile, getChat and the answers about members."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.telegram import raw
from bot.rehearsal.telegram.chats import Chat
from bot.rehearsal.telegram.errors import bad_request
from bot.rehearsal.telegram.methods.registry import method
from bot.rehearsal.telegram.methods.targets import check_inside, known_chat
from bot.rehearsal.telegram.params import Params
from bot.rehearsal.telegram.state import State

GIFTS = "unlimited_gifts limited_gifts unique_gifts premium_subscription gifts_from_channels"


@method("getMe")
def get_me(state: State, _: Params) -> Any:
    return {
        **state.bot.raw(),
        "can_join_groups": True,
        "can_read_all_group_messages": state.bot.can_read_all_group_messages,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("getFile", "file_id")
def get_file(state: State, given: Params) -> Any:
    file, path = state.files.link(given.text("file_id"), state.clock())
    return {
        "file_id": file.file_id,
        "file_unique_id": file.file_unique_id,
        "file_size": file.upload.size,
        "file_path": path,
    }


@method("getChat", "chat_id")
def get_chat(state: State, given: Params) -> Any:
    chat = _readable(state, given)
    gifts = dict.fromkeys(GIFTS.split(), False)
    pinned = {"pinned_message": raw.message(chat.pinned[-1])} if chat.pinned else {}
    about = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
    return {**chat.raw(), **about, **pinned}


@method("getChatMember", "chat_id user_id")
def get_chat_member(state: State, given: Params) -> Any:
    chat = _readable(state, given)
    user_id = given.integer("user_id")
    if user_id == state.bot.id:
        return raw.member(chat, state.bot)
    person = state.people.get(user_id or 0)
    if person is None or not (person.met or person.id in chat.members):
        raise bad_request("PARTICIPANT_ID_INVALID")
    person.met = True
    return raw.member(chat, person)


@method("getChatAdministrators", "chat_id return_bots")
def get_chat_administrators(state: State, given: Params) -> Any:
    """People only, as the Bot API leaves out other bots; the bot itself is listed."""
    chat = _group(state, given)
    people = [state.people[who] for who in chat.members]
    leading = [person for person in people if chat.is_administrator(person)]
    for person in leading:
        person.met = True
    ours = [raw.member(chat, state.bot)] if chat.bot_status == "administrator" else []
    return [raw.member(chat, person) for person in leading] + ours


@method("getChatMemberCount", "chat_id")
def get_chat_member_count(state: State, given: Params) -> int:
    chat = _readable(state, given)
    present = sum(chat.has(state.people[who]) for who in chat.members)
    return present + (1 if chat.private or chat.bot_inside else 0)


def _group(state: State, given: Params) -> Chat:
    chat = _readable(state, given)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    return chat


def _readable(state: State, given: Params) -> Chat:
    chat = known_chat(state, given)
    if not chat.private:
        check_inside(chat)
    return chat
