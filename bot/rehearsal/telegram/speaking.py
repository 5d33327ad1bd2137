"""What people write and send, and whether privacy mode lets the bot see it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.rehearsal.telegram import raw
from bot.rehearsal.telegram.entities import detect
from bot.rehearsal.telegram.errors import CannotHappen
from bot.rehearsal.telegram.files import File, Upload
from bot.rehearsal.telegram.messages import Content, Message
from bot.rehearsal.telegram.pictures import picture_size
from bot.rehearsal.telegram.privacy import bot_sees

if TYPE_CHECKING:
    from bot.rehearsal.telegram.chats import Chat
    from bot.rehearsal.telegram.people import Person


@dataclass(frozen=True)
class How:
    reply_to: Message | None = None
    topic: int | None = None
    anonymous: bool = False
    album: bool = False


def say(person: Person, chat: Chat, text: str, how: How) -> Message:
    if not text.strip():
        raise CannotHappen("an empty message cannot be sent")
    return publish(_draft(person, chat, Content(text, tuple(detect(text))), how))


def send_files(
    person: Person, chat: Chat, uploads: list[Upload], caption: str, how: How
) -> list[Message]:
    if how.album and not 2 <= len(uploads) <= 10:
        raise CannotHappen(f"an album has 2 to 10 files, not {len(uploads)}")
    album = f"13{chat.state.next_number():09}" if how.album else None
    contents = [Content(file=_keep(chat, upload)) for upload in uploads]
    # As Telegram's own clients do it, the caption stands on the first file only.
    contents[0] = replace(contents[0], text=caption, entities=tuple(detect(caption)))
    drafts = [_draft(person, chat, content, how) for content in contents]
    for draft in drafts:
        draft.album = album
    return [publish(draft) for draft in drafts]


def forward(person: Person, message: Message, chat: Chat, how: How) -> Message:
    """The same file under a new file_id, with its origin named."""
    file = chat.state.files.again(message.file) if message.file else None
    draft = _draft(person, chat, replace(message.content, file=file, markup=None), how)
    draft.forward_origin = message.forward_origin or {
        "type": "user",
        "sender_user": message.by.raw(),
        "date": raw.unix(message.date),
    }
    return publish(draft)


def edit(person: Person, message: Message, text: str | None, file: Upload | None) -> Message:
    if message.by is not person or message.deleted:
        raise CannotHappen(f"{person.name} cannot edit {message!r}")
    words = message.text if text is None else text
    kept = _keep(message.chat, file) if file else message.file
    content = Content(words, tuple(detect(words)), kept)
    message.change(content, message.chat.state.clock())
    message.chat.state.bell.ring()
    _tell(message, "edited_message")
    return message


def publish(message: Message) -> Message:
    message.chat.state.post(message)
    _tell(message, "message")
    return message


def _tell(message: Message, kind: str) -> None:
    if bot_sees(message):
        message.chat.state.tell_bot(kind, raw.message(message), message.chat)


def _keep(chat: Chat, upload: Upload) -> File:
    if upload.kind == "photo" and not picture_size(upload.content):
        raise CannotHappen(f"{upload.name} is no picture; picture() makes one")
    return chat.state.files.keep(upload)


def _draft(person: Person, chat: Chat, content: Content, how: How) -> Message:
    chat = chat.moved_to or chat
    _check_may_write(person, chat, how)
    thread = how.topic or (how.reply_to.thread if how.reply_to else None)
    return Message(
        chat,
        person,
        chat.state.clock(),
        content,
        reply_to=how.reply_to,
        thread=thread,
        anonymous=how.anonymous,
    )


def _check_may_write(person: Person, chat: Chat, how: How) -> None:
    if person.deactivated or not chat.has(person):
        raise CannotHappen(f"{person.name} cannot write in {chat.title}")
    if chat.private and (not person.started or person.blocked):
        raise CannotHappen(f"{person.name} has not started the bot, or has blocked it")
    if how.reply_to and (how.reply_to.chat is not chat or how.reply_to.deleted):
        raise CannotHappen(f"the message replied to is not in {chat.title}")
    if how.anonymous and not chat.is_administrator(person):
        raise CannotHappen("only an administrator can write anonymously")
    if how.topic and how.topic not in chat.topics:
        raise CannotHappen(f"{chat.title} has no topic {how.topic}")
