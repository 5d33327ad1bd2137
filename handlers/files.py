"""Files: what the message says of them; their bytes are fetched later, as an errand."""

from datetime import datetime

from telegram import Document, Message, PhotoSize, Update

from bot.rules.offers import SentFile
from bot.usecases import offer_file
from bot.usecases.members import refuse_anonymous
from handlers.calls import answered, as_the_group
from handlers.room import Context, carry_out


async def offer(update: Update, context: Context) -> None:
    """A document or a photo, new or put in place of an earlier one by an edit."""
    message = update.effective_message
    file = sent_file(message) if message is not None else None
    if message is None or file is None:
        return
    if as_the_group(message):
        await carry_out(update, context, refuse_anonymous)
        return
    await carry_out(update, context, offer_file.offer_file, file)


async def refuse_media(update: Update, context: Context) -> None:
    """Voice, video, stickers …: refused where they were meant for the bot."""
    message = update.effective_message
    if message is None or not meant_for_us(message, context.bot.id):
        return
    await carry_out(update, context, offer_file.refuse_media, media_of(message))


def meant_for_us(message: Message, bot_id: int) -> bool:
    """Private, or a reply to something the bot said."""
    original = answered(message)
    to_us = original is not None and original.from_user and original.from_user.id == bot_id
    return message.chat.type == message.chat.PRIVATE or bool(to_us)


def sent_file(message: Message) -> SentFile | None:
    if message.document is not None:
        return _document(message, message.document)
    if message.photo:
        return _photo(message, max(message.photo, key=lambda size: size.width * size.height))
    return None


def _document(message: Message, document: Document) -> SentFile:
    return SentFile(
        file_id=document.file_id,
        name=document.file_name or "",
        size=document.file_size or 0,
        mime=document.mime_type or "",
        media="document",
        sent_at=sent_at(message),
        caption=message.caption or "",
        album=message.media_group_id or "",
        unique_id=document.file_unique_id,
    )


def _photo(message: Message, photo: PhotoSize) -> SentFile:
    """A photo bears no name: it is named for its message, so that two stay apart."""
    return SentFile(
        file_id=photo.file_id,
        name=f"foto-{message.message_id}.jpg",
        size=photo.file_size or 0,
        mime="image/jpeg",
        media="photo",
        sent_at=sent_at(message),
        caption=message.caption or "",
        album=message.media_group_id or "",
        unique_id=photo.file_unique_id,
    )


def sent_at(message: Message) -> datetime:
    """When the file was put where it stands, by Telegram's clock: by then it was delivered."""
    return message.edit_date or message.date


def media_of(message: Message) -> str:
    """The Bot API's word for what the message carries."""
    words = ("video", "voice", "video_note", "audio", "animation", "sticker")
    return next((word for word in words if getattr(message, word) is not None), "media")
