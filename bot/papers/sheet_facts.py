"""What openpyxl's read-only mode keeps to itself: formulas, merged cells, how much there is.

Read from the sheet's own XML, and only as far as rows are read at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO

from openpyxl.utils import get_column_letter, range_boundaries

MAX_CELLS = 60_000  # in the rows that are read; our own sheets have less than 1,000
MAX_MERGES = 500
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


def sheet_facts(source: IO[bytes], rows: int) -> SheetFacts:
    """Of the first `rows` rows. Refused: TooManyCells."""
    xml = source.read()
    beyond = next(islice(ROW.finditer(xml), rows, None), None)
    read = xml[: beyond.start()] if beyond else xml
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
