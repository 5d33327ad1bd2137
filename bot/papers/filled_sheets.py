"""The sheets of a seat's workbook with what its holder answered, as if he had typed it in."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook

from bot.papers.cells import put_value
from bot.papers.formulas import indicator_formulas
from bot.papers.heights import fit_row
from bot.papers.layout import DATA, FIRST_ROW, LHE, LHP, TLHP, Table
from bot.papers.package import Cached, finish
from bot.papers.registers import Row, write_entry
from bot.rules.forms import Figure, FilledForm
from bot.texts import workbooks as words


def fill(workbook: bytes, form: FilledForm, at: datetime) -> bytes:
    book = load_workbook(io.BytesIO(workbook))
    results = {DATA.sheet: _write_figures(book[DATA.sheet], form.figures)}
    for table, rows in ((LHP, form.lhp), (LHE, form.lhe), (TLHP, form.tlhp)):
        results[table.sheet] = _write_register(book[table.sheet], table, rows)
    return finish(book, results, at)


def _write_figures(sheet: Any, figures: Sequence[Figure]) -> dict[str, Cached]:
    rows = dict(_numbered(sheet))
    results: dict[str, Cached] = {}
    for figure in figures:
        row = rows[figure.indicator.number]
        for key, value in _typed(figure).items():
            put_value(sheet[f"{DATA.letter(key)}{row}"], value)
        _grow(sheet, row, len(DATA.columns))
        made = indicator_formulas(row, figure.indicator, figure.actual, figure.spent, entered=True)
        results |= {f"{DATA.letter(key)}{row}": result for key, (_, result) in made.items()}
    return results


def _numbered(sheet: Any) -> Iterator[tuple[int, int]]:
    """The number of each indicator with its row."""
    row = FIRST_ROW
    while (number := sheet[f"{DATA.letter('number')}{row}"].value) is not None:
        yield int(number), row
        row += 1


def _typed(figure: Figure) -> dict[str, str | Decimal | None]:
    """What a person types in, by column; an empty cell where there is nothing."""
    spent = figure.spent if figure.spent is not None else words.NO_DATA
    return {
        "actual": figure.actual if figure.actual is not None else words.NO_DATA,
        "spent": spent if figure.indicator.programme is not None else None,
        "factors": figure.factors or None,
        "obstacles": figure.obstacles or None,
        "follow_up": figure.follow_up or None,
        "source": figure.source or None,
    }


def _write_register(sheet: Any, table: Table, rows: Sequence[Row]) -> dict[str, Cached]:
    results: dict[str, Cached] = {}
    for number, entry in enumerate(rows, start=FIRST_ROW):
        results |= write_entry(sheet, table, number, entry)
        _grow(sheet, number, len(table.columns))
    return results


def _grow(sheet: Any, row: int, columns: int) -> None:
    """High enough for its text, never lower than it was sent."""
    sent = sheet.row_dimensions[row].height or 0
    fit_row(sheet, row, columns)
    sheet.row_dimensions[row].height = max(sent, sheet.row_dimensions[row].height)
