"""The sheet Analisis: the draft, the remarks, and the tables that an analyst goes through."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from bot.papers.layout import Column, Shape
from bot.papers.live import Live, same_as
from bot.papers.recap_capaian import cell_of, numbered
from bot.papers.recap_long_table import RowAt, write_long_table
from bot.papers.recap_page import (
    Page,
    open_page,
    write_head,
    write_paragraphs,
    write_section,
)
from bot.rules.recap import Recap
from bot.rules.recap_rows import RecapRow
from bot.rules.signing import Signing
from bot.rules.trends import Change, changes
from bot.texts import formats, workbooks
from bot.texts import recap as words
from bot.texts import recap_sheets as more

# a grid of twelve columns, of which every table takes what it needs
WIDTHS = (15,) * 12
BELOW = (3, 1, 1, 2, 2, 2, 1)
CHANGES = (4, 1, 1, 1, 1, 1, 2, 1)
MISSING = (5, 5, 2)
FILES = (4, 8)
CONFIRM = (1, 2, 4, 3, 2)


def write_analysis(sheet: Any, recap: Recap, signing: Signing) -> Page:
    page = open_page(sheet, recap, WIDTHS)
    write_head(page, f"{words.ANALISIS.upper()} {words.TITLE}", recap)
    row = write_section(page, 4, more.DRAFT_TITLE)
    row = write_paragraphs(page, row, (words.DRAFT_NOTE, *words.analysis(recap)))
    row = _write_remarks(page, row, recap, signing)
    row = _write_below(page, row, recap)
    row = _write_changes(page, row, recap)
    row = _write_missing(page, row, recap)
    _write_confirm(page, row, recap)
    return page


def _write_remarks(page: Page, row: int, recap: Recap, signing: Signing) -> int:
    if not recap.remarks:
        return row
    posts = tuple(one.post for one in signing.analysed)
    at = recap.background.remarked_at
    row = write_section(page, row, more.remarks_title(posts, at, recap.zone))
    return write_paragraphs(page, row, recap.remarks.splitlines())


def _write_below(page: Page, row: int, recap: Recap) -> int:
    row = write_section(page, row, words.BELOW_TITLE)
    places = {found.indicator.number: number for number, found in numbered(recap)}
    shapes = (Shape.TEXT, Shape.PERCENT, *(Shape.TEXT,) * 5)
    rows = [_below(found, places[found.indicator.number], recap) for found in recap.analysis.below]
    return write_long_table(page, row, columns(more.BELOW_HEADINGS, shapes), anywhere(rows), BELOW)


def _below(found: RecapRow, place: int, recap: Recap) -> list[Any]:
    label = found.predicate.label if found.predicate else ""
    figure = found.figure
    said = (figure.factors, figure.obstacles, figure.follow_up) if figure else ("", "", "")
    return [
        found.indicator.name,
        same_as(words.CAPAIAN, cell_of("achievement", place), _shown(found)),
        Live(f"='{words.CAPAIAN}'!{cell_of('predicate', place)}", label),
        *said,
        recap.title(found.indicator.seat),
    ]


def _shown(row: RecapRow) -> Decimal | None:
    reached = row.achievement
    return getattr(reached, "shown", None)


def _write_changes(page: Page, row: int, recap: Recap) -> int:
    row = write_section(page, row, more.CHANGES_TITLE)
    found = changes(recap)
    if not found:
        return write_paragraphs(page, row, (more.CHANGES_NONE,))
    places = {row.indicator.number: number for number, row in numbered(recap)}
    shapes = (*(Shape.TEXT,) * 3, *(Shape.NUMBER,) * 3, Shape.TEXT, Shape.TEXT)
    rows = [
        partial(_change, change, places[change.row.indicator.number], recap) for change in found
    ]
    return write_long_table(page, row, columns(more.CHANGES_HEADINGS, shapes), rows, CHANGES)


def _change(change: Change, place: int, recap: Recap, row: int) -> list[Any]:
    asked, before, now = change.row.indicator, f"G{row}", f"H{row}"
    difference = f'=IF(AND(ISNUMBER({before}),ISNUMBER({now})),ROUND({now}-{before},8),"")'
    gone = change.difference
    return [
        asked.name,
        asked.unit,
        formats.period(change.before.period),
        workbooks.NO_DATA if change.before.actual is None else change.before.actual,
        Live(f"='{words.CAPAIAN}'!{cell_of('actual', place)}", _actual(change.row)),
        Live(difference, "" if gone is None else gone),
        more.moved(change),
        recap.title(asked.seat),
    ]


def _actual(row: RecapRow) -> Decimal | str:
    return workbooks.NO_DATA if row.actual is None else row.actual


def _write_missing(page: Page, row: int, recap: Recap) -> int:
    row = write_section(page, row, words.MISSING_TITLE)
    lines = [words.missing(found, recap) for found in recap.analysis.missing]
    row = write_long_table(page, row, columns(words.MISSING_HEADINGS), anywhere(lines), MISSING)
    row = write_section(page, row, more.MISSING_FILES_TITLE)
    kinds: dict[str, list[str]] = {}
    for cell in recap.completeness:
        if cell.missing:
            kinds.setdefault(recap.title(cell.seat), []).append(cell.kind)
    files = [(unit, formats.join_names(codes)) for unit, codes in kinds.items()]
    return write_long_table(page, row, columns(more.MISSING_FILES_HEADINGS), anywhere(files), FILES)


def _write_confirm(page: Page, row: int, recap: Recap) -> int:
    row = write_section(page, row, more.CONFIRM_TITLE)
    rows = anywhere(more.to_confirm(recap))
    return write_long_table(page, row, columns(more.CONFIRM_HEADINGS), rows, CONFIRM)


def anywhere(rows: Sequence[Sequence[Any]]) -> list[RowAt]:
    """Rows that say the same wherever they stand."""
    return [partial(_same, values) for values in rows]


def _same(values: Sequence[Any], _row: int) -> Sequence[Any]:
    return values


def columns(headings: Sequence[str], shapes: Sequence[Shape] = ()) -> list[Column]:
    every = shapes or (Shape.TEXT,) * len(headings)
    return [Column(head, head, 0, shape) for head, shape in zip(headings, every, strict=True)]
