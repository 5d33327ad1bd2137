"""A picture as a logo: what is taken, how small it gets, and what is refused."""

import io
import struct
import zlib

import pytest
from PIL import Image

from bot.papers.child import read_outside
from bot.papers.logo import SIDE, small_logo
from bot.rules.kinds import (
    Damaged,
    EmptyFile,
    NotAPicture,
    TooManyPixels,
    UnreadableFile,
)
from tests.bot.papers.pictures import picture


def opened(made: bytes | UnreadableFile) -> Image.Image:
    assert isinstance(made, bytes)
    return Image.open(io.BytesIO(made))


def bomb(width: int, height: int) -> bytes:
    """A PNG of few bytes that claims to be so large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(100_000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_large_picture_is_made_small_and_keeps_its_shape(form: str) -> None:
    found = opened(small_logo(picture(1200, 600, form)))
    assert (found.format, found.size) == ("PNG", (SIDE, SIDE // 2))


def test_a_small_picture_keeps_its_size_and_what_is_clear_stays_clear() -> None:
    found = opened(small_logo(picture(40, 50, mode="LA")))
    assert (found.size, found.mode) == ((40, 50), "RGBA")


def test_the_same_picture_gives_the_same_bytes_whatever_else_its_file_carries() -> None:
    told = io.BytesIO()
    opened(picture(40, 50)).save(told, "PNG", dpi=(300, 300), icc_profile=b"profile")
    assert small_logo(picture(40, 50)) == small_logo(told.getvalue())


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", EmptyFile),
        (b"GIF89a", NotAPicture),
        (b"%PDF-1.7", NotAPicture),
        (picture(8, 8), NotAPicture),  # nothing to be seen
        (picture(400, 300)[:200], Damaged),
        (picture(400, 300, "JPEG")[:700], Damaged),
        (b"\xff\xd8\xff" + b"0" * 50, Damaged),
        (bomb(60_000, 60_000), TooManyPixels),
        (bomb(5_001, 5_000), TooManyPixels),
    ],
)
def test_what_is_no_sound_picture_is_refused(data: bytes, why: type[UnreadableFile]) -> None:
    assert isinstance(small_logo(data), why)


async def test_a_picture_from_outside_is_made_small_in_the_child() -> None:
    assert await read_outside("logo", picture(40, 50)) == small_logo(picture(40, 50))
