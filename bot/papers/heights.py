"""Row heights: office programs grow them while somebody types, not for text already there."""

from textwrap import wrap
from typing import Any

LINE = 12.5  # points for a line of 9-point text
PADDING = 4.0
DEFAULT_WIDTH = 10
HIGHEST = 409.0  # points; Excel's own limit
NARROWER = 1.1  # 9-point letters in widths counted by 11-point ones; words leave some room


def fit_row(sheet: Any, row: int, columns: int, *, least: int = 1) -> None:
    """High enough for the wrapped text in the row's first `columns` cells."""
    lines = [_lines(sheet, row, place) for place in range(1, columns + 1)]
    sheet.row_dimensions[row].height = height_of(max(least, *lines))


def height_of(lines: int) -> float:
    """Of a row with so many lines, in points."""
    return min(PADDING + LINE * lines, HIGHEST)


def lines_in(text: str, width: float) -> int:
    """How many lines the text takes in a column so many characters wide."""
    letters = max(int(width * NARROWER), 1)
    if len(text) <= letters and "\n" not in text:
        return 1
    return sum(_wrapped(part, letters) for part in text.split("\n"))


def _wrapped(part: str, letters: int) -> int:
    """As textwrap breaks it, which takes a plain sentence to pieces to say no more."""
    if len(part) <= letters:
        return 1
    plain = part.isprintable() and "  " not in f" {part} "
    lines = _plainly_wrapped(part, letters) if plain else 0
    return lines or len(wrap(part, letters))


def _plainly_wrapped(part: str, letters: int) -> int:
    """Of words with one space between them; 0 where a line ends inside one."""
    lines, begun = 1, 0
    while len(part) - begun > letters:
        space = part.rfind(" ", begun, begun + letters + 1)
        if space < 0 or "-" in part[space + 1 : begun + letters]:
            return 0
        lines, begun = lines + 1, space + 1
    return lines


def _lines(sheet: Any, row: int, place: int) -> int:
    cell = sheet.cell(row, place)
    if cell.data_type != "s" or not cell.value:
        return 1
    width = sheet.column_dimensions[cell.column_letter].width or DEFAULT_WIDTH
    return lines_in(cell.value, width)
