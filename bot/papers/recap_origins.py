"""The sheet Asal: of every figure, whose workbook it stood in, and where."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from bot.papers.layout import DATA, FIRST_ROW, HEADING_ROW, Shape
from bot.papers.live import Live, same_as
from bot.papers.recap_analysis import columns
from bot.papers.recap_capaian import actual, cell_of, numbered, spent
from bot.papers.recap_page import (
    Page,
    open_page,
    repeat_headings,
    write_head,
    write_paragraphs,
    write_table,
)
from bot.papers.recap_registers import TABLES
from bot.rules.background import Origin
from bot.rules.from_seats import FromSeat
from bot.rules.recap import Recap
from bot.texts import recap as words
from bot.texts import recap_sheets as more
from bot.texts import workbooks

WIDTHS = (32, 16, 15, 12, 6, 18, 8, 17, 20, 36)
SHAPES = (
    Shape.TEXT, Shape.TEXT, Shape.NUMBER, Shape.TEXT, Shape.COUNT, *(Shape.TEXT,) * 5,
)  # fmt: skip
FIGURES = (("actual", "actual_at", actual), ("spent", "spent_at", spent))
# by the row's number, the letter of a column that was moved being known of the data sheet alone
REGISTER_FIGURES = {
    "LHP": ("findings", "value"),
    "LHE": ("planning", "measuring", "reporting", "evaluating"),
    "TLHP": ("finding_value", "recommendation_value", "deposited"),
}


def write_origins(sheet: Any, recap: Recap) -> Page:
    page = open_page(sheet, recap, WIDTHS)
    write_head(page, more.ORIGINS_TITLE, recap)
    write_paragraphs(page, 4, (more.ORIGINS_NOTE,))
    rows = [*_of_indicators(recap), *_of_registers(recap)]
    write_table(page, HEADING_ROW, columns(more.ORIGINS_HEADINGS, SHAPES), rows)
    repeat_headings(page, HEADING_ROW, 2)
    return page


def _of_indicators(recap: Recap) -> Iterator[Sequence[Any]]:
    for number, row in numbered(recap):
        for key, at, said in FIGURES:
            cell = getattr(row.figure, at) if row.figure else ""
            value = said(row)
            if row.figure is None or value is None:
                continue
            name = f"{row.indicator.number}. {row.indicator.name}"
            shape = Shape.MONEY if key == "spent" else Shape.NUMBER
            live = same_as(words.CAPAIAN, cell_of(key, number), value, shape)
            heading = workbooks.DATA_HEADINGS[key]
            yield _line(name, heading, live, DATA.sheet, cell, row.indicator.seat, recap)


def _of_registers(recap: Recap) -> Iterator[Sequence[Any]]:
    for name, entries in recap.registers().items():
        for number, entry in enumerate(entries, start=FIRST_ROW):
            yield from _of_entry(name, number, entry, recap)


def _of_entry(
    name: str, number: int, entry: FromSeat[Any], recap: Recap
) -> Iterator[Sequence[Any]]:
    table = TABLES[name]
    for key in REGISTER_FIGURES[name]:
        value: Decimal | None = getattr(entry.row, key)
        if value is None:
            continue
        column = next(column for column in table.columns if column.key == key)
        live = same_as(name, f"{table.letter(key)}{number}", value, column.shape)
        seat, row = entry.teller(key)
        what, cell = f"{name} {entry.row.number}", row.cell(key)
        yield _line(what, column.heading, live, name, cell, seat, recap)


def _line(
    name: str, heading: str, live: Live, sheet: str, cell: str, seat: str, recap: Recap
) -> Sequence[Any]:
    where = f"{sheet} {cell}" if cell else sheet
    origin = recap.background.origins.get(seat)
    return (name, heading, live, recap.title(seat), *_file(origin, where, recap.zone))


def _file(origin: Origin | None, where: str, zone: str) -> Sequence[Any]:
    if origin is None:
        return (None, where, "", "", "", "")
    by = more.BY_FORMULA if where in origin.formulas else more.BY_HAND
    at = more.short_moment(origin.received_at, zone)
    return (origin.version, where, by, more.message(origin), at, origin.digest)
