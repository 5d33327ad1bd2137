"""The pictures that a photo or a scanned PDF holds, in shades of grey; in the child process."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bot.rules.kinds import Encrypted, FileType, NotAWorkbook, TooLarge, UnreadableFile, sniff

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdf import PdfReader

MOST_PIXELS = 60_000_000  # of a picture: a page at 600 dots an inch has 40 million
PICTURES = 3  # of a page, on the average: some scanners cut it into strips


class Unreadable(Exception):
    """`why` it is: told by the head of the file, before any picture is unpacked."""

    def __init__(self, why: UnreadableFile) -> None:
        super().__init__(why)
        self.why = why


def pictures(data: bytes, pages: int) -> "Iterator[Image]":
    """One after another, since a whole scan fills the memory; of a PDF those of its first pages.
    Raises Unreadable."""
    match sniff(data):
        case FileType.JPEG | FileType.PNG:
            yield grey(data)
        case FileType.PDF:
            yield from of_pdf(data, pages)
        case other:
            raise Unreadable(NotAWorkbook(other.value))


def grey(data: bytes) -> "Image":
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # ours is the bound, and it refuses instead of warning
    picture: Image.Image = Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))
    check_size(*picture.size)
    return picture.convert("L")


def check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise Unreadable(TooLarge())


def of_pdf(data: bytes, pages: int) -> "Iterator[Image]":
    left = PICTURES * pages
    for number in range(min(pages, len(opened(data).pages))):
        page = opened(data).pages[number]  # anew, since a reader remembers all that it unpacked
        for name in page_pictures(page):
            if left > 0 and (picture := unpacked(page, name)) is not None:
                left -= 1
                yield picture


def opened(data: bytes) -> "PdfReader":
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable(Encrypted())
    return reader


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
