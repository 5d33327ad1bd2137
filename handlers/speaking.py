"""New messages: a text, or a file with its caption."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from telegram import Bot, ForceReply, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.ports import Cabinet
from bot.rules.delivery import NotSent, Rejected, Unsure
from bot.rules.errands import Address
from bot.rules.messages import Attachment, Message
from handlers.failures import says
from handlers.keyboards import markup
from handlers.pages import CAPTION_LIMIT, cut, length, pages, plain

log = logging.getLogger(__name__)

T = TypeVar("T")
Markup = InlineKeyboardMarkup | ForceReply | None

BETWEEN_PARTS = 1.1  # seconds: about one message a second in a chat (Bot API FAQ)
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
FILE_LOST = ("file_id", "wrong file", "wrong remote file", "file reference", "file_reference")
"""Telegram knows the file no more by the id that it gave (Bot API error table)."""
NO_PICTURE = ("photo", "image_process_failed")
"""Of a chat that takes no photos (chat permissions), or of one that Telegram cannot show."""


async def as_html_or_plain(send: Callable[[str, str | None], Awaitable[T]], text: str) -> T:
    """A text whose tags Telegram refuses must still arrive: then without them."""
    try:
        return await send(text, ParseMode.HTML)
    except BadRequest as refused:
        if not says(refused, "can't parse entities"):
            raise
        log.warning("sent without its tags: %s", refused.message)
        return await send(plain(text), None)


async def next_part(said: Coroutine[Any, Any, T]) -> T:
    """A part after the first, a second later: the pace counted one message.

    Where it fails, what arrived already cannot be taken back: Unsure.
    """
    try:
        await asyncio.sleep(BETWEEN_PARTS)
        return await said
    except TelegramError as error:
        raise Unsure("only a part arrived") from error
    finally:
        said.close()  # never begun where the pause was cancelled


@dataclass(frozen=True, slots=True)
class Speaker:
    bot: Bot
    cabinet: Cabinet

    async def say(self, to: Address, message: Message) -> int:
        """The id of the message that carries the buttons, which is the last of several."""
        try:
            return await self._say(to, message)
        except BadRequest as refused:
            if to.thread_id is None or not says(refused, "thread not found"):
                raise
            return await self._say(replace(to, thread_id=None), message)

    async def _say(self, to: Address, message: Message) -> int:
        if message.attachment is None:
            return await self._say_text(to, message.text, markup(message))
        if length(message.text) <= CAPTION_LIMIT:
            return await self._say_with_file(to, message.attachment, message)
        file_at = await self._say_file(to, message.attachment, "", None)
        below_it = replace(to, reply_to=file_at)
        return await next_part(self._say_text(below_it, message.text, markup(message)))

    async def _say_with_file(self, to: Address, file: Attachment, message: Message) -> int:
        """The words go alone where the chat does not take the picture above them."""
        try:
            return await self._say_file(to, file, message.text, markup(message))
        except BadRequest as refused:
            if not message.text or not any(says(refused, sign) for sign in NO_PICTURE):
                raise
            log.warning("sent without its picture: %s", refused.message)
            return await self._say_text(to, message.text, markup(message))

    async def _say_text(self, to: Address, text: str, below: Markup) -> int:
        first, *rest = pages(text) or (text,)
        sent = await self._say_page(to, first, None if rest else below)
        for number, page in enumerate(rest, start=1):
            ending = below if number == len(rest) else None
            sent = await next_part(self._say_page(to, page, ending))
        return sent

    async def _say_page(self, to: Address, text: str, below: Markup) -> int:
        async def send(words: str, mode: str | None) -> int:
            sent = await self.bot.send_message(
                text=words,
                parse_mode=mode,
                reply_markup=below,
                link_preview_options=NO_PREVIEW,
                **place(to),
            )
            return sent.message_id

        return await as_html_or_plain(send, text)

    async def _say_file(
        self, to: Address, attachment: Attachment, caption: str, below: Markup
    ) -> int:
        try:
            return await self._send_file(to, attachment, caption, below)
        except BadRequest as refused:
            if not (attachment.digest and any(says(refused, sign) for sign in FILE_LOST)):
                raise
            log.warning("sent out of the cabinet: %s", refused.message)
            kept = replace(attachment, file_id="")
            return await self._send_file(to, kept, caption, below)

    async def _send_file(
        self, to: Address, attachment: Attachment, caption: str, below: Markup
    ) -> int:
        content = await self._content(attachment)

        async def send(words: str, mode: str | None) -> int:
            how: dict[str, Any] = {
                "caption": words or None,
                "parse_mode": mode,
                "reply_markup": below,
                "filename": attachment.name,
                **place(to),
            }
            if attachment.media == "photo":
                sent = await self.bot.send_photo(photo=content, **how)
            else:
                sent = await self.bot.send_document(document=content, **how)
            return sent.message_id

        return await as_html_or_plain(send, cut(caption, CAPTION_LIMIT))

    async def _content(self, attachment: Attachment) -> bytes | str:
        """What Telegram has already goes by its id; the rest out of the cabinet."""
        if attachment.file_id:
            return attachment.file_id
        try:
            return await self.cabinet.open(attachment.digest)
        except OSError as unread:
            raise NotSent(f"the cabinet could not be read: {attachment.digest}") from unread
        except Exception as missing:  # gone or damaged: no later try finds it
            raise Rejected(f"{type(missing).__name__}: {attachment.digest}") from missing


def place(to: Address) -> dict[str, Any]:
    """Chat, topic and the message answered; a message answered that is gone stops nothing."""
    answered = (
        None
        if to.reply_to is None
        else ReplyParameters(to.reply_to, allow_sending_without_reply=True)
    )
    return {
        "chat_id": chat_of(to),
        "message_thread_id": to.thread_id,
        "reply_parameters": answered,
    }


def chat_of(to: Address) -> int:
    """A person's private chat bears the person's own id."""
    chat = to.chat_id if to.chat_id is not None else to.person_id
    if chat is None:
        raise Rejected("an errand to nobody")
    return chat
