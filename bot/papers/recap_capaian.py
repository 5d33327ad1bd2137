"""The sheet Capaian: every indicator with live formulas, the means and the money below."""

from decimal import Decimal
from typing import Any

from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill

from bot.papers.cells import FONT, FRAME, dress, put_title
from bot.papers.formulas import Formula, indicator_formulas, shown
from bot.papers.layout import DATA, FIRST_ROW, HEADING_ROW, Column, Table
from bot.papers.live import Live
from bot.papers.performance import given_values
from bot.papers.recap_page import Page, open_page, repeat_headings, write_head, write_table
from bot.rules.achievement import PREDICATES
from bot.rules.recap import Recap
from bot.rules.recap_rows import RecapRow
from bot.texts import recap as words
from bot.texts import workbooks

# up to serapan the letters are those of the seats' workbooks, so that the formulas are the same
WIDTHS = {
    "number": 4, "sasaran": 19, "name": 24, "unit": 7, "direction": 6, "method": 9,
    "target_year": 8, "target_period": 8, "actual": 9, "achievement": 9, "predicate": 11,
    "programme": 20, "budget": 14, "spent": 14, "absorption": 8, "seat": 10,
}  # fmt: skip
CAPAIAN = Table(
    words.CAPAIAN, words.TITLE, tuple(column for column in DATA.columns if column.key in WIDTHS)
)
# by predikat, in the order of achievement.PREDICATES; assumed colours, readable in grey print
COLOURS = ("C6E7C8", "E2F0CB", "FFF2B3", "FBD7A8", "F5B7B1")


def write_capaian(sheet: Any, recap: Recap) -> Page:
    page = open_page(sheet, recap, [WIDTHS[column.key] for column in CAPAIAN.columns])
    write_head(page, CAPAIAN.title, recap)
    rows = [_values(number, row, recap) for number, row in numbered(recap)]
    write_table(page, HEADING_ROW, CAPAIAN.columns, rows)
    repeat_headings(page, HEADING_ROW, 4)
    last = last_row(recap)
    _write_totals(page, recap, last)
    _colour(sheet, last)
    return page


def numbered(recap: Recap) -> enumerate[RecapRow]:
    """Each row with the number of the sheet's row in which it stands."""
    return enumerate(recap.rows, start=FIRST_ROW)


def last_row(recap: Recap) -> int:
    return FIRST_ROW + max(len(recap.rows), 1) - 1


def cell_of(key: str, row: int) -> str:
    return f"{CAPAIAN.letter(key)}{row}"


def _values(number: int, row: RecapRow, recap: Recap) -> list[Any]:
    made = indicator_formulas(number, row.indicator, row.actual, row.spent, entered=True)
    values = {
        **given_values(row.indicator, recap.titles),
        "actual": actual(row),
        "spent": spent(row),
        **{key: Live(*formula) for key, formula in made.items()},
    }
    return [values[column.key] for column in CAPAIAN.columns]


def actual(row: RecapRow) -> Decimal | str:
    if row.figure is None:
        return words.NOT_HANDED_IN
    return workbooks.NO_DATA if row.actual is None else row.actual


def spent(row: RecapRow) -> Decimal | str | None:
    if not row.indicator.programme:
        return row.spent
    return words.why_missing_spent(row) if row.spent is None else row.spent


def _write_totals(page: Page, recap: Recap, last: int) -> None:
    lines = (
        (words.MEAN, mean_formulas(recap, last)),
        (words.CAPPED_MEAN, capped_formulas(recap, last)),
        (words.COUNTED, counted_formulas(recap, last)),
        (words.TOTAL, money_formulas(recap, last)),
    )
    for number, (name, made) in enumerate(lines, start=last + 2):
        _write_total(page, number, name, made)
    page.sheet[cell_of("achievement", last + 4)].number_format = "0"


def _write_total(page: Page, row: int, name: str, made: dict[str, Formula]) -> None:
    """The name stands across the columns before its figures, so that no page parts them."""
    places = {column.key: place for place, column in enumerate(CAPAIAN.columns, start=1)}
    first, last = places["name"], places["actual"]
    cell = page.sheet.cell(row, first)
    put_title(cell, name, size=9)
    cell.alignment, cell.border = Alignment(horizontal="right", vertical="top"), FRAME
    page.join(row, first, last - first + 1)
    for column in CAPAIAN.columns[last:]:
        value = Live(*made[column.key]) if column.key in made else None
        _dress_total(page.put(row, places[column.key], value), column)


def _dress_total(cell: Any, column: Column) -> None:
    dress(cell, column, unlocked=False)
    cell.font = Font(name=FONT, size=9, bold=True)


def _range(key: str, last: int) -> str:
    return f"{CAPAIAN.letter(key)}{FIRST_ROW}:{CAPAIAN.letter(key)}{last}"


def mean_formulas(recap: Recap, last: int) -> dict[str, Formula]:
    cells, mean = _range("achievement", last), recap.means.raw
    formula = f'=IF(COUNT({cells})=0,"",AVERAGE({cells}))'
    return {"achievement": (formula, "" if mean is None else mean)}


def capped_formulas(recap: Recap, last: int) -> dict[str, Formula]:
    cells, mean = _range("achievement", last), recap.means.capped
    capped = f'SUMIF({cells},"<=100")+100*COUNTIF({cells},">100")'
    formula = f'=IF(COUNT({cells})=0,"",({capped})/COUNT({cells}))'
    return {"achievement": (formula, "" if mean is None else mean)}


def counted_formulas(recap: Recap, last: int) -> dict[str, Formula]:
    return {"achievement": (f"=COUNT({_range('achievement', last)})", Decimal(recap.means.counted))}


def money_formulas(recap: Recap, last: int) -> dict[str, Formula]:
    """The ratio leaves out programmes whose spending is not known, with their budget."""
    budget, spent_cells = _range("budget", last), _range("spent", last)
    known = f"SUMPRODUCT(ISNUMBER({spent_cells})*1,{budget})"
    return {
        "budget": (f"=SUM({budget})", recap.money.budget),
        "spent": (f"=SUM({spent_cells})", recap.money.spent),
        "absorption": (
            f'=IF({known}>0,SUM({spent_cells})/{known}*100,"")',
            shown(recap.money.absorption),
        ),
    }


def _colour(sheet: Any, last: int) -> None:
    for band, colour in zip(PREDICATES, COLOURS, strict=True):
        fill = PatternFill("solid", bgColor=colour)
        rule = CellIsRule(operator="equal", formula=[f'"{band.label}"'], fill=fill)
        sheet.conditional_formatting.add(_range("predicate", last), rule)
