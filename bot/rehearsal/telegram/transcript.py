"""A chat as a page that people can read, in Bahasa Indonesia."""

from __future__ import annotations

from datetime import tzinfo

from bot.rehearsal.telegram.chats import Chat
from bot.rehearsal.telegram.messages import Message
from bot.texts.formats import file_size

SERVICE = {
    "new_chat_members": "(bergabung ke grup)",
    "left_chat_member": "(keluar dari grup)",
    "migrate_to_chat_id": "(grup beralih menjadi supergrup)",
    "migrate_from_chat_id": "(melanjutkan grup sebelumnya)",
    "forum_topic_created": "(topik baru)",
}


def transcript(chat: Chat, zone: tzinfo) -> str:
    """Every message that still stands, oldest first; times in `zone`."""
    kind = "Percakapan pribadi dengan" if chat.private else "Percakapan grup"
    heading = f"{kind} {chat.title}"
    messages = [line for message in chat.messages for line in _lines(message, zone)]
    return "\n".join([heading, "=" * len(heading), "", *(messages or ["(kosong)"]), ""])


def _lines(message: Message, zone: tzinfo) -> list[str]:
    when = message.date.astimezone(zone)
    author = f"{message.chat.title} (anonim)" if message.anonymous else message.by.name
    head = f"#{message.id} {when:%d-%m-%Y %H.%M} {author}{_marks(message, zone)}"
    service = [SERVICE.get(name, f"({name})") for name in message.service]
    body = service + _file(message) + message.text.splitlines() + _buttons(message)
    reactions = [f"Reaksi: {' '.join(message.reactions)}"] if message.reactions else []
    return [head, *(f"    {line}" for line in body + reactions), ""]


def _marks(message: Message, zone: tzinfo) -> str:
    marks = []
    if message.reply_to:
        marks.append(f"membalas #{message.reply_to.id}")
    if message.forward_origin:
        marks.append("diteruskan")
    if message.pinned:
        marks.append("disematkan")
    if message.edited_at:
        marks.append(f"diubah {message.edited_at.astimezone(zone):%d-%m-%Y %H.%M}")
    return f" ({', '.join(marks)})" if marks else ""


def _file(message: Message) -> list[str]:
    if not message.file:
        return []
    kind = "Foto" if message.file.upload.kind == "photo" else "Berkas"
    return [f"{kind}: {message.file.name} ({file_size(message.file.upload.size)})"]


def _buttons(message: Message) -> list[str]:
    rows = [" ".join(f"[{button['text']}]" for button in row) for row in message.rows]
    return [*rows, "(meminta balasan)"] if message.asks_reply else rows
