"""The commands that a person is offered in a chat, as Telegram's client picks them."""

import json
from collections.abc import Iterator
from typing import Any

from bot.rehearsal.telegram import Chat, Person
from bot.rehearsal.telegram.state import State

LANGUAGES = ("id", "")


def commands_for(state: State, person: Person, chat: Chat) -> list[dict[str, str]]:
    """Those of the narrowest scope that has any (Bot API, BotCommandScope)."""
    for scope in _scopes(person, chat):
        for language in LANGUAGES:
            found = state.commands.get(json.dumps([scope, language], sort_keys=True))
            if found:
                return [{**one, "command": f"/{one['command']}"} for one in found]
    return []


def _scopes(person: Person, chat: Chat) -> Iterator[dict[str, Any]]:
    """From the narrowest to the widest."""
    if chat.private:
        yield {"type": "chat", "chat_id": chat.id}
        yield {"type": "all_private_chats"}
    else:
        yield {"type": "chat_member", "chat_id": chat.id, "user_id": person.id}
        if chat.is_administrator(person):
            yield {"type": "chat_administrators", "chat_id": chat.id}
        yield {"type": "chat", "chat_id": chat.id}
        if chat.is_administrator(person):
            yield {"type": "all_chat_administrators"}
        yield {"type": "all_group_chats"}
    yield {"type": "default"}
