"""The sheet Ringkasan: the figures in short, the money, and who handed in what."""

from typing import Any

from bot.papers.layout import Column, Shape
from bot.papers.sheets import set_up_page
from bot.papers.tables import set_widths, write_lines, write_table
from bot.rules.achievement import Achievement
from bot.rules.recap import Recap, RecapRow
from bot.texts import recap as words


def write_summary(sheet: Any, recap: Recap) -> None:
    sheet.title = words.RINGKASAN
    kinds = len({cell.kind for cell in recap.completeness})
    set_widths(sheet, (44, *(28,) * max(kinds, 4)))
    row = write_lines(sheet, 1, words.head(recap), size=12)
    row = write_lines(sheet, row, (words.compiled(recap),))
    short = (
        Column("name", words.SUMMARY_HEADINGS[0], 0),
        Column("v", words.SUMMARY_HEADINGS[1], 0),
    )
    row = write_table(sheet, row + 1, short, words.summary_lines(recap))
    row = write_lines(sheet, row + 1, (words.COMPLETENESS_TITLE,), size=11)
    row = _write_completeness(sheet, row, recap)
    row = write_lines(sheet, row + 1, (words.MONEY_TITLE,), size=11)
    row = _write_money(sheet, row, recap)
    if recap.remarks:
        row = write_lines(sheet, row + 1, (words.REMARKS_TITLE,), size=11)
        write_lines(sheet, row, recap.remarks.splitlines())
    set_up_page(sheet)


def _write_completeness(sheet: Any, top: int, recap: Recap) -> int:
    kinds = list(dict.fromkeys(cell.kind for cell in recap.completeness))
    cells = {(c.seat, c.kind): words.completeness(c, recap.zone) for c in recap.completeness}
    seats = dict.fromkeys(cell.seat for cell in recap.completeness)
    columns = [Column("unit", words.UNIT, 0), *(Column(kind, kind, 0) for kind in kinds)]
    rows = [[recap.title(s), *(cells.get((s, kind), "") for kind in kinds)] for s in seats]
    return write_table(sheet, top, columns, rows)


def _write_money(sheet: Any, top: int, recap: Recap) -> int:
    shapes = (Shape.TEXT, Shape.MONEY, Shape.MONEY, Shape.PERCENT, Shape.TEXT)
    columns = [
        Column(heading, heading, 0, shape)
        for heading, shape in zip(words.MONEY_HEADINGS, shapes, strict=True)
    ]
    rows = [_money_row(row, recap) for row in recap.programmes]
    money = recap.money
    total = [words.TOTAL, money.budget, money.spent, _percent(money.absorption), ""]
    return write_table(sheet, top, columns, [*rows, total])


def _money_row(row: RecapRow, recap: Recap) -> list[Any]:
    asked = row.indicator
    spent = words.why_missing_spent(row) if row.spent is None else row.spent
    unit = recap.title(asked.seat)
    return [asked.programme or "", asked.budget, spent, _percent(row.absorption), unit]


def _percent(value: Any) -> Any:
    return value.shown if isinstance(value, Achievement) else ""
