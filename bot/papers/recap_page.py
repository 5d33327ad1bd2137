"""One sheet of the recap: as wide on paper as every other, so that letters are of one size."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.pagebreak import Break

from bot.papers.cells import FONT, dress, put_heading, put_text, put_title, put_value
from bot.papers.heights import height_of, lines_in
from bot.papers.layout import Column, Shape
from bot.papers.live import Live
from bot.papers.package import Cached
from bot.papers.sheets import set_up_page
from bot.rules.recap import Recap
from bot.texts import recap as words
from bot.texts import recap_sheets

WIDTH = 180  # characters across F4 landscape: what is wider would be printed smaller
PAGE_HEIGHT = 540.0  # points on F4 landscape, at the scale at which that width fits
MOST_BREAKS = 1_000  # of 1,026 (Excel specifications and limits)
ROW_HEIGHT = 15.0  # of a row that nobody set
BOLD = 0.75  # what is left of a width for bold letters


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet, what its formulas give, and how wide its columns are."""

    sheet: Any
    widths: tuple[float, ...]
    results: dict[str, Cached] = field(default_factory=dict)

    @property
    def last(self) -> int:
        return len(self.widths)

    def put(self, row: int, place: int, value: Any) -> Any:
        cell = self.sheet.cell(row, place)
        if isinstance(value, Live):
            cell.value = value.formula
            self.results[cell.coordinate] = value.result
        else:
            put_value(cell, value)
        return cell

    def fit(self, row: int, text: str, width: float) -> None:
        self.sheet.row_dimensions[row].height = height_of(lines_in(text, width))

    def join(self, row: int, place: int, span: int) -> None:
        """One cell out of several beside each other, each dressed as the first.

        openpyxl's own merge_cells compares every new range with all the ones before.
        """
        if span == 1:
            return
        last, look = place + span - 1, self.sheet.cell(row, place)._style
        for covered in range(place + 1, last + 1):
            self.sheet.cell(row, covered)._style = copy(look)
        joined = CellRange(min_row=row, max_row=row, min_col=place, max_col=last)
        self.sheet.merged_cells.ranges.add(joined)

    def together(self, top: int, height: float) -> int:
        """Begin a page at row `top` where so many points more would run over this one's end."""
        if self.used(top) + height > PAGE_HEIGHT:
            self.begin_page(top)
        return top

    def begin_page(self, row: int) -> bool:
        """Whether it could be: Excel takes no more breaks on a sheet, and ends pages by itself."""
        allowed = len(self.sheet.row_breaks.brk) < MOST_BREAKS
        if allowed:
            self.sheet.row_breaks.append(Break(id=row - 1))
        return allowed

    def used(self, row: int) -> float:
        """Points taken above a row on its page; no row is cut in two."""
        begins = max((b.id for b in self.sheet.row_breaks.brk if b.id < row), default=0) + 1
        taken, rows = 0.0, self.sheet.row_dimensions
        for above in range(begins, row):
            height = rows[above].height or ROW_HEIGHT
            taken = height if taken + height > PAGE_HEIGHT else taken + height
        return taken

    def across(self, first: int, span: int) -> float:
        return sum(self.widths[first - 1 : first - 1 + span])


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a column of a table stands: from which of the sheet's columns, over how many."""

    column: Column
    place: int
    span: int
    width: float


def open_page(sheet: Any, recap: Recap, widths: Sequence[float]) -> Page:
    """Set up for F4, its columns stretched to the common width."""
    stretch = WIDTH / sum(widths)
    page = Page(sheet, tuple(round(width * stretch, 2) for width in widths))
    for place, width in enumerate(page.widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    set_up_page(sheet)
    sheet.oddFooter.left.text = recap_sheets.footer(recap).replace("&", "&&")
    sheet.oddFooter.right.text = recap_sheets.page_number("&P", "&N")
    sheet.oddFooter.left.size = sheet.oddFooter.right.size = 8
    return page


def write_head(page: Page, title: str, recap: Recap) -> None:
    """Rows 1 to 3 of every sheet but the first."""
    put_title(page.sheet.cell(1, 1), title, size=12)
    put_title(page.sheet.cell(2, 1), words.sheet_line(recap), size=10, bold=False)
    put_title(page.sheet.cell(3, 1), words.compiled(recap), size=9, bold=False)


def write_section(page: Page, row: int, title: str) -> int:
    """A heading inside a sheet, after an empty row; returns the next row."""
    put_title(page.sheet.cell(row + 1, 1), title, size=11)
    return row + 2


def write_paragraphs(page: Page, top: int, texts: Sequence[str]) -> int:
    """One row each over the whole width, wrapped; returns the next row."""
    for row, text in enumerate(texts, start=top):
        cell = page.sheet.cell(row, 1)
        put_text(cell, text)
        cell.font = Font(name=FONT, size=9)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.join(row, 1, page.last)
        page.sheet.row_dimensions[row].height = height_of(lines_in(text, WIDTH))
    return top + len(texts)


def write_table(
    page: Page,
    top: int,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Any]],
    spans: Sequence[int] = (),
) -> int:
    """Headings in row `top` and the rows below; returns the next row. An empty one says so.

    `spans` are how many of the sheet's columns each of the table's takes.
    """
    slots = slots_of(page, columns, spans)
    write_headings(page, top, slots)
    for number, values in enumerate(rows or [no_rows(columns)], start=top + 1):
        write_row(page, number, slots, values)
    return top + max(len(rows), 1) + 1


def slots_of(page: Page, columns: Sequence[Column], spans: Sequence[int] = ()) -> list[Slot]:
    spans = spans or (1,) * len(columns)
    places = [1 + sum(spans[:n]) for n in range(len(spans))]
    return [
        Slot(c, p, s, page.across(p, s)) for c, p, s in zip(columns, places, spans, strict=True)
    ]


def write_headings(page: Page, row: int, slots: Sequence[Slot]) -> None:
    for slot in slots:
        put_heading(page.sheet.cell(row, slot.place), slot.column.heading)
        page.join(row, slot.place, slot.span)
    page.sheet.row_dimensions[row].height = heading_height(slots)


def heading_height(slots: Sequence[Slot]) -> float:
    return height_of(max(lines_in(slot.column.heading, slot.width * BOLD) for slot in slots))


@lru_cache
def shaped(column: Column, shape: Shape) -> Column:
    return replace(column, shape=shape)


def write_row(page: Page, row: int, slots: Sequence[Slot], values: Sequence[Any]) -> None:
    for slot, value in zip(slots, values, strict=True):
        cell = page.put(row, slot.place, value)
        own = isinstance(value, Live) and value.shape
        dress(cell, shaped(slot.column, own) if own else slot.column, unlocked=False)
        if slot.span > 1:
            page.join(row, slot.place, slot.span)
    page.sheet.row_dimensions[row].height = row_height(slots, values)


def row_height(slots: Sequence[Slot], values: Sequence[Any]) -> float:
    """For the longest of its texts, in points."""
    told = [(v, slot.width) for slot, v in zip(slots, values, strict=True) if isinstance(v, str)]
    return height_of(max((lines_in(text, width) for text, width in told), default=1))


def no_rows(columns: Sequence[Column]) -> list[str]:
    return [words.NIHIL, *("" for _ in columns[1:])]


def repeat_headings(page: Page, row: int, first_column: int = 1) -> None:
    """The headings stay in sight, and stand on every printed page."""
    page.sheet.print_title_rows = f"{row}:{row}"
    page.sheet.freeze_panes = page.sheet.cell(row + 1, first_column)
