"""Messages and members as the Bot API writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.rehearsal.telegram.files import File
from bot.rehearsal.telegram.pictures import picture_size

if TYPE_CHECKING:
    from datetime import datetime

    from bot.rehearsal.telegram.chats import Chat
    from bot.rehearsal.telegram.messages import Message
    from bot.rehearsal.telegram.people import Bot, Person

Json = dict[str, Any]

RIGHTS = (
    "can_manage_chat can_manage_video_chats can_restrict_members can_promote_members "
    "can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories"
)

ANONYMOUS = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


def unix(moment: datetime) -> int:
    return int(moment.timestamp())


def message(shown: Message, *, with_reply: bool = True) -> Json:
    """The Bot API's Message; a message inside reply_to_message carries none of its own."""
    optional = {
        "reply_to_message": message(shown.reply_to, with_reply=False)
        if shown.reply_to and with_reply and not shown.reply_to.deleted
        else None,
        "edit_date": unix(shown.edited_at) if shown.edited_at else None,
        "message_thread_id": shown.thread,
        "is_topic_message": True if shown.thread and shown.chat.forum else None,
        "media_group_id": shown.album,
        "forward_origin": shown.forward_origin,
        "reply_markup": shown.markup if shown.rows else None,
    }
    return {
        "message_id": shown.id,
        "date": unix(shown.date),
        "chat": shown.chat.raw(),
        **_sender(shown),
        **_content(shown),
        **shown.service,
        **{name: value for name, value in optional.items() if value is not None},
    }


def _sender(shown: Message) -> Json:
    if shown.anonymous:
        return {"from": ANONYMOUS, "sender_chat": shown.chat.raw()}
    return {"from": shown.by.raw()}


def _content(shown: Message) -> Json:
    if shown.file is None:
        if not shown.text:
            return {}
        return {"text": shown.text, **({"entities": shown.entities} if shown.entities else {})}
    entities = {"caption_entities": shown.entities} if shown.entities else {}
    caption = {"caption": shown.text, **entities} if shown.text else {}
    return {**_file(shown.file), **caption}


def _file(file: File) -> Json:
    about = {
        "file_id": file.file_id,
        "file_unique_id": file.file_unique_id,
        "file_size": file.upload.size,
    }
    if file.upload.kind == "photo":
        width, height = picture_size(file.content) or (0, 0)
        return {"photo": [{**about, "width": width, "height": height}]}
    return {"document": {**about, "file_name": file.name, "mime_type": file.upload.mime_type}}


def member(chat: Chat, user: Person | Bot) -> Json:
    """The Bot API's ChatMember."""
    ours = user is chat.state.bot
    status = chat.bot_status if ours else chat.members.get(user.id, "left")
    found: Json = {"user": user.raw(), "status": status}
    if status == "administrator":
        return {**found, **_rights(chat, ours=ours)}
    extra: dict[str, Json] = {"creator": {"is_anonymous": False}, "kicked": {"until_date": 0}}
    return {**found, **extra.get(status, {})}


def _rights(chat: Chat, *, ours: bool) -> Json:
    rights: Json = dict.fromkeys(RIGHTS.split(), not ours)
    rights["can_manage_chat"] = True
    rights["can_delete_messages"] = chat.bot_can_delete if ours else True
    rights["can_pin_messages"] = chat.bot_can_pin if ours else True
    return {"can_be_edited": False, "is_anonymous": False, **rights}
