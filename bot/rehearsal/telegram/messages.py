"""A message as it stands in a chat: live, so that a test sees edits where it looked before."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.rehearsal.telegram.chats import Chat
    from bot.rehearsal.telegram.files import File
    from bot.rehearsal.telegram.people import Bot, Person

Json = dict[str, Any]


@dataclass(frozen=True)
class Content:
    """What an edit can change, and what "not modified" compares."""

    text: str = ""
    entities: tuple[Any, ...] = ()
    file: File | None = None
    markup: Json | None = None


@dataclass(eq=False)
class Message:
    """`text` is plain, after parsing, and is the caption where there is a file."""

    chat: Chat
    by: Person | Bot
    date: datetime
    content: Content
    id: int = 0
    reply_to: Message | None = None
    thread: int | None = None
    album: str | None = None
    anonymous: bool = False
    forward_origin: Json | None = None
    service: Json = field(default_factory=dict)
    edited_at: datetime | None = None
    history: list[Content] = field(default_factory=list)
    reactions: list[str] = field(default_factory=list)
    pinned: bool = False
    deleted: bool = False
    silent: bool = False

    @property
    def text(self) -> str:
        return self.content.text

    @property
    def entities(self) -> list[Json]:
        return list(self.content.entities)

    @property
    def file(self) -> File | None:
        return self.content.file

    @property
    def markup(self) -> Json | None:
        return self.content.markup

    @property
    def rows(self) -> list[list[Json]]:
        """The rows of inline buttons; empty where there is none."""
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[str]:
        """The labels of the inline buttons, in reading order."""
        return [button["text"] for row in self.rows for button in row]

    @property
    def asks_reply(self) -> bool:
        return bool((self.markup or {}).get("force_reply"))

    def button(self, label: str) -> Json | None:
        """The button with this label, else the first whose label starts with it."""
        every = [button for row in self.rows for button in row]
        same = [button for button in every if button["text"] == label]
        return next(iter(same + [b for b in every if b["text"].startswith(label)]), None)

    def change(self, content: Content, now: datetime) -> None:
        self.history.append(self.content)
        self.content = content
        self.edited_at = now

    def __repr__(self) -> str:
        return f"<#{self.id} {self.by.name}: {self.text[:60]!r} {self.buttons}>"
