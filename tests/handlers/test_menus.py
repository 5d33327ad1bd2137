from typing import Any

from telegram import Bot, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from bot.texts.help import COMMANDS
from handlers import commands
from handlers.menus import IN_A_GROUP, IN_PRIVATE, set_menus


async def test_every_kind_of_chat_offers_its_commands(telegram: Any, ptb: Bot) -> None:
    telegram.faults.add("setMyCommands", "500")
    await set_menus(ptb)
    group = await ptb.get_my_commands(BotCommandScopeAllGroupChats())
    private = await ptb.get_my_commands(BotCommandScopeAllPrivateChats())
    assert [command.command for command in group] == list(IN_A_GROUP)
    assert [command.command for command in private] == list(IN_PRIVATE)
    assert all(command.description for command in (*group, *private))


def test_what_is_offered_is_described_and_answered() -> None:
    assert set(IN_PRIVATE) == set(COMMANDS) == set(commands.COMMANDS)
