"""Photos and scans of a printed paper, made here: a page with its QR, turned, soiled, small."""

import io
import random
import struct
import zlib

import segno
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.rules.print_codes import made_code
from bot.rules.printed import PrintCode

MM = 8  # pixels a millimetre
CODE = PrintCode(made_code("rekap"), 12, "ab" * 32)
QR_MM = 16  # as templates/lembar.typ draws it
WIDE, HIGH = 215, 330


def page(*payloads: str) -> Image.Image:
    """F4 with lines of print, the codes from right to left at its foot."""
    sheet = Image.new("L", (WIDE * MM, HIGH * MM), 245)
    drawn = ImageDraw.Draw(sheet)
    for line in range(30 * MM, 280 * MM, 5 * MM):
        drawn.rectangle((30 * MM, line, 185 * MM, line + 2 * MM), fill=60)
    for place, payload in enumerate(payloads or (CODE.payload,), 1):
        left, top = (WIDE - 25) * MM - place * (QR_MM + 14) * MM + 14 * MM, (HIGH - 26) * MM
        sheet.paste(qr(payload), (left, top))
    return sheet


def qr(payload: str) -> Image.Image:
    drawn = io.BytesIO()
    segno.make_qr(payload, error="h").save(drawn, kind="png", scale=8, border=2)
    return Image.open(drawn).convert("L").resize((QR_MM * MM, QR_MM * MM))


def soiled(sheet: Image.Image, share: float, seed: int) -> Image.Image:
    """Spots over this share of the code's own square."""
    dice = random.Random(seed)  # noqa: S311 - only spots
    sheet = sheet.copy()
    left, top, side = (WIDE - 25 - QR_MM) * MM, (HIGH - 26) * MM, QR_MM * MM
    spots, drawn, soil = 0.0, ImageDraw.Draw(sheet), MM // 2
    while spots < share * side * side:
        x, y = left + dice.randrange(side), top + dice.randrange(side)
        drawn.ellipse((x - soil, y - soil, x + soil, y + soil), fill=dice.choice((0, 90, 255)))
        spots += 3.14 * soil * soil
    return sheet


def half_shaded(sheet: Image.Image, left: float) -> Image.Image:
    """The shadow of a hand ends in the middle of the code; so much of the light is left in it."""
    light = Image.new("L", sheet.size, 255)
    dark = ((WIDE - 25 - QR_MM // 2) * MM, 0, *sheet.size)
    ImageDraw.Draw(light).rectangle(dark, fill=round(255 * left))
    return ImageChops.multiply(sheet, light.filter(ImageFilter.GaussianBlur(MM)))


def photo(
    sheet: Image.Image,
    longer: int = 2560,
    turn: int = 0,
    blur: float = 0,
    quality: int = 80,
    grain: int = 0,
) -> bytes:
    """A JPEG whose longer side has so many pixels; Telegram's photos have 1,280 or 2,560."""
    turned = sheet.rotate(turn, expand=True, fillcolor=170, resample=Image.Resampling.BICUBIC)
    turned.thumbnail((longer, longer), Image.Resampling.LANCZOS)
    taken = io.BytesIO()
    if grain:
        turned = ImageChops.add(turned, Image.effect_noise(turned.size, grain), 1, -128)
    turned.filter(ImageFilter.GaussianBlur(blur)).save(taken, "JPEG", quality=quality)
    return taken.getvalue()


def scan(*sheets: Image.Image) -> bytes:
    """A PDF of one picture a page, at 150 dots an inch, as an office's scanner makes it."""
    made = io.BytesIO()
    half = [sheet.reduce(2) for sheet in sheets]
    half[0].save(made, "PDF", save_all=True, append_images=half[1:], resolution=150)
    return made.getvalue()


def huge_png(side: int = 60_000) -> bytes:
    """A few kilobytes that say they are so many pixels wide and high."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + b""


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def huge_scan() -> bytes:
    """A PDF whose only picture says the same of itself."""
    return (
        scan(Image.new("L", (40, 60), 255))
        .replace(b"/Width 20", b"/Width 99000")
        .replace(b"/Height 30", b"/Height 99000")
    )
