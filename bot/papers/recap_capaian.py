"""The sheet Capaian: every indicator with live formulas, the means and the money below."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill

from bot.papers.cells import dress, put_title, put_value
from bot.papers.formulas import Formula, indicator_formulas, shown
from bot.papers.heights import fit_row
from bot.papers.layout import DATA, FIRST_ROW, Table
from bot.papers.package import Cached
from bot.papers.performance import given_values
from bot.papers.sheets import freeze, head_table
from bot.rules.achievement import PREDICATES
from bot.rules.recap import Recap, RecapRow
from bot.texts import recap as words
from bot.texts import workbooks

CAPAIAN = Table(words.CAPAIAN, words.TITLE, DATA.columns)
# by predikat, in the order of achievement.PREDICATES; assumed colours, readable in grey print
COLOURS = ("C6E7C8", "E2F0CB", "FFF2B3", "FBD7A8", "F5B7B1")


def write_capaian(sheet: Any, recap: Recap) -> dict[str, Cached]:
    """Returns what the formulas give, by the rules."""
    head_table(sheet, CAPAIAN, (words.sheet_line(recap),))
    freeze(sheet, CAPAIAN, "name")
    results: dict[str, Cached] = {}
    for number, row in enumerate(recap.rows, start=FIRST_ROW):
        _write_row(sheet, number, row, recap.titles)
        results |= _put_formulas(sheet, number, _formulas(number, row))
    last = FIRST_ROW + len(recap.rows) - 1
    results |= _write_totals(sheet, recap, last)
    _colour(sheet, last)
    return results


def _write_row(sheet: Any, number: int, row: RecapRow, titles: Mapping[str, str]) -> None:
    values = given_values(row.indicator, titles) | _answers(row)
    for key, value in values.items():
        put_value(sheet[f"{CAPAIAN.letter(key)}{number}"], value)
    for column in CAPAIAN.columns:
        dress(sheet[f"{CAPAIAN.letter(column.key)}{number}"], column, unlocked=False)
    fit_row(sheet, number, len(CAPAIAN.columns))


def _answers(row: RecapRow) -> dict[str, Decimal | str | None]:
    figure = row.figure
    if figure is None:
        return {"actual": words.NOT_HANDED_IN}
    spent = figure.spent
    return {
        "actual": workbooks.NO_DATA if figure.actual is None else figure.actual,
        "spent": workbooks.NO_DATA if spent is None and row.indicator.programme else spent,
        "factors": figure.factors,
        "obstacles": figure.obstacles,
        "follow_up": figure.follow_up,
        "source": figure.source,
    }


def _formulas(number: int, row: RecapRow) -> dict[str, Formula]:
    return indicator_formulas(number, row.indicator, row.actual, row.spent, entered=True)


def _put_formulas(sheet: Any, number: int, made: Mapping[str, Formula]) -> dict[str, Cached]:
    for key, (formula, _) in made.items():
        sheet[f"{CAPAIAN.letter(key)}{number}"] = formula
    return {f"{CAPAIAN.letter(key)}{number}": result for key, (_, result) in made.items()}


def _write_totals(sheet: Any, recap: Recap, last: int) -> dict[str, Cached]:
    results: dict[str, Cached] = {}
    lines = (
        (words.MEAN, mean_formulas(recap, last)),
        (words.CAPPED_MEAN, capped_formulas(recap, last)),
        (words.COUNTED, counted_formulas(recap, last)),
        (words.TOTAL, money_formulas(recap, last)),
    )
    for number, (name, made) in enumerate(lines, start=last + 2):
        results |= _put_formulas(sheet, number, made)
        for column in CAPAIAN.columns:
            if column.key in made:
                dress(sheet[f"{CAPAIAN.letter(column.key)}{number}"], column, unlocked=False)
        put_title(sheet[f"{CAPAIAN.letter('name')}{number}"], name, size=9)
    sheet[f"{CAPAIAN.letter('achievement')}{last + 4}"].number_format = "0"
    return results


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
    budget, spent = _range("budget", last), _range("spent", last)
    known = f"SUMPRODUCT(ISNUMBER({spent})*1,{budget})"
    return {
        "budget": (f"=SUM({budget})", recap.money.budget),
        "spent": (f"=SUM({spent})", recap.money.spent),
        "absorption": (
            f'=IF({known}>0,SUM({spent})/{known}*100,"")',
            shown(recap.money.absorption),
        ),
    }


def _colour(sheet: Any, last: int) -> None:
    for band, colour in zip(PREDICATES, COLOURS, strict=True):
        fill = PatternFill("solid", bgColor=colour)
        rule = CellIsRule(operator="equal", formula=[f'"{band.label}"'], fill=fill)
        sheet.conditional_formatting.add(_range("predicate", last), rule)
