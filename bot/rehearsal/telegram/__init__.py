"""A strict miniature of Telegram's Bot API on loopback, with people who use it."""

from bot.rehearsal.telegram.calls import Call
from bot.rehearsal.telegram.chats import Chat
from bot.rehearsal.telegram.emulator import Telegram
from bot.rehearsal.telegram.errors import BrokenRules, CannotHappen, NotSeen
from bot.rehearsal.telegram.faults import DOWNLOAD, Fault
from bot.rehearsal.telegram.files import File, Upload
from bot.rehearsal.telegram.flood import Flood, Flooded
from bot.rehearsal.telegram.messages import Message
from bot.rehearsal.telegram.people import Bot, Person
from bot.rehearsal.telegram.pictures import picture
from bot.rehearsal.telegram.tapping import Answer, Tap

__all__ = [
    "DOWNLOAD",
    "Answer",
    "Bot",
    "BrokenRules",
    "Call",
    "CannotHappen",
    "Chat",
    "Fault",
    "File",
    "Flood",
    "Flooded",
    "Message",
    "NotSeen",
    "Person",
    "Tap",
    "Telegram",
    "Upload",
    "picture",
]
