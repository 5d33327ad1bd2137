"""The sheet Data Kinerja: one row per indicator, with live capaian, predikat and serapan.

The whole format has the columns that say what is asked, and empty rows for more indicators.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.papers.cells import dress, put_value
from bot.papers.choices import master_rules, seat_rules
from bot.papers.formulas import indicator_formulas
from bot.papers.heights import fit_row, height_of
from bot.papers.layout import DATA, FIRST_ROW, MASTER, Table
from bot.papers.package import Cached
from bot.papers.printing import print_table, rows_to_page_end
from bot.papers.sheets import freeze, head_table, put_note
from bot.rules.carrying import Earlier, LastValues
from bot.rules.forms import Indicator
from bot.texts.last_values import last_actual, last_spent
from bot.texts.workbook_help import MASTER_HELP, SEAT_HELP

LINES_TO_TYPE = 4
LINES_OF_FORMAT = 2
LEAST_SPARE = 5  # rows for indicators that an office adds


def write_performance(
    sheet: Any,
    indicators: Sequence[Indicator],
    titles: Mapping[str, str],
    lines: Sequence[str],
    last: LastValues,
) -> dict[str, Cached]:
    """What a seat fills in; returns what the formulas give while nothing is filled in."""
    head_table(sheet, DATA, lines, SEAT_HELP)
    freeze(sheet, DATA, "name")
    results: dict[str, Cached] = {}
    known = dict(last)
    for row, indicator in enumerate(indicators, start=FIRST_ROW):
        _write_values(sheet, DATA, row, given_values(indicator, titles))
        made = indicator_formulas(row, indicator, None, None, entered=False)
        for key, (formula, result) in made.items():
            sheet[f"{DATA.letter(key)}{row}"] = formula
            results[f"{DATA.letter(key)}{row}"] = result
        _dress_for_seat(sheet, row, has_money=indicator.programme is not None)
        if indicator.number in known:
            _note_last(sheet, row, indicator, known[indicator.number])
    print_table(sheet, DATA, lines, FIRST_ROW + len(indicators) - 1)
    for rule in seat_rules(indicators):
        sheet.add_data_validation(rule)
    return results


def write_whole_format(
    sheet: Any, indicators: Sequence[Indicator], titles: Mapping[str, str], lines: Sequence[str]
) -> None:
    """What the format's keepers change; rows to add indicators go down to the end of the page."""
    head_table(sheet, MASTER, lines, MASTER_HELP)
    freeze(sheet, MASTER, "name")
    heights = []
    for row, indicator in enumerate(indicators, start=FIRST_ROW):
        _write_values(sheet, MASTER, row, given_values(indicator, titles))
        heights.append(_dress_for_keeper(sheet, row))
    spare = rows_to_page_end(heights, height_of(LINES_OF_FORMAT), LEAST_SPARE)
    last = FIRST_ROW + len(indicators) + spare - 1
    for row in range(FIRST_ROW + len(indicators), last + 1):
        _dress_for_keeper(sheet, row)
    print_table(sheet, MASTER, lines, last)
    for rule in master_rules(tuple(titles.values()), last):
        sheet.add_data_validation(rule)


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


def _note_last(sheet: Any, row: int, indicator: Indicator, last: Earlier) -> None:
    """In the cells that ask for the values of this period."""
    spent = last_spent(last) if indicator.programme is not None else []
    for key, said in (("actual", last_actual(last, indicator)), ("spent", spent)):
        if said:
            put_note(sheet[f"{DATA.letter(key)}{row}"], "\n".join(said))


def _write_values(sheet: Any, table: Table, row: int, values: Mapping[str, Any]) -> None:
    for key, value in values.items():
        put_value(sheet[f"{table.letter(key)}{row}"], value)


def _dress_for_seat(sheet: Any, row: int, *, has_money: bool) -> None:
    """Money is asked for on the row of the programme alone."""
    for column in DATA.columns:
        unlocked = column.filled and (has_money or column.key != "spent")
        dress(sheet[f"{DATA.letter(column.key)}{row}"], column, unlocked=unlocked)
    fit_row(sheet, row, len(DATA.columns), least=LINES_TO_TYPE)


def _dress_for_keeper(sheet: Any, row: int) -> float:
    """Returns the row's height in points."""
    for column in MASTER.columns:
        dress(sheet[f"{MASTER.letter(column.key)}{row}"], column, unlocked=column.kept)
    fit_row(sheet, row, len(MASTER.columns), least=LINES_OF_FORMAT)
    height: float = sheet.row_dimensions[row].height
    return height
