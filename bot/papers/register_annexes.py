"""The registers and the list of documents, as annexes of the printed recap."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from bot.papers.annex import Annex, Cells, annex
from bot.papers.layout import LHE, LHP, TLHP, Column, Shape, Table
from bot.rules.from_seats import FromSeat
from bot.rules.handed_in import HandedIn
from bot.rules.recap import Recap
from bot.rules.registers import TlhpRow, TlhpStatus
from bot.texts import formats, printed
from bot.texts import recap as words
from bot.texts import recap_sheets as more
from bot.texts.shared_rows import unit

TABLES = {"LHP": (LHP, printed.LHP), "LHE": (LHE, printed.LHE), "TLHP": (TLHP, printed.TLHP)}


def register_annexes(recap: Recap) -> Iterator[Annex]:
    """The registers that the SOP asks for, or that hold something all the same."""
    for name, entries in recap.registers().items():
        table, title = TABLES[name]
        yield register_annex(name.lower(), title, table, entries, recap)
    if recap.tlhp:
        yield statuses_annex(recap)
    yield documents_annex(recap)


def register_annex(
    key: str, title: str, table: Table, entries: Iterable[FromSeat[Any]], recap: Recap
) -> Annex:
    headings = [column.heading for column in table.columns]
    rows = [
        (*(shown(column, getattr(e.row, column.key)) for column in table.columns),
         unit(e, recap))
        for e in entries
    ]  # fmt: skip
    return annex(key, title, (*headings, words.UNIT), rows)


def shown(column: Column, value: Any) -> str:
    if isinstance(value, Decimal):
        money = column.shape is Shape.MONEY
        plain = column.shape is Shape.COUNT and value == value.to_integral_value()
        if plain:
            return str(int(value))
        return formats.rupiah(value) if money else formats.number(value)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def statuses_annex(recap: Recap) -> Annex:
    rows = [_status_row(status, [e.row for e in recap.tlhp]) for status in TlhpStatus]
    return annex("status", printed.STATUSES, words.STATUS_HEADINGS, rows)


def _status_row(status: TlhpStatus, every: Sequence[TlhpRow]) -> Cells:
    mine = [row for row in every if row.status is status]
    left = sum((row.remaining or Decimal(0) for row in mine), Decimal(0))
    asked = sum((row.recommendation_value or Decimal(0) for row in mine), Decimal(0))
    return (status.value, str(len(mine)), formats.rupiah(left), formats.rupiah(asked))


def documents_annex(recap: Recap) -> Annex:
    rows = [_document(line, recap) for line in recap.documents]
    return annex("berkas", printed.DOCUMENTS, more.DOCUMENTS_HEADINGS, rows)


def _document(line: HandedIn, recap: Recap) -> Cells:
    day = more.letter_day(line)
    return (
        recap.title(line.seat),
        line.kind,
        words.NIHIL if line.nihil else line.name,
        str(line.version),
        more.letter_number(line),
        f"{day:%d/%m/%Y}" if day else "",
        more.short_moment(line.received_at, recap.zone),
        line.sender,
        line.state.value,
        more.document_notes(line),
    )
