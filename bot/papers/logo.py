"""A picture as a logo: looked at, made small, and always a PNG. What comes from a chat is read in
the child process alone (papers/child.py)."""

import io
import warnings
from typing import Any

from bot.rules.kinds import (
    Damaged,
    EmptyFile,
    FileType,
    NotAPicture,
    TooLarge,
    TooManyPixels,
    UnreadableFile,
    sniff,
)

MAX_BYTES = 20_000_000
MOST_PIXELS = 25_000_000  # opened, some 100 MB: the child's memory bears it
LEAST_SIDE = 16  # pixels
SIDE = 480  # pixels: on 18 mm, some 680 to the inch


def small_logo(data: bytes) -> bytes | UnreadableFile:
    """The PNG, at most SIDE pixels wide and high; the same bytes for the same picture."""
    if not data:
        return EmptyFile()
    if len(data) > MAX_BYTES:
        return TooLarge()
    if sniff(data) not in (FileType.PNG, FileType.JPEG):
        return NotAPicture()
    from PIL import Image  # heavy

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of its own size limit: ours is held before
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
                return _looked_over(opened)
    except MemoryError:
        raise
    except Image.DecompressionBombError:
        return TooManyPixels()
    except Exception:  # Pillow's many words for one thing
        return Damaged()


def _looked_over(opened: Any) -> bytes | UnreadableFile:
    """By its head alone, before any pixel is unpacked."""
    width, height = opened.size
    if width * height > MOST_PIXELS:
        return TooManyPixels()
    if min(width, height) < LEAST_SIDE:
        return NotAPicture()
    return _as_png(opened)


def _as_png(opened: Any) -> bytes:
    """The pixels alone: nothing else that the file carried goes with them."""
    from PIL import Image, ImageOps

    clear = "A" in opened.getbands() or "transparency" in opened.info
    picture = ImageOps.exif_transpose(opened).convert("RGBA" if clear else "RGB")
    picture.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    made = io.BytesIO()
    bare.save(made, "PNG", optimize=True)
    return made.getvalue()
