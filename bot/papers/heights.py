"""Row heights: office programs grow them while somebody types, not for text already there."""

from math import ceil
from typing import Any

LINE = 12.5  # points for a line of 9-point text
PADDING = 4.0
DEFAULT_WIDTH = 10


def fit_row(sheet: Any, row: int, columns: int, *, least: int = 1) -> None:
    """High enough for the wrapped text in the row's first `columns` cells."""
    lines = [_lines(sheet, row, place) for place in range(1, columns + 1)]
    sheet.row_dimensions[row].height = PADDING + LINE * max(least, *lines)


def _lines(sheet: Any, row: int, place: int) -> int:
    cell = sheet.cell(row, place)
    if cell.data_type != "s" or not cell.value:
        return 1
    width = sheet.column_dimensions[cell.column_letter].width or DEFAULT_WIDTH
    return sum(max(1, ceil(len(part) / width)) for part in cell.value.split("\n"))
