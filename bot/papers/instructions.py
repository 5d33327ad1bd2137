"""The sheet Petunjuk."""

from collections.abc import Sequence
from typing import Any

from openpyxl.styles import Alignment, Font

from bot.papers.cells import FONT, put_text, put_title
from bot.papers.sheets import protect, set_up_page
from bot.texts import workbooks as words

WIDTH = 100  # characters
CHARACTERS_PER_LINE = 110
LINE_HEIGHT = 16  # points


def write_instructions(sheet: Any, head: Sequence[str], lines: Sequence[str]) -> None:
    sheet.title = words.PETUNJUK
    sheet.column_dimensions["A"].width = WIDTH
    put_title(sheet["A1"], head[0])
    for row, line in enumerate(head[1:], start=2):
        put_title(sheet.cell(row, 1), line, size=10, bold=False)
    for row, line in enumerate(lines, start=len(head) + 2):
        _write_line(sheet, row, line)
    set_up_page(sheet)
    protect(sheet)


def _write_line(sheet: Any, row: int, line: str) -> None:
    cell = sheet.cell(row, 1)
    put_text(cell, line)
    cell.font = Font(name=FONT, size=11)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    # no program grows a row's height for wrapped text before somebody edits it
    sheet.row_dimensions[row].height = LINE_HEIGHT * (1 + len(line) // CHARACTERS_PER_LINE)
