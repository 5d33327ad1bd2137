"""What openpyxl's read-only mode keeps to itself: formulas, merged cells, how much there is.

Read from the sheet's own XML, and only as far as rows are read at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from openpyxl.utils import get_column_letter, range_boundaries

MAX_CELLS = 60_000  # in the rows that are read; our own sheets have less than 1,000
MAX_MERGES = 500
ROOT = re.compile(rb"<(\w+:)?worksheet[\s>]")
END = re.compile(rb"</(?:\w+:)?sheetData>")
ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
COMPUTED = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3}[0-9]{1,7})"[^>]*>\s*<(?:\w+:)?f[\s/>]')
MERGE = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"'
)


class TooManyCells(ValueError):
    """More cells in the rows that would be read than a form of ours can have."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; only its first cell holds a value. Columns and rows count from 1."""

    ref: str
    left: int
    top: int
    right: int
    bottom: int

    def covers(self, column: int, row: int) -> bool:
        return self.left <= column <= self.right and self.top <= row <= self.bottom


@dataclass(frozen=True, slots=True)
class SheetFacts:
    formulas: frozenset[str] = frozenset()
    merges: tuple[Merge, ...] = ()

    def merged(self, column: int, row: int) -> Merge | None:
        return next((merge for merge in self.merges if merge.covers(column, row)), None)


def first_rows(xml: bytes, rows: int) -> bytes:
    """The sheet as if it ended after its first `rows` rows, so that what follows costs nothing."""
    end, root = END.search(xml), ROOT.search(xml)
    if end is None or root is None:
        return xml
    prefix = root[1] or b""
    closing = b"</%bsheetData></%bworksheet>" % (prefix, prefix)
    return xml[: min(_beyond(xml, rows), end.start())] + closing


def _beyond(xml: bytes, rows: int) -> int:
    """Where the first row stands that is not read."""
    found = next(islice(ROW.finditer(xml), rows, None), None)
    return found.start() if found else len(xml)


def sheet_facts(xml: bytes, rows: int) -> SheetFacts:
    """Of the first `rows` rows. Refused: TooManyCells."""
    read = xml[: _beyond(xml, rows)]
    if next(islice(CELL.finditer(read), MAX_CELLS, None), None):
        raise TooManyCells
    formulas = frozenset(found[1].decode() for found in COMPUTED.finditer(read))
    return SheetFacts(formulas, tuple(_merges(xml[max(xml.rfind(b"</sheetData>"), 0) :])))


def _merges(xml: bytes) -> Iterator[Merge]:
    for found in islice(MERGE.finditer(xml), MAX_MERGES):
        ref = found[1].decode()
        left, top, right, bottom = range_boundaries(ref)
        yield Merge(ref, left or 1, top or 1, right or 1, bottom or 1)


def cell_ref(column: int, row: int) -> str:
    """ "I7" of 9 and 7."""
    return f"{get_column_letter(column)}{row}"
