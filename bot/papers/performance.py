"""The sheet Data Kinerja: one row per indicator, with live capaian, predikat and serapan."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.papers.cells import dress, put_value
from bot.papers.choices import master_rules, seat_rules
from bot.papers.formulas import indicator_formulas
from bot.papers.heights import fit_row
from bot.papers.layout import DATA, FIRST_ROW
from bot.papers.package import Cached
from bot.papers.sheets import freeze, head_table
from bot.rules.forms import Indicator

LINES_TO_TYPE = 4


def write_performance(
    sheet: Any,
    indicators: Sequence[Indicator],
    titles: Mapping[str, str],
    lines: Sequence[str],
    *,
    spare_rows: int = 0,
    for_seat: bool,
) -> dict[str, Cached]:
    """Returns what the formulas give while nothing is filled in."""
    head_table(sheet, DATA, lines)
    freeze(sheet, DATA, "name")
    results: dict[str, Cached] = {}
    for row, indicator in enumerate(indicators, start=FIRST_ROW):
        _write_values(sheet, row, indicator, titles)
        for key, (formula, result) in _formulas(row, indicator).items():
            sheet[f"{DATA.letter(key)}{row}"] = formula
            results[f"{DATA.letter(key)}{row}"] = result
    last = FIRST_ROW + len(indicators) + spare_rows - 1
    _dress_rows(sheet, indicators, last, for_seat=for_seat)
    for rule in seat_rules() if for_seat else master_rules(tuple(titles.values())):
        sheet.add_data_validation(rule)
    return results


def _formulas(row: int, indicator: Indicator) -> dict[str, tuple[str, Cached]]:
    return indicator_formulas(row, indicator, None, None, entered=False)


def given_values(indicator: Indicator, titles: Mapping[str, str]) -> dict[str, Any]:
    """What the format itself says, by column."""
    return {
        "number": indicator.number,
        "sasaran": indicator.sasaran,
        "name": indicator.name,
        "unit": indicator.unit,
        "direction": indicator.direction.value,
        "method": indicator.method.value,
        "target_year": indicator.target_year,
        "target_period": indicator.target_period,
        "programme": indicator.programme,
        "budget": indicator.budget,
        "seat": titles.get(indicator.seat, indicator.seat),
    }


def _write_values(sheet: Any, row: int, indicator: Indicator, titles: Mapping[str, str]) -> None:
    for key, value in given_values(indicator, titles).items():
        put_value(sheet[f"{DATA.letter(key)}{row}"], value)


def _dress_rows(sheet: Any, indicators: Sequence[Indicator], last: int, *, for_seat: bool) -> None:
    for row in range(FIRST_ROW, last + 1):
        place = row - FIRST_ROW
        has_money = place < len(indicators) and indicators[place].programme is not None
        for column in DATA.columns:
            unlocked = column.filled if for_seat else column.kept
            if for_seat and column.key == "spent":
                unlocked = has_money
            dress(sheet[f"{DATA.letter(column.key)}{row}"], column, unlocked=unlocked)
        fit_row(sheet, row, len(DATA.columns), least=LINES_TO_TYPE if for_seat else 2)
