"""Files that would harm a careless reader, small enough to keep in a test or a rehearsal."""

import io
import re
import zipfile
from collections.abc import Callable

from bot.papers.samples import packed

SHEET = "xl/worksheets/sheet2.xml"  # Data Kinerja in every workbook of ours
ROWS_END = "</sheetData>"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


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


def rows_of_nothing(workbook: bytes, rows: int = 1_048_000) -> bytes:
    """A sound workbook with rows that hold nothing, down to where Excel ends."""
    more = "".join(f'<row r="{n}"/>' for n in range(400, 400 + rows))
    return changed(workbook, SHEET, lambda sheet: sheet.replace(ROWS_END, more + ROWS_END))


def wide_rows(workbook: bytes, rows: int = 60, cells: int = 16_384) -> bytes:
    """A sound workbook with rows of empty cells as wide as Excel goes."""
    row = "<row>" + "<c/>" * cells + "</row>"
    return changed(workbook, SHEET, lambda sheet: sheet.replace(ROWS_END, row * rows + ROWS_END))


def many_merges(workbook: bytes, merges: int = 200_000) -> bytes:
    """A sound workbook with merged cells far below what anybody filled in."""
    refs = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1_000, 1_000 + merges))
    tail = f"{ROWS_END}<mergeCells>{refs}</mergeCells>"
    return changed(workbook, SHEET, lambda sheet: sheet.replace(ROWS_END, tail))


def many_strings(workbook: bytes, strings: int = 3_000_000) -> bytes:
    """A sound workbook with words that no cell says."""
    words = b"<si><t/></si>" * strings
    parts = _parts(workbook) | {"xl/sharedStrings.xml": b'<sst xmlns="%s">%s</sst>' % (MAIN, words)}
    types = parts["[Content_Types].xml"]
    named = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % STRINGS
    return packed(parts | {"[Content_Types].xml": types.replace(b"</Types>", named)})


def with_links(workbook: bytes) -> bytes:
    """A workbook that would fetch figures from another one."""
    return packed(_parts(workbook) | {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})


def open_document() -> bytes:
    """The head of an .ods file."""
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": b"<office/>"})


def binary_workbook() -> bytes:
    """The parts by which an .xlsb file is known."""
    return packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"\0"})


def other_zip() -> bytes:
    return packed({"foto.jpg": b"\xff\xd8\xff"})


def spoilt_part(workbook: bytes) -> bytes:
    """A sound package whose sheet breaks off in the middle of its XML."""
    return changed(workbook, SHEET, lambda sheet: sheet[: len(sheet) // 2])


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
