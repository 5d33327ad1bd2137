"""The list of commands that Telegram offers in each kind of chat."""

from collections.abc import Sequence
from functools import partial

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from bot.texts.help import COMMANDS, START
from handlers.patience import patiently

IN_A_GROUP = tuple(word for word in COMMANDS if word != START)
IN_PRIVATE = (*IN_A_GROUP, START)

MENUS: tuple[tuple[BotCommandScope, Sequence[str]], ...] = (
    (BotCommandScopeAllPrivateChats(), IN_PRIVATE),
    (BotCommandScopeAllGroupChats(), IN_A_GROUP),
    (BotCommandScopeAllChatAdministrators(), IN_A_GROUP),
)


async def set_menus(bot: Bot) -> None:
    """Tried until it is done; the bot works without."""
    for scope, words in MENUS:
        commands = [BotCommand(word, COMMANDS[word]) for word in words]

        await patiently("setMyCommands", partial(bot.set_my_commands, commands, scope=scope))
