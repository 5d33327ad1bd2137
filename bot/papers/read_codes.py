"""The QR codes on a photo or a scan of a printed paper; runs in the child process."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.papers.scanned_pages import pictures
from bot.rules.kinds import Damaged, UnreadableFile
from bot.rules.printed import FoundCodes

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 4200  # pixels of a side; a code on a whole page needs no more
TIMES = (1, 2, 3)  # as it is, then larger: on a small photo a square has hardly two pixels
SHARPENED = (4, 200, 2)  # pixels around, per cent, least difference: against a shaken hand


def read_codes(data: bytes) -> FoundCodes | UnreadableFile:
    """Each payload once, in the order of the pages; empty where no code is read."""
    try:
        found = pictures(data)
        if isinstance(found, UnreadableFile):
            return found
        read = (payload for picture in found for payload in codes_on(picture))
        return FoundCodes(tuple(dict.fromkeys(read)))
    except MemoryError:
        raise
    except Exception:  # whatever a damaged picture makes its reader raise
        return Damaged()


def codes_on(picture: "Image") -> list[str]:
    """Of the first look at which any code is read."""
    import zxingcpp

    qr = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for view in views(picture):
        read = zxingcpp.read_barcodes(view, formats=qr)
        if read:
            return [code.text for code in read]
    return []


def views(picture: "Image") -> Iterator["Image"]:
    from PIL import ImageFilter
    from PIL.Image import Resampling

    longer = max(picture.size)
    if longer > LARGEST:
        picture = picture.copy()
        picture.thumbnail((LARGEST, LARGEST))
    for times in TIMES:
        if times > 1 and longer * times > LARGEST:
            break
        larger = picture.resize((picture.width * times, picture.height * times), Resampling.LANCZOS)
        yield larger
        yield larger.filter(ImageFilter.UnsharpMask(*SHARPENED))
