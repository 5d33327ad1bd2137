"""How a table goes onto paper: one letter size on all sheets, titles that no column cuts off.

A title that runs over its cell is cut on each page but the first where columns are repeated, so on
paper it stands in the page header. Points are of a sheet at full size.
"""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

from openpyxl.worksheet.pagebreak import Break

from bot.papers.layout import HEADING_ROW, Table
from bot.papers.sheets import set_up_page

PAGE_WIDTH = 183  # characters: every sheet is as wide, or it would be printed in another size
PAGE_HEIGHT = 530  # points for rows under the headings, at the scale at which that width fits F4
HEADER_MARGIN = 0.4  # inches
LONGEST_HEADER = 255  # Excel's limit, codes included
CODES = '&L&"Arial,Bold"&11 &R&"Arial,Regular"&9 '


def print_table(sheet: Any, table: Table, lines: Sequence[str], last: int) -> None:
    """From the headings to row `last`; a wide table on two pages beside each other."""
    set_up_page(sheet, pages=2 if table.repeated else 1)
    sheet.print_area = f"A{HEADING_ROW}:{table.letter(table.columns[-1].key)}{last}"
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    write_page_header(sheet, table.title, lines)
    if table.repeated:
        sheet.print_title_cols = f"A:{table.letter(table.repeated)}"


def break_pages(sheet: Any, first: int, last: int, rows: int) -> None:
    """So many rows on each page, also where another face makes room for more."""
    for row in range(first + rows - 1, last, rows):
        sheet.row_breaks.append(Break(id=row))


def write_page_header(sheet: Any, title: str, lines: Sequence[str]) -> None:
    """The title on the left, whose and what it is on the right, as much as Excel keeps."""
    sheet.page_margins.header = HEADER_MARGIN
    header, said = sheet.oddHeader, _plain(title)
    header.left.text, header.left.size, header.left.font = said, 11, "Arial,Bold"
    told = _plain(" · ".join(lines))[: LONGEST_HEADER - len(said) - len(CODES)]
    header.right.text, header.right.size, header.right.font = told, 9, "Arial,Regular"


def _plain(text: str) -> str:
    """An ampersand would begin a code there."""
    return " ".join(text.replace("&", "dan").split())


def rows_to_page_end(heights: Iterable[float], height: float, least: int) -> int:
    """How many rows of this height, at least so many, fill the page that the others end on.

    No row is cut in two: one that has no room left begins the next page.
    """
    room = float(PAGE_HEIGHT)
    for taken in heights:
        room = (room if taken <= room else PAGE_HEIGHT) - taken
    here, whole = int(room // height), int(PAGE_HEIGHT // height)
    return here + whole * max(0, ceil((least - here) / whole))
