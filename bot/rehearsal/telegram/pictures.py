"""Just enough of PNG and JPEG to make a picture and to measure one."""

import re
import struct
import zlib


def picture(width: int = 640, height: int = 480) -> bytes:
    """A plain white PNG, for people who photograph a paper."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * width) * height)
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG or JPEG; None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    frame = re.search(rb"\xff[\xc0-\xc3]..\x08(....)", content, re.DOTALL)
    if content.startswith(b"\xff\xd8") and frame:
        height, width = struct.unpack(">HH", frame.group(1))
        return width, height
    return None
