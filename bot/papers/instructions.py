"""The sheet Petunjuk."""

from collections.abc import Sequence
from typing import Any

from openpyxl.styles import Alignment, Font

from bot.papers.cells import FONT, put_text, put_title
from bot.papers.heights import lines_in
from bot.papers.printing import PAGE_WIDTH
from bot.papers.sheets import set_up_page
from bot.texts import workbooks as words

WIDTH = 120  # characters: as long as a line is still easily read
LINE_HEIGHT = 18  # points


def write_instructions(sheet: Any, head: Sequence[str], lines: Sequence[str]) -> None:
    sheet.title = words.PETUNJUK
    sheet.column_dimensions["A"].width = WIDTH
    put_title(sheet["A1"], head[0])
    for row, line in enumerate(head[1:], start=2):
        put_title(sheet.cell(row, 1), line, size=10, bold=False)
    for row, line in enumerate(lines, start=len(head) + 2):
        _write_line(sheet, row, line)
    sheet.column_dimensions["B"].width = PAGE_WIDTH - WIDTH
    sheet.print_area = f"A1:B{len(head) + 1 + len(lines)}"
    set_up_page(sheet)


def _write_line(sheet: Any, row: int, line: str) -> None:
    cell = sheet.cell(row, 1)
    put_text(cell, line)
    cell.font = Font(name=FONT, size=10)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    # no program grows a row's height for wrapped text before somebody edits it
    sheet.row_dimensions[row].height = LINE_HEIGHT * lines_in(line, WIDTH)
