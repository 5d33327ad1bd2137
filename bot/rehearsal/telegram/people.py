"""The people of the rehearsal and what each can do with his telephone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.rehearsal.telegram import joining, speaking, tapping
from bot.rehearsal.telegram.files import Upload

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rehearsal.telegram.chats import Chat
    from bot.rehearsal.telegram.messages import Message
    from bot.rehearsal.telegram.state import State
    from bot.rehearsal.telegram.tapping import Tap

    Json = dict[str, Any]


@dataclass(eq=False)
class Bot:
    """The one bot. `can_read_all_group_messages` false is privacy mode, Telegram's default."""

    id: int = 123456
    token: str = "123456:TEST-token-of-the-rehearsal-only-0001"  # noqa: S105 - opens nothing
    name: str = "Himpun"
    username: str = "himpun_bot"
    can_read_all_group_messages: bool = False

    def raw(self) -> Json:
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}


@dataclass(eq=False)
class Person:
    """`started`: opened the private chat; `met`: the bot has had this person's id from Telegram."""

    state: State = field(repr=False)
    id: int
    name: str
    username: str | None = None
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    met: bool = False

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self.state.private(self)

    def start(self, payload: str = "") -> Message:
        return joining.start(self, payload)

    def block(self) -> None:
        joining.block(self)

    def unblock(self) -> None:
        joining.unblock(self)

    def deactivate(self) -> None:
        self.deactivated = True

    def says(
        self,
        chat: Chat,
        text: str,
        reply_to: Message | None = None,
        *,
        topic: int | None = None,
        anonymous: bool = False,
    ) -> Message:
        how = speaking.How(reply_to, topic, anonymous)
        return speaking.say(self, chat, text, how)

    def sends(
        self,
        chat: Chat,
        files: Upload | Sequence[Upload],
        caption: str = "",
        reply_to: Message | None = None,
        *,
        album: bool = False,
        topic: int | None = None,
    ) -> list[Message]:
        """One message a file; the first has the caption, an album shares a media_group_id."""
        uploads = [files] if isinstance(files, Upload) else list(files)
        how = speaking.How(reply_to, topic, album=album)
        return speaking.send_files(self, chat, uploads, caption, how)

    def forwards(self, message: Message, chat: Chat, reply_to: Message | None = None) -> Message:
        return speaking.forward(self, message, chat, speaking.How(reply_to))

    def edits(
        self, message: Message, text: str | None = None, file: Upload | None = None
    ) -> Message:
        return speaking.edit(self, message, text, file)

    def deletes(self, message: Message) -> None:
        """Nobody tells a bot of it: it only finds the message gone."""
        message.deleted = True
        self.state.bell.ring()

    def taps(self, message: Message, label: str) -> Tap:
        return tapping.tap(self, message, label)

    def presses(self, message: Message, data: str) -> Tap:
        """A tap with any data: a keyboard that has changed meanwhile, or a forged one."""
        return tapping.press(self, message, data)

    def opens(self, url: str) -> Message:
        return tapping.open_link(self, url)

    def names(self) -> Json:
        username = {"username": self.username} if self.username else {}
        return {"first_name": self.name, **username}

    def raw(self) -> Json:
        """The Bot API's User."""
        return {"id": self.id, "is_bot": False, **self.names(), "language_code": "id"}
