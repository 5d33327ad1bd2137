"""Taps on inline buttons, links among them, and the bot's answer to a tap."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.rehearsal.telegram import raw
from bot.rehearsal.telegram.bell import Countdown
from bot.rehearsal.telegram.errors import CannotHappen, NotSeen
from bot.rehearsal.telegram.updates import QUERY_LIFE

if TYPE_CHECKING:
    from bot.rehearsal.telegram.messages import Message
    from bot.rehearsal.telegram.people import Person
    from bot.rehearsal.telegram.state import State

PATIENCE = 60.0  # real seconds; a busy machine is no fault


@dataclass(frozen=True)
class Answer:
    """What a person sees after a tap; text is empty where the wheel only stops turning."""

    text: str = ""
    show_alert: bool = False
    url: str = ""


@dataclass(eq=False)
class Tap:
    """Awaiting it gives the bot's Answer; NotSeen where none comes within a real minute."""

    state: State = field(repr=False)
    id: str
    by: Person
    at: datetime
    label: str
    started: Message | None = None
    copied: str = ""
    answer: Answer | None = None

    @property
    def open(self) -> bool:
        return self.answer is None and self.state.clock() - self.at < QUERY_LIFE

    def __await__(self) -> Generator[Any, None, Answer]:
        return self._answered().__await__()

    async def _answered(self) -> Answer:
        countdown = Countdown(PATIENCE)
        while self.answer is None:
            if not await self.state.bell.rung(countdown.left):
                raise NotSeen(f"no answer to {self.by.name}'s tap on [{self.label}]")
        await asyncio.sleep(0)
        return self.answer


def tap(person: Person, message: Message, label: str) -> Tap:
    _check_sees(person, message)
    button = message.button(label)
    if button is None:
        raise CannotHappen(f"no button [{label}] under {message!r}")
    if "url" in button:
        return _local(person, button["text"], started=open_link(person, button["url"]))
    if "copy_text" in button:
        return _local(person, button["text"], copied=button["copy_text"]["text"])
    return _query(person, message, button["callback_data"], button["text"])


def press(person: Person, message: Message, data: str) -> Tap:
    _check_sees(person, message, even_deleted=True)
    return _query(person, message, data, data)


def open_link(person: Person, url: str) -> Message:
    """The /start message that a t.me deep link to the bot ends in."""
    bot = re.escape(person.state.bot.username)
    link = re.fullmatch(rf"(?:https?://)?t\.me/{bot}(?:\?start=(.*))?", url)
    link = link or re.fullmatch(rf"tg://resolve\?domain={bot}(?:&start=(.*))?", url)
    if not link:
        raise CannotHappen(f"{url} leads out of Telegram")
    return person.start(link.group(1) or "")


def _local(person: Person, label: str, **seen: Any) -> Tap:
    now = person.state.clock()
    return Tap(person.state, "", person, now, label, answer=Answer(), **seen)


def _query(person: Person, message: Message, data: str, label: str) -> Tap:
    state = person.state
    number = f"48{state.next_number():016}"
    state.taps[number] = Tap(state, number, person, state.clock(), label)
    payload = {
        "id": number,
        "from": person.raw(),
        "message": raw.message(message),
        "chat_instance": str(7_000_000_000 + abs(message.chat.id)),
        "data": data,
    }
    state.tell_bot("callback_query", payload, message.chat)
    return state.taps[number]


def _check_sees(person: Person, message: Message, *, even_deleted: bool = False) -> None:
    if not message.chat.has(person) or person.deactivated:
        raise CannotHappen(f"{person.name} does not see {message.chat.title}")
    if message.deleted and not even_deleted:
        raise CannotHappen(f"{message!r} is deleted")
    if message.chat.private and person.blocked:
        raise CannotHappen(f"{person.name} has blocked the bot")
