"""Plain tables of values inside a sheet."""

from collections.abc import Sequence
from typing import Any

from bot.papers.cells import dress, put_heading, put_title, put_value
from bot.papers.heights import fit_row
from bot.papers.layout import Column


def write_table(
    sheet: Any, top: int, columns: Sequence[Column], rows: Sequence[Sequence[Any]]
) -> int:
    """Headings in row `top` and the rows below; returns the next free row. Widths come first."""
    for place, column in enumerate(columns, start=1):
        put_heading(sheet.cell(top, place), column.heading)
    for number, values in enumerate(rows, start=top + 1):
        for place, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
            put_value(sheet.cell(number, place), value)
            dress(sheet.cell(number, place), column, unlocked=False)
        fit_row(sheet, number, len(columns))
    return top + len(rows) + 1


def write_lines(sheet: Any, top: int, lines: Sequence[str], *, size: int = 10) -> int:
    """One line a row, bold above 10 points; returns the next free row."""
    for number, line in enumerate(lines, start=top):
        put_title(sheet.cell(number, 1), line, size=size, bold=size > 10)
    return top + len(lines)


def set_widths(sheet: Any, widths: Sequence[int]) -> None:
    for place, width in enumerate(widths):
        sheet.column_dimensions[chr(ord("A") + place)].width = width
