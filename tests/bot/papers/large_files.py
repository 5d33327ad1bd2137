"""Files of just the size that Telegram lets a bot fetch, sound ones and hostile ones."""

import hashlib
import io
import zipfile
import zlib

from bot.papers.gate import MAX_BYTES
from bot.papers.hostile import ROWS_END, SHEET, changed

PHOTO = "xl/media/foto.jpg"
STYLES = "xl/styles.xml"


def noise(size: int) -> bytes:
    """Bytes that no packing makes smaller, the same each time."""
    return hashlib.shake_256(b"himpun").digest(size)


def filled_up(workbook: bytes) -> bytes:
    """The same workbook with a photo, which makes it as large as a file may be."""
    missing = MAX_BYTES - len(_with_photo(workbook, b""))
    return _with_photo(workbook, noise(missing))


def _with_photo(workbook: bytes, photo: bytes) -> bytes:
    out = io.BytesIO(workbook)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(zipfile.ZipInfo(PHOTO), photo)
    return out.getvalue()


def with_a_photo(workbook: bytes) -> bytes:
    """What happens: a scan pasted beside the figures."""
    return filled_up(workbook)


def with_many_rows(workbook: bytes) -> bytes:
    """Rows upon rows of words below the form, as many as go into what may be unpacked."""
    words = noise(12_000_000).hex()
    cells = (
        f'<row r="{400 + n}"><c r="A{400 + n}" t="inlineStr"><is><t>{words[at : at + 300]}</t></is>'
        "</c></row>"
        for n, at in enumerate(range(0, len(words), 300))
    )
    rows = "".join(cells) + ROWS_END
    return filled_up(changed(workbook, SHEET, lambda sheet: sheet.replace(ROWS_END, rows)))


def with_long_texts(workbook: bytes) -> bytes:
    """The longest text that a cell may hold in every cell of a register's columns of words."""
    words, size = noise(4_400_000).hex(), 4_000
    rows = []
    for n, at in enumerate(range(0, len(words) - 5 * size, 5 * size), start=10):
        cells = "".join(
            f'<c r="{letter}{n}" t="inlineStr"><is><t>{words[at + k * size : at + (k + 1) * size]}'
            "</t></is></c>"
            for k, letter in enumerate("ACDFH")
        )
        rows.append(f'<row r="{n}">{cells}</row>')
    more = "".join(rows) + ROWS_END
    tlhp = "xl/worksheets/sheet5.xml"
    return filled_up(changed(workbook, tlhp, lambda sheet: sheet.replace(ROWS_END, more)))


def with_many_styles(workbook: bytes) -> bytes:
    """Looks upon looks that no cell wears: each is an object to whoever reads them all."""
    looks = "".join(f'<xf numFmtId="{n % 97}" fontId="0"/>' for n in range(1_000_000))
    return filled_up(
        changed(workbook, STYLES, lambda styles: styles.replace("</cellXfs>", looks + "</cellXfs>"))
    )


def with_wide_rows(workbook: bytes) -> bytes:
    """Empty cells without end within the rows that are read."""
    wide = "<row>" + '<c s="1"/>' * 1_000_000 + "</row>"
    return filled_up(
        changed(workbook, SHEET, lambda sheet: sheet.replace(ROWS_END, wide + ROWS_END))
    )


def only_noise(_workbook: bytes) -> bytes:
    """The head of a zip, and nothing that it promises."""
    return b"PK\x03\x04" + noise(MAX_BYTES - 4)


def scanned_pdf(words: str) -> bytes:
    """A page with a line of words over a picture that fills the file."""
    picture = noise(MAX_BYTES - len(_pdf(words, b"")) - len(str(MAX_BYTES)) + 1)
    return _pdf(words, picture)[:MAX_BYTES]


def bomb_pdf() -> bytes:
    """A page whose words unpack to ten times the file; the rest is noise."""
    packer = zlib.compressobj(1)
    line, parts = b"BT /F1 9 Tf (himpun) Tj ET\n" * 40_000, []
    for _ in range(190):
        parts.append(packer.compress(line))
    bomb = b"".join(parts) + packer.flush()
    return _pdf("", noise(MAX_BYTES - len(bomb) - 1_000), (b"/Filter /FlateDecode ", bomb))


def broken_pdf() -> bytes:
    """Objects upon objects, and no table of where they stand."""
    objects = b"".join(b"%d 0 obj\n<< /Kids [%d 0 R] >>\nendobj\n" % (n, n) for n in range(450_000))
    return (b"%PDF-1.7\n" + objects + b" " * MAX_BYTES)[:MAX_BYTES]


def _pdf(words: str, picture: bytes, content: tuple[bytes, bytes] | None = None) -> bytes:
    said = b"BT /F1 12 Tf 72 800 Td (%s) Tj ET" % words.encode("latin-1")
    how, stream = content or (b"", said)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 609 935] /Contents 4 0 R /Resources "
        b"<< /Font << /F1 5 0 R >> /XObject << /P 6 0 R >> >> >>",
        b"<< %s/Length %d >>\nstream\n%s\nendstream" % (how, len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length %d >>\nstream\n%s\nendstream" % (len(picture), picture),
    ]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, said in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, said)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, at)
    return bytes(out)
