"""leaveChat."""

from __future__ import annotations

from bot.rehearsal.telegram import joining
from bot.rehearsal.telegram.methods.registry import method
from bot.rehearsal.telegram.methods.targets import writable_chat
from bot.rehearsal.telegram.params import Params, require
from bot.rehearsal.telegram.state import State


@method("leaveChat", "chat_id")
def leave_chat(state: State, given: Params) -> bool:
    chat = writable_chat(state, given)
    require(not chat.private, "chat member status can't be changed in private chats")
    joining.leave(chat)
    return True
