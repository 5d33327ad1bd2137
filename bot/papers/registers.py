"""The registers LHP, LHE and TLHP, empty to be filled in, or with the rows that came in."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.papers.cells import dress, put_value
from bot.papers.choices import register_rules
from bot.papers.formulas import Formula, lhe_formulas, tlhp_formulas
from bot.papers.layout import (
    FIRST_ROW,
    LHE,
    REGISTER_ROW_HEIGHT,
    REGISTER_ROWS,
    REGISTER_ROWS_A_PAGE,
    TLHP,
    Table,
)
from bot.papers.package import Cached
from bot.papers.printing import break_pages, print_table
from bot.papers.sheets import freeze, head_table
from bot.rules.registers import LheRow, LhpRow, TlhpRow
from bot.texts.workbook_help import HELP

Row = LhpRow | LheRow | TlhpRow
Formulas = Callable[[int, Any], dict[str, Formula]]
FORMULAS: Mapping[str, Formulas] = {LHE.sheet: lhe_formulas, TLHP.sheet: tlhp_formulas}


def write_empty_register(sheet: Any, table: Table, lines: Sequence[str]) -> dict[str, Cached]:
    """Returns what the formulas give while nothing is filled in."""
    head_table(sheet, table, lines, HELP[table.sheet])
    freeze(sheet, table, "number")
    last = FIRST_ROW + REGISTER_ROWS - 1
    print_table(sheet, table, lines, last)
    break_pages(sheet, FIRST_ROW, last, REGISTER_ROWS_A_PAGE)
    results: dict[str, Cached] = {}
    for row in range(FIRST_ROW, FIRST_ROW + REGISTER_ROWS):
        results |= write_formulas(sheet, table, row, None)
        sheet.row_dimensions[row].height = REGISTER_ROW_HEIGHT
        for column in table.columns:
            cell = sheet[f"{table.letter(column.key)}{row}"]
            dress(cell, column, unlocked=column.filled)
    for rule in register_rules(table):
        sheet.add_data_validation(rule)
    return results


def write_formulas(sheet: Any, table: Table, row: int, entry: Row | None) -> dict[str, Cached]:
    made = FORMULAS[table.sheet](row, entry) if table.sheet in FORMULAS else {}
    for key, (formula, _) in made.items():
        sheet[f"{table.letter(key)}{row}"] = formula
    return {f"{table.letter(key)}{row}": result for key, (_, result) in made.items()}


def write_entry(sheet: Any, table: Table, row: int, entry: Row) -> dict[str, Cached]:
    """One row that came in; returns what its formulas give."""
    for column in table.columns:
        if column.filled:
            cell = sheet[f"{table.letter(column.key)}{row}"]
            put_value(cell, getattr(entry, column.key))
    return write_formulas(sheet, table, row, entry)
