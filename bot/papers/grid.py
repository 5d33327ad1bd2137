"""A sheet that people filled in, read row by row under its headings, with every fault kept."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from bot.papers.dates import NotADate, parse_date
from bot.papers.layout import Column, Table
from bot.papers.open_workbook import MAX_ROWS
from bot.papers.sheet_facts import Merge, SheetFacts, cell_ref
from bot.rules.form_faults import FaultCode, FormFault
from bot.rules.numbers import NO_DATA, NoData, NotANumber, parse_number

MAX_COLUMNS = 40
HEADINGS_WITHIN = 15
LONGEST_TEXT = 4_000  # characters
HUNDRED = Decimal(100)

Row = dict[str, Any]  # column key -> openpyxl cell


@dataclass(slots=True)
class Grid:
    """Reads cells into values; what cannot be read becomes a fault and None.

    `strays` are headings that are not the table's.
    """

    table: Table
    rows: list[tuple[int, Row]] = field(default_factory=list)
    faults: list[FormFault] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)  # column key -> column, from 1
    strays: list[str] = field(default_factory=list)
    facts: SheetFacts = field(default_factory=SheetFacts)
    told: set[Merge] = field(default_factory=set)
    under_headings: int = 0  # the first row that can be filled in

    def cell(self, number: int, key: str) -> str:
        """ "I7"; empty where the sheet has no such column."""
        return cell_ref(self.places[key], number) if key in self.places and number else ""

    def next_cell(self, key: str) -> str:
        """Of the first row below all that is filled in."""
        return self.cell(self.rows[-1][0] + 1 if self.rows else self.under_headings, key)

    @property
    def computed(self) -> tuple[str, ...]:
        """The input cells, row by row, whose values formulas gave."""
        inputs = [c.key for c in self.table.columns if c.filled or c.kept]
        cells = (self.cell(number, key) for number, _ in self.rows for key in inputs)
        return tuple(cell for cell in cells if cell in self.facts.formulas)

    def fault(self, number: int, key: str, code: FaultCode, **params: str) -> None:
        heading = next((col.heading for col in self.table.columns if col.key == key), "")
        found = (("kolom", heading), *params.items())
        self.faults.append(FormFault(self.table.sheet, self.cell(number, key), code, found))

    def text(self, number: int, row: Row, key: str, *, required: bool = False) -> str:
        if self.spoilt(number, row, key):
            return ""
        value = _value(row, key)
        text = "" if value is None else " ".join(str(value).split())
        if required and not text:
            self.empty(number, key)
        if len(text) > LONGEST_TEXT:
            self.fault(number, key, FaultCode.TOO_LONG, paling=str(LONGEST_TEXT))
            return ""
        return text

    def number(self, number: int, row: Row, key: str, *, required: bool = False) -> Decimal | None:
        """None for "belum ada data" too; a required cell left empty is a fault."""
        if self.spoilt(number, row, key):
            return None
        value = self._parsed(number, row, key)
        if value is None and required:
            self.empty(number, key)
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

    def share(self, number: int, row: Row, key: str, most: Decimal) -> Decimal | None:
        """From 0 to `most`."""
        value = self.money(number, row, key)
        if value is not None and value > most:
            self.fault(number, key, FaultCode.OVER_RANGE, isi=str(value), paling=str(most))
        return value

    def day(self, number: int, row: Row, key: str) -> date | None:
        if self.spoilt(number, row, key):
            return None
        value = _value(row, key)
        try:
            return value.date() if isinstance(value, datetime) else parse_date(value)
        except NotADate:
            self.fault(number, key, FaultCode.NOT_A_DATE, isi=str(value)[:60])
            return None

    def empty(self, number: int, key: str) -> None:
        """A required cell without a value; a formula that no program has computed is one."""
        computed = self.cell(number, key) in self.facts.formulas
        self.fault(number, key, FaultCode.NOT_COMPUTED if computed else FaultCode.REQUIRED_EMPTY)

    def spoilt(self, number: int, row: Row, key: str) -> bool:
        """Whether the cell is an error of a formula, or one of several that were merged."""
        merge = self.facts.merged(self.places[key], number) if key in self.places else None
        if merge is not None:
            if merge not in self.told:
                self.fault(number, key, FaultCode.MERGED, isi=merge.ref)
            self.told.add(merge)
            return True
        cell = row.get(key)
        if cell is None or cell.data_type != "e":
            return False
        self.fault(number, key, FaultCode.CELL_ERROR, isi=str(cell.value))
        return True


def _value(row: Row, key: str) -> Any:
    cell = row.get(key)
    value = None if cell is None else cell.value
    return None if isinstance(value, str) and not value.strip() else value


def _is_percent(cell: Any) -> bool:
    return not isinstance(cell.value, str) and "%" in (cell.number_format or "")


def read_grid(workbook: Any, table: Table) -> Grid:
    """The rows under the headings; a missing sheet or heading is a fault, and then no rows.

    Refused: TooManyCells.
    """
    grid = Grid(table)
    if table.sheet not in workbook.sheetnames:
        grid.faults.append(FormFault(table.sheet, "", FaultCode.SHEET_MISSING))
        return grid
    sheet = workbook[table.sheet]
    grid.facts = sheet.facts()
    # rows and columns are capped: one cell at XFD1048576 must not cost a million rows
    lines = sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS)
    numbered: Iterator[tuple[int, Any]] = enumerate(lines, start=1)
    grid.under_headings, headings = _headings(numbered, table)
    wanted = [column for column in table.columns if column.filled or column.kept]
    _check_headings(grid, headings, wanted)
    if not grid.faults:
        standing = {heading: place for place, heading in enumerate(headings, start=1)}
        grid.places = {
            c.key: standing[_plain(c.heading)] for c in table.columns if _stands(c, standing)
        }
        _fill(grid, numbered, [column.key for column in wanted])
    return grid


def _headings(numbered: Iterator[tuple[int, Any]], table: Table) -> tuple[int, list[str]]:
    """The row under the first one in which most of the table's headings stand; else none."""
    known = {_plain(column.heading) for column in table.columns}
    for number, cells in islice(numbered, HEADINGS_WITHIN):
        headings = [_plain(cell.value) for cell in cells]
        if 2 * len(known.intersection(headings)) > len(known):
            return number + 1, headings
    return 0, []


