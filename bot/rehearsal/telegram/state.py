"""Everything that this Telegram knows; the rest of the package reads and changes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.rehearsal.telegram.bell import Bell
from bot.rehearsal.telegram.chats import Chat, ChatKind
from bot.rehearsal.telegram.files import Files
from bot.rehearsal.telegram.people import Bot, Person
from bot.rehearsal.telegram.updates import Updates

if TYPE_CHECKING:
    from bot.rehearsal.telegram.messages import Message
    from bot.rehearsal.telegram.tapping import Tap

SUPERGROUP = -1_000_000_000_000


@dataclass(frozen=True)
class Webhook:
    url: str = ""
    secret: str = ""
    max_connections: int = 40


@dataclass
class State:
    clock: Callable[[], datetime]
    bell: Bell
    updates: Updates
    bot: Bot = field(default_factory=Bot)
    clock_bell: Bell = field(default_factory=Bell)
    files: Files = field(default_factory=Files)
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    taps: dict[str, Tap] = field(default_factory=dict)
    commands: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    webhook: Webhook = field(default_factory=Webhook)
    webhook_trouble: tuple[datetime, str] | None = None
    actions: list[tuple[Chat, str]] = field(default_factory=list)
    numbers: int = 0

    def next_number(self) -> int:
        self.numbers += 1
        return self.numbers

    def new_person(self, name: str, username: str | None = None) -> Person:
        person = Person(self, 500_000_000 + self.next_number(), name, username)
        self.people[person.id] = person
        return person

    def new_group(self, kind: ChatKind, title: str) -> Chat:
        number = 4_000_000 + self.next_number()
        chat = Chat(self, SUPERGROUP - number if kind == "supergroup" else -number, kind, title)
        self.chats[chat.id] = chat
        return chat

    def private(self, person: Person) -> Chat:
        if person.id not in self.chats:
            chat = Chat(self, person.id, "private", person.name, {person.id: "member"})
            self.chats[person.id] = chat
        return self.chats[person.id]

    def post(self, message: Message) -> Message:
        """The message, numbered and standing in its chat."""
        message.id = len(message.chat.posted) + 1
        message.chat.posted.append(message)
        self.bell.ring()
        return message

    def tell_bot(self, kind: str, payload: dict[str, Any], chat: Chat) -> None:
        """An update; from now on the bot knows everybody whose id stands in it."""
        self._meet(payload)
        self.updates.add(kind, payload, chat.id)

    def _meet(self, payload: Any) -> None:
        if isinstance(payload, list):
            for one in payload:
                self._meet(one)
        if isinstance(payload, dict):
            if "is_bot" in payload and payload["id"] in self.people:
                self.people[payload["id"]].met = True
            self._meet(list(payload.values()))
