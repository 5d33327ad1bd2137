"""Files that would harm a careless reader, small enough to keep in a test or a rehearsal."""

import io
import re
import zipfile
from collections.abc import Callable

from bot.papers.samples import packed

SHEET = "xl/worksheets/sheet2.xml"  # Data Kinerja in every workbook of ours
ROWS_END = "</sheetData>"


def far_cell(workbook: bytes) -> bytes:
    """A sound workbook with one more cell in the last corner that Excel knows."""
    cell = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return changed(workbook, SHEET, lambda sheet: sheet.replace(ROWS_END, cell + ROWS_END))


def many_rows(workbook: bytes, rows: int) -> bytes:
    """A sound workbook with rows upon rows and no word of how many."""
    more = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(100, 100 + rows))

    def longer(sheet: str) -> str:
        return re.sub(r"<dimension[^>]*/>", "", sheet).replace(ROWS_END, more + ROWS_END)

    return changed(workbook, SHEET, longer)


def zip_bomb(workbook: bytes, unpacked: int = 60_000_000) -> bytes:
    """Tens of kilobytes that declare and hold `unpacked` bytes of blanks in one sheet."""
    return changed(
        workbook, SHEET, lambda sheet: sheet.replace(ROWS_END, ROWS_END + " " * unpacked)
    )


def entity_bomb(workbook: bytes) -> bytes:
    """A sheet whose XML multiplies one word by a billion."""
    levels = "".join(
        f'<!ENTITY e{n} "{"".join(f"&e{n - 1};" for _ in range(10))}">' for n in range(1, 10)
    )
    bomb = f'<!DOCTYPE worksheet [<!ENTITY e0 "himpun">{levels}]>'
    return changed(
        workbook,
        SHEET,
        lambda sheet: bomb + sheet.replace(ROWS_END, f"<row>&e9;</row>{ROWS_END}"),
    )


def with_macros(workbook: bytes) -> bytes:
    """A workbook that carries a macro project under an honest name's ending."""
    return packed(_parts(workbook) | {"xl/vbaProject.bin": b"\0"})


def many_entries(workbook: bytes) -> bytes:
    return packed(_parts(workbook) | {f"xl/media/{n}.bin": b"\0" for n in range(500)})


def cut_off(data: bytes) -> bytes:
    """The first half, as a broken upload leaves it."""
    return data[: len(data) // 2]


def encrypted_office_file() -> bytes:
    """The head of a file that asks for a password: OLE with an EncryptedPackage."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")


def old_excel_file() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le")


def changed(workbook: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The same package with one part's text changed."""
    parts = _parts(workbook)
    parts[part] = change(parts[part].decode()).encode()
    return packed(parts)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
