"""The sheet Berkas: every version of every document, by unit, kind, version and time."""

from typing import Any

from bot.papers.layout import HEADING_ROW, Shape
from bot.papers.recap_analysis import columns
from bot.papers.recap_page import Page, open_page, repeat_headings, write_head, write_table
from bot.rules.handed_in import HandedIn
from bot.rules.recap import Recap
from bot.texts import recap as words
from bot.texts import recap_sheets as more

WIDTHS = (13, 8, 34, 6, 22, 11, 20, 20, 13, 33)
SHAPES = (
    *(Shape.TEXT,) * 3, Shape.COUNT, Shape.TEXT, Shape.DATE, *(Shape.TEXT,) * 4,
)  # fmt: skip


def write_documents(sheet: Any, recap: Recap) -> Page:
    page = open_page(sheet, recap, WIDTHS)
    write_head(page, more.DOCUMENTS_TITLE, recap)
    rows = [_values(line, recap) for line in recap.documents]
    write_table(page, HEADING_ROW, columns(more.DOCUMENTS_HEADINGS, SHAPES), rows)
    repeat_headings(page, HEADING_ROW, 4)
    return page


def _values(line: HandedIn, recap: Recap) -> list[Any]:
    return [
        recap.title(line.seat),
        line.kind,
        words.NIHIL if line.nihil else line.name,
        line.version,
        more.letter_number(line),
        more.letter_day(line),
        more.short_moment(line.received_at, recap.zone),
        line.sender,
        line.state.value,
        more.document_notes(line),
    ]
