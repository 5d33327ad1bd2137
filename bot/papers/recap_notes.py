"""The sheet Keterangan: what the seats wrote of each indicator."""

from typing import Any

from bot.papers.layout import DATA, HEADING_ROW
from bot.papers.recap_page import Page, open_page, repeat_headings, write_head, write_table
from bot.rules.recap import Recap
from bot.rules.recap_rows import RecapRow
from bot.texts import recap_sheets as words

WIDTHS = {
    "number": 5, "name": 31, "factors": 37, "obstacles": 37, "follow_up": 37, "source": 20,
    "seat": 13,
}  # fmt: skip
KEYS = ("number", "name", "factors", "obstacles", "follow_up", "source", "seat")
COLUMNS = tuple(next(c for c in DATA.columns if c.key == key) for key in KEYS)


def write_notes(sheet: Any, recap: Recap) -> Page:
    page = open_page(sheet, recap, [WIDTHS[key] for key in KEYS])
    write_head(page, words.NOTES_TITLE, recap)
    rows = [_values(row, recap) for row in recap.rows if row.figure]
    write_table(page, HEADING_ROW, COLUMNS, rows)
    repeat_headings(page, HEADING_ROW, 3)
    return page


def _values(row: RecapRow, recap: Recap) -> list[Any]:
    figure = row.figure
    said = (figure.factors, figure.obstacles, figure.follow_up, figure.source) if figure else ()
    return [row.indicator.number, row.indicator.name, *said, recap.title(row.indicator.seat)]
