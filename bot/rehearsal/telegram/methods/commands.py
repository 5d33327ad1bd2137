"""The bot's commands per scope, and its descriptions."""

from __future__ import annotations

import json
import re
from typing import Any

from bot.rehearsal.telegram.errors import bad_request
from bot.rehearsal.telegram.methods.registry import method
from bot.rehearsal.telegram.params import Json, Params, only, require
from bot.rehearsal.telegram.state import State

NAME = re.compile(r"[a-z0-9_]{1,32}")
MOST_COMMANDS = 100
SCOPES = {
    "default": "",
    "all_private_chats": "",
    "all_group_chats": "",
    "all_chat_administrators": "",
    "chat": "chat_id",
    "chat_administrators": "chat_id",
    "chat_member": "chat_id user_id",
}


@method("setMyCommands", "commands scope language_code")
def set_my_commands(state: State, given: Params) -> bool:
    commands = given.array("commands") or []
    require(len(commands) <= MOST_COMMANDS, "BOT_COMMANDS_TOO_MUCH")
    state.commands[_place(state, given)] = [_command(command) for command in commands]
    state.bell.ring()
    return True


@method("getMyCommands", "scope language_code")
def get_my_commands(state: State, given: Params) -> Any:
    return state.commands.get(_place(state, given), [])


@method("deleteMyCommands", "scope language_code")
def delete_my_commands(state: State, given: Params) -> bool:
    state.commands.pop(_place(state, given), None)
    return True


@method("setMyDescription", "description language_code")
def set_my_description(state: State, given: Params) -> bool:
    require(len(given.text("description")) <= 512, "DESCRIPTION_TOO_LONG")
    state.descriptions["description"] = given.text("description")
    return True


@method("setMyShortDescription", "short_description language_code")
def set_my_short_description(state: State, given: Params) -> bool:
    require(len(given.text("short_description")) <= 120, "ABOUT_TOO_LONG")
    state.descriptions["short_description"] = given.text("short_description")
    return True


def _command(command: Json) -> dict[str, str]:
    only(command, "command description", "BotCommand")
    name = str(command.get("command", "")).strip().removeprefix("/")
    description = str(command.get("description", "")).strip()
    require(bool(name), "command must be non-empty")
    require(len(name) <= 32, "command length must not exceed 32")
    require(bool(NAME.fullmatch(name)), "BOT_COMMAND_INVALID")
    require(bool(description), "command description must be non-empty")
    require(len(description) <= 256, "command description length must not exceed 256")
    return {"command": name, "description": description}


def _place(state: State, given: Params) -> str:
    """Scope and language as one key."""
    scope = given.mapping("scope") or {"type": "default"}
    kind = str(scope.get("type"))
    if kind not in SCOPES:
        raise bad_request("unsupported bot command scope type")
    only(scope, f"type {SCOPES[kind]}", "BotCommandScope")
    if "chat_id" in SCOPES[kind] and int(scope.get("chat_id", 0)) not in state.chats:
        raise bad_request("chat not found")
    return json.dumps([scope, given.text("language_code")], sort_keys=True)
