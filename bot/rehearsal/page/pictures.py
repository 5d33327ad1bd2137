"""Whether bytes are a picture that Telegram and the page can show."""

import struct

from bot.rehearsal.telegram.pictures import picture_size

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"


def size_of(content: bytes) -> tuple[int, int] | tuple[None, None]:
    """Width and height in pixels; nothing for what is no whole PNG or JPEG."""
    try:
        return picture_size(content) or (None, None)
    except struct.error:
        return None, None


def is_picture(content: bytes) -> bool:
    return size_of(content) != (None, None)


def type_of(content: bytes) -> str:
    """By the bytes, never by a name that somebody gave."""
    return "image/png" if content.startswith(PNG) else "image/jpeg"
