"""The QR codes on a photo or a scan of a printed paper; runs in the child process."""

from collections.abc import Callable, Iterable, Iterator
from time import process_time
from typing import TYPE_CHECKING

from bot.papers.scanned_pages import Unreadable, pictures
from bot.rules.kinds import Damaged, UnreadableFile
from bot.rules.printed import FoundCodes

if TYPE_CHECKING:
    from PIL.Image import Image

PAGES, CLOSE_PAGES = 30, 5  # of a PDF: a glance takes a tenth of a second, a closer look one
LONG, LONGEST = 3.0, 4.2  # processor seconds: what is read by then is told, before the child ends
LARGEST = 4200  # pixels of a side; a code on a whole page needs no more
TIMES = (1, 1.5, 2, 3)  # as it is, then larger: on a small photo a square has hardly two pixels
SHARPENED = (4, 200, 2)  # pixels around, per cent, least difference: against a shaken hand
SPECKLED = 3  # pixels: against the grain of a photo in the dark


def read_codes(data: bytes) -> FoundCodes | UnreadableFile:
    """Each payload once, in the order of the pages; empty where no code is read.

    Of many pages at a glance, and only where that reads none closer.
    """
    begun = process_time()
    try:
        found = codes_on(pictures(data, PAGES), glance, begun + LONG)
        found = found or codes_on(pictures(data, CLOSE_PAGES), views, begun + LONGEST)
        return FoundCodes(found)
    except Unreadable as fault:
        return fault.why
    except MemoryError:
        raise
    except Exception:  # whatever a damaged picture makes its reader raise
        return Damaged()


def codes_on(
    looked_at: "Iterable[Image]", ways: "Callable[[Image], Iterable[Image]]", until: float
) -> tuple[str, ...]:
    """As far as this reading of the processor's clock allows; of the first picture always."""
    found: dict[str, None] = {}
    for picture in looked_at:
        found |= dict.fromkeys(first_read(ways(picture)))
        if process_time() > until:
            break
    return tuple(found)


def first_read(looks: "Iterable[Image]") -> list[str]:
    """Of the first look at which any code is read."""
    import zxingcpp

    qr = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for look in looks:
        read = zxingcpp.read_barcodes(look, formats=qr)
        if read:
            return [code.text for code in read]
    return []


def glance(picture: "Image") -> "Iterator[Image]":
    yield no_larger(picture)


def no_larger(picture: "Image") -> "Image":
    if max(picture.size) > LARGEST:
        picture = picture.copy()
        picture.thumbnail((LARGEST, LARGEST))
    return picture


def views(picture: "Image") -> "Iterator[Image]":
    from PIL import ImageFilter
    from PIL.Image import Resampling

    picture = no_larger(picture)
    for times in TIMES:
        if max(picture.size) * times > LARGEST:
            break
        size = (round(picture.width * times), round(picture.height * times))
        larger = picture.resize(size, Resampling.LANCZOS)
        yield larger
        yield larger.filter(ImageFilter.UnsharpMask(*SHARPENED))
    yield picture.filter(ImageFilter.MedianFilter(SPECKLED))
