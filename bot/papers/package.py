"""A workbook's bytes: the same for the same content, and with the results of its formulas in it.

openpyxl stamps the wall clock and writes formulas without results, which phones preview as blanks.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import IO, Any
from xml.sax.saxutils import escape

Cached = Decimal | str
Results = Mapping[str, Mapping[str, Cached]]  # sheet title -> cell -> what its formula gives

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
CORE = "docProps/core.xml"
AT_ONCE = 1 << 20  # bytes of a sheet held at a time
CELL_END = b"</c>"
FORMULA = re.compile(rb'<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)</f><v ?/?>(?:</v>)?</c>')
CREATED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def finish(workbook: Any, results: Results, at: datetime) -> bytes:
    """The .xlsx file, dated `at` (UTC); nothing is left in the sheets."""
    return finish_by_sheet(workbook, lambda sheet: results.get(sheet.title, {}), at)


def finish_by_sheet(
    workbook: Any, fill: Callable[[Any], Mapping[str, Cached]], at: datetime
) -> bytes:
    """The same, each sheet filled only when its turn has come and then emptied, so that no more
    than one is held; `fill` returns what the sheet's formulas give."""
    from bot.papers.sheet_by_sheet import SheetBySheet  # heavy: openpyxl

    workbook.properties.creator = "Himpun"
    out = io.BytesIO()
    SheetBySheet(workbook, Package(out, f"{at:%Y-%m-%dT%H:%M:%SZ}"), fill).save()
    return out.getvalue()


class Package:
    """What openpyxl takes for a zip. Only the parts of our own making are looked into: a sender's
    pictures and themes go through as they are."""

    def __init__(self, out: IO[bytes], stamp: str) -> None:
        self._zip = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)
        self._stamp = stamp.encode()
        self.results: Mapping[str, Cached] = {}  # of the sheet that comes next

    def writestr(self, name: str, content: str | bytes) -> None:
        data = content.encode() if isinstance(content, str) else content
        if name == CORE:
            data = CREATED.sub(rb"\g<1>" + self._stamp, data)
        self._zip.writestr(_entry(name), data)

    def write(self, path: str, name: str) -> None:
        """A sheet, which openpyxl has in a file of its own."""
        with Path(path).open("rb") as sheet, self._zip.open(_entry(name), "w") as part:
            for cells in _whole_cells(sheet):
                part.write(_with_results(cells, self.results))

    def namelist(self) -> list[str]:
        return self._zip.namelist()

    def close(self) -> None:
        self._zip.close()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, ZIP_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _whole_cells(sheet: IO[bytes]) -> Iterator[bytes]:
    """The file in parts, none of which ends inside a cell."""
    begun = b""
    while read := sheet.read(AT_ONCE):
        cells, end, begun = (begun + read).rpartition(CELL_END)
        yield cells + end
    yield begun


def _with_results(cells: bytes, results: Mapping[str, Cached]) -> bytes:
    def cell(match: re.Match[bytes]) -> bytes:
        ref, attributes, formula = match.groups()
        result = results.get(ref.decode(), "")
        number = isinstance(result, Decimal)
        kind = b"" if number else b' t="str"'
        value = repr(float(result)) if number else escape(str(result))
        parts = (ref, attributes, kind, formula, value.encode())
        return b'<c r="%b"%b%b><f>%b</f><v>%b</v></c>' % parts

    return FORMULA.sub(cell, cells)
