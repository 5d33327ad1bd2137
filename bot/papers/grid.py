"""A sheet that people filled in, read row by row under its headings, with every fault kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from bot.papers.dates import NotADate, parse_date
from bot.papers.layout import Column, Table
from bot.rules.form_faults import FaultCode, FormFault
from bot.rules.numbers import NO_DATA, NoData, NotANumber, parse_number

MAX_ROWS = 300
MAX_COLUMNS = 40
HEADINGS_WITHIN = 15
LONGEST_TEXT = 4_000  # characters
HUNDRED = Decimal(100)

Row = dict[str, Any]  # column key -> openpyxl cell


@dataclass(slots=True)
class Grid:
    """Reads cells into values; what cannot be read becomes a fault and None."""

    table: Table
    rows: list[tuple[int, Row]] = field(default_factory=list)
    faults: list[FormFault] = field(default_factory=list)
    letters: dict[str, str] = field(default_factory=dict)

    def fault(self, number: int, key: str, code: FaultCode, **params: str) -> None:
        heading = next((col.heading for col in self.table.columns if col.key == key), "")
        cell = f"{self.letters.get(key, '')}{number}"
        found = (("kolom", heading), *params.items())
        self.faults.append(FormFault(self.table.sheet, cell, code, found))

    def text(self, number: int, row: Row, key: str, *, required: bool = False) -> str:
        value = _value(row, key)
        text = "" if value is None else " ".join(str(value).split())
        if required and not text:
            self.fault(number, key, FaultCode.REQUIRED_EMPTY)
        if len(text) > LONGEST_TEXT:
            self.fault(number, key, FaultCode.TOO_LONG, paling=str(LONGEST_TEXT))
            return ""
        return text

    def number(self, number: int, row: Row, key: str, *, required: bool = False) -> Decimal | None:
        """None for "belum ada data" too; a required cell left empty is a fault."""
        value = self._parsed(number, row, key)
        if value is None and required:
            self.fault(number, key, FaultCode.REQUIRED_EMPTY)
        if not isinstance(value, Decimal):
            return None
        # "41,46%" typed into Excel is kept as 0.4146 with a percent format
        return value * HUNDRED if _is_percent(row[key]) else value

    def _parsed(self, number: int, row: Row, key: str) -> Decimal | NoData | None:
        value = _value(row, key)
        try:
            # "1/5" became a date while it was typed
            return parse_number(f"{value:%d/%m/%Y}" if isinstance(value, date) else value)
        except NotANumber as wrong:
            self.fault(number, key, FaultCode.NOT_A_NUMBER, isi=wrong.text[:60])
            return NO_DATA

    def money(self, number: int, row: Row, key: str, *, required: bool = False) -> Decimal | None:
        value = self.number(number, row, key, required=required)
        if value is not None and value < 0:
            self.fault(number, key, FaultCode.NEGATIVE, isi=str(value))
        return value

    def day(self, number: int, row: Row, key: str) -> date | None:
        value = _value(row, key)
        try:
            return value.date() if isinstance(value, datetime) else parse_date(value)
        except NotADate:
            self.fault(number, key, FaultCode.NOT_A_DATE, isi=str(value)[:60])
            return None


def _value(row: Row, key: str) -> Any:
    cell = row.get(key)
    value = None if cell is None else cell.value
    return None if isinstance(value, str) and not value.strip() else value


def _is_percent(cell: Any) -> bool:
    return not isinstance(cell.value, str) and "%" in (cell.number_format or "")


def read_grid(workbook: Any, table: Table) -> Grid:
    """The rows under the headings; a missing sheet or heading is a fault, and then no rows."""
    grid = Grid(table)
    if table.sheet not in workbook.sheetnames:
        grid.faults.append(FormFault(table.sheet, "", FaultCode.SHEET_MISSING))
        return grid
    # rows and columns are capped: one cell at XFD1048576 must not cost a million rows
    lines = workbook[table.sheet].iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS)
    numbered: Iterator[tuple[int, Any]] = enumerate(lines, start=1)
    places = _places(numbered, table)
    wanted = [column for column in table.columns if column.filled or column.kept]
    for column in [column for column in wanted if column.key not in places]:
        grid.fault(0, column.key, FaultCode.HEADING_MISSING)
    if not grid.faults:
        grid.letters = {key: chr(ord("A") + place) for key, place in places.items() if place < 26}
        _fill(grid, numbered, places, [column.key for column in wanted])
    return grid


def _places(numbered: Iterator[tuple[int, Any]], table: Table) -> dict[str, int]:
    """Column places, by the first row in which most headings stand."""
    for _, cells in islice(numbered, HEADINGS_WITHIN):
        standing = {_plain(cell.value): place for place, cell in enumerate(cells)}
        found = {c.key: standing[_plain(c.heading)] for c in table.columns if _stands(c, standing)}
        if 2 * len(found) > len(table.columns):
            return found
    return {}


def _stands(column: Column, standing: dict[str, int]) -> bool:
    return _plain(column.heading) in standing


def _plain(heading: Any) -> str:
    return " ".join(str(heading or "").split()).casefold()


def _fill(grid: Grid, numbered: Any, places: dict[str, int], inputs: list[str]) -> None:
    for number, cells in numbered:
        row = {key: cells[place] for key, place in places.items() if place < len(cells)}
        if all(_value(row, key) is None for key in inputs):
            continue
        if number > MAX_ROWS:
            grid.fault(number, inputs[0], FaultCode.TOO_MANY_ROWS, paling=str(MAX_ROWS))
        else:
            grid.rows.append((number, row))
