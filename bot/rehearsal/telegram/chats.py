"""Chats: who is in them, what stands in them, and what the bot may do there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from bot.rehearsal.telegram import joining
from bot.rehearsal.telegram.errors import CannotHappen
from bot.rehearsal.telegram.messages import Message

if TYPE_CHECKING:
    from bot.rehearsal.telegram.people import Person
    from bot.rehearsal.telegram.state import State

ChatKind = Literal["private", "group", "supergroup"]
Status = Literal["creator", "administrator", "member", "left", "kicked"]


@dataclass(eq=False)
class Chat:
    """`messages` holds everything that still stands in the chat, oldest first."""

    state: State = field(repr=False)
    id: int
    kind: ChatKind
    title: str
    members: dict[int, Status] = field(default_factory=dict)
    forum: bool = False
    topics: dict[int, str] = field(default_factory=dict)
    posted: list[Message] = field(default_factory=list, repr=False)
    bot_status: Status = "left"
    bot_can_pin: bool = False
    bot_can_delete: bool = False
    bot_was_last_bot: bool = True
    moved_to: Chat | None = field(default=None, repr=False)

    @property
    def messages(self) -> list[Message]:
        return [message for message in self.posted if not message.deleted]

    @property
    def from_bot(self) -> list[Message]:
        return [message for message in self.messages if message.by is self.state.bot]

    @property
    def last(self) -> Message:
        """The newest message of the bot."""
        if not self.from_bot:
            raise CannotHappen(f"the bot has written nothing in {self.title}")
        return self.from_bot[-1]

    @property
    def pinned(self) -> list[Message]:
        return [message for message in self.messages if message.pinned]

    @property
    def private(self) -> bool:
        return self.kind == "private"

    @property
    def bot_inside(self) -> bool:
        return self.bot_status in ("administrator", "member")

    def find(self, words: str) -> Message | None:
        """The newest message of the bot that contains these words."""
        return next((m for m in reversed(self.from_bot) if words in m.text), None)

    def message(self, message_id: int) -> Message | None:
        return next((m for m in self.posted if m.id == message_id and not m.deleted), None)

    def has(self, person: Person) -> bool:
        return self.members.get(person.id) in ("creator", "administrator", "member")

    def is_administrator(self, person: Person) -> bool:
        return self.members.get(person.id) in ("creator", "administrator")

    def add_bot(self, by: Person) -> None:
        joining.add_bot(self, by)

    def remove_bot(self, by: Person) -> None:
        joining.remove_bot(self, by)

    def promote_bot(self, by: Person | None = None, **rights: bool) -> None:
        """`can_pin` (default true) and `can_delete` (default false) are the rights given."""
        joining.promote_bot(self, by, **rights)

    def demote_bot(self, by: Person | None = None) -> None:
        joining.demote_bot(self, by)

    def add(self, person: Person, by: Person) -> Message:
        return joining.add_person(self, person, by)

    def remove(self, person: Person, by: Person | None = None) -> Message:
        return joining.remove_person(self, person, by or person)

    def migrate(self) -> Chat:
        return joining.migrate(self)

    def open_topic(self, name: str, by: Person) -> int:
        return joining.open_topic(self, name, by)

    def another_bot_speaks(self) -> None:
        """From now on bare commands are meant for another bot, until ours writes again."""
        self.bot_was_last_bot = False

    def raw(self) -> dict[str, Any]:
        """The Bot API's Chat."""
        if self.private:
            person = self.state.people[self.id]
            return {**person.names(), "id": self.id, "type": "private"}
        forum = {"is_forum": True} if self.forum else {}
        return {"id": self.id, "type": self.kind, "title": self.title, **forum}
