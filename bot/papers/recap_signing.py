"""Room for the wet paraf and signatures under the recap; a recorded act is told, never drawn."""

from typing import Any

from openpyxl.styles import Alignment, Font

from bot.papers.cells import FONT, FRAME, put_text
from bot.papers.heights import fit_row
from bot.papers.printing import PAGE_HEIGHT
from bot.papers.recap_page import ROW_HEIGHT, Page
from bot.papers.recap_rooms import recap_rooms
from bot.papers.signing_rooms import rooms_data
from bot.rules.recap import Recap
from bot.rules.signing import Signing

PLACES = (1, 3, 5)  # the columns in which three rooms stand side by side
ROWS = 7  # of a room, with an empty one below
WRAPPED = (1, 3, 5)  # of a room's rows: the post, the name, what was recorded
ROOM = 54  # points high, for a pen
DOTS = "." * 36


def write_signing(page: Page, top: int, recap: Recap, signing: Signing) -> int:
    """Returns the next row."""
    told = rooms_data(recap_rooms(signing, recap.zone), len(PLACES))
    tops = range(top, top + ROWS * len(told["rows"]), ROWS)
    for top, rooms in zip(tops, told["rows"], strict=True):
        for place, room in zip(PLACES, rooms, strict=False):
            _write_room(page, top, place, room, told)
        for row in WRAPPED:
            fit_row(page.sheet, top + row, PLACES[-1])
        page.sheet.row_dimensions[top + 2].height = ROOM
    keep_together(page, tops)
    return tops.stop


def keep_together(page: Page, tops: range) -> None:
    """All of them on one page, as far as it holds them."""
    each = [(top, height(page, top)) for top in tops]
    whole = sum(points for _, points in each)
    for top, points in each[:1] if whole <= PAGE_HEIGHT else each:
        page.together(top, whole if whole <= PAGE_HEIGHT else points)


def height(page: Page, top: int) -> float:
    """Points of the rooms that begin at this row."""
    rows = range(top, top + ROWS)
    return sum(page.sheet.row_dimensions[row].height or ROW_HEIGHT for row in rows)


def _write_room(page: Page, top: int, place: int, room: Any, told: Any) -> None:
    lines = (
        f"{room['by']}:",
        room["post"],
        told["initials"] if room["boxed"] else "",
        f"{told['name']}: {room['name'] or DOTS}",
        f"{told['nip']}: {room['nip'] or DOTS}",
        room["recorded"],
    )
    for row, line in enumerate(lines, start=top):
        cell = page.sheet.cell(row, place)
        put_text(cell, line)
        cell.font = Font(name=FONT, size=8 if row == top + 2 else 9, bold=row == top + 1)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    page.sheet.cell(top + 2, place).border = FRAME
