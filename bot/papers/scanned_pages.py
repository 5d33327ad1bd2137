"""The pictures that a photo or a scanned PDF holds, in shades of grey; in the child process."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bot.rules.kinds import Encrypted, FileType, NotAWorkbook, TooLarge, UnreadableFile, sniff

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 60_000_000  # a page at 600 dots an inch has 40 million
PAGES = 5  # of a PDF: the code stands on every page of a paper
PICTURES = 12  # some scanners cut a page into strips


class TooManyPixels(Exception):
    """Told by the head of the picture, before any of it is unpacked."""


def pictures(data: bytes) -> "list[Image] | UnreadableFile":
    try:
        match sniff(data):
            case FileType.JPEG | FileType.PNG:
                return [grey(data)]
            case FileType.PDF:
                return of_pdf(data)
            case other:
                return NotAWorkbook(other.value)
    except TooManyPixels:
        return TooLarge()


def grey(data: bytes) -> "Image":
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # ours is the bound, and it refuses instead of warning
    picture: Image.Image = Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))
    check_size(*picture.size)
    return picture.convert("L")


def check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise TooManyPixels


def of_pdf(data: bytes) -> "list[Image] | UnreadableFile":
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return Encrypted()
    found: list[Image] = []
    for page in reader.pages[:PAGES]:
        for name in page_pictures(page):
            if len(found) < PICTURES and (picture := unpacked(page, name)) is not None:
                found.append(picture)
    return found


def page_pictures(page: Any) -> Iterator[str]:
    """The names of the page's own pictures; refuses one of too many pixels."""
    drawn = page["/Resources"].get("/XObject") if "/Resources" in page else None
    for name, reference in (drawn.get_object() if drawn else {}).items():
        drawing = reference.get_object()
        if drawing.get("/Subtype") == "/Image":
            check_size(int(drawing["/Width"]), int(drawing["/Height"]))
            yield name


def unpacked(page: Any, name: str) -> "Image | None":
    """None where it is packed in a way that is not read here."""
    try:
        picture = page.images[name].image
    except (NotImplementedError, ValueError, OSError, KeyError):
        return None
    return picture.convert("L") if picture is not None else None
