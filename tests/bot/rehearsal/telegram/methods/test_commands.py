from collections.abc import Callable
from typing import Any

import pytest
from telegram import Bot as PtbBot
from telegram import BotCommandScopeAllGroupChats, BotCommandScopeChat


async def test_commands_are_kept_for_each_scope(office: Any, ptb: PtbBot) -> None:
    await ptb.set_my_commands([("status", "Papan tugas")])
    groups = BotCommandScopeAllGroupChats()
    await ptb.set_my_commands([("peran", "Peran")], scope=groups)
    await ptb.set_my_commands([("mulai", "Mulai")], scope=BotCommandScopeChat(office.group.id))
    assert [command.command for command in await ptb.get_my_commands()] == ["status"]
    assert [command.command for command in await ptb.get_my_commands(groups)] == ["peran"]
    await ptb.delete_my_commands(groups)
    assert not await ptb.get_my_commands(groups)


@pytest.mark.parametrize(
    ("name", "description", "said"),
    [
        ("Mulai", "x", "BOT_COMMAND_INVALID"),
        ("mulai-lagi", "x", "BOT_COMMAND_INVALID"),
        ("", "x", "command must be non-empty"),
        ("x" * 33, "x", "command length must not exceed 32"),
        ("x", " ", "command description must be non-empty"),
        ("x", "x" * 257, "command description length must not exceed 256"),
    ],
)
async def test_a_wrong_command_is_refused(
    call: Callable[..., Any], name: str, description: str, said: str
) -> None:
    commands = [{"command": name, "description": description}]
    answer = await call("setMyCommands", commands=commands)
    assert answer["description"] == f"Bad Request: {said}"


@pytest.mark.parametrize(("count", "ok"), [(100, True), (101, False)])
async def test_at_most_a_hundred_commands(call: Callable[..., Any], count: int, ok: bool) -> None:
    commands = [{"command": f"c{n}", "description": "x"} for n in range(count)]
    assert (await call("setMyCommands", commands=commands))["ok"] is ok


async def test_a_scope_of_an_unknown_chat_or_kind_is_refused(call: Callable[..., Any]) -> None:
    nowhere = await call("setMyCommands", commands=[], scope={"type": "chat", "chat_id": -1})
    wrong = await call("setMyCommands", commands=[], scope={"type": "everybody"})
    assert nowhere["description"] == "Bad Request: chat not found"
    assert wrong["description"] == "Bad Request: unsupported bot command scope type"


async def test_descriptions_are_kept(telegram: Any, ptb: PtbBot) -> None:
    await ptb.set_my_description("Menghimpun data kinerja")
    await ptb.set_my_short_description("Himpun")
    kept = {"description": "Menghimpun data kinerja", "short_description": "Himpun"}
    assert telegram.state.descriptions == kept