def _check_headings(grid: Grid, headings: Sequence[str], wanted: Sequence[Column]) -> None:
    """A column that was put in is only told; one that is missing or doubled cannot be read."""
    if not headings:
        grid.fault(0, "", FaultCode.NO_HEADINGS)
        return
    known = {_plain(column.heading) for column in grid.table.columns}
    grid.strays = [heading for heading in headings if heading and heading not in known]
    count = Counter(headings)
    for column in wanted:
        if not count[_plain(column.heading)]:
            grid.fault(0, column.key, FaultCode.HEADING_MISSING)
    for column in grid.table.columns:
        if count[_plain(column.heading)] > 1:
            grid.fault(0, column.key, FaultCode.HEADING_TWICE)


def _stands(column: Column, standing: dict[str, int]) -> bool:
    return _plain(column.heading) in standing


def _plain(heading: Any) -> str:
    return " ".join(str(heading or "").split()).casefold()


def _fill(grid: Grid, numbered: Any, inputs: list[str]) -> None:
    for number, cells in numbered:
        row = {key: cells[place - 1] for key, place in grid.places.items() if place <= len(cells)}
        if all(_value(row, key) is None for key in inputs):
            continue
        if number > MAX_ROWS:
            grid.fault(number, inputs[0], FaultCode.TOO_MANY_ROWS, paling=str(MAX_ROWS))
        else:
            grid.rows.append((number, row))
