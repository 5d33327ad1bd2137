"""The methods of the Bot API; importing this package registers them all."""

from bot.rehearsal.telegram.methods import (
    albums,
    callbacks,
    commands,
    editing,
    members,
    polling,
    posting,
    reading,
    sending,
)
from bot.rehearsal.telegram.methods.registry import METHODS, Method

__all__ = [
    "METHODS",
    "Method",
    "albums",
    "callbacks",
    "commands",
    "editing",
    "members",
    "polling",
    "posting",
    "reading",
    "sending",
]
