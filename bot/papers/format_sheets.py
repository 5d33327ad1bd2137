"""The sheets of a format workbook, put together; openpyxl is loaded from here on."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from typing import Any

from openpyxl import Workbook

from bot.papers.instructions import write_instructions
from bot.papers.layout import REGISTERS
from bot.papers.package import Cached, finish
from bot.papers.performance import write_performance
from bot.papers.registers import write_empty_register
from bot.papers.sheets import protect, write_mark
from bot.rules.forms import FormMark, Indicator
from bot.rules.periods import Period
from bot.texts import workbooks as words

SPARE_ROWS = 20  # for indicators that an office adds


def build(
    indicators: Sequence[Indicator],
    titles: Mapping[str, str],
    lines: Sequence[str],
    instructions: Sequence[str],
    period: Period,
    mark: FormMark,
) -> bytes:
    workbook = Workbook()
    write_instructions(workbook.active, (words.DATA_TITLE, *lines), instructions)
    results = {words.DATA: _data_sheet(workbook, indicators, titles, lines, mark)}
    for table in REGISTERS:
        sheet = workbook.create_sheet(table.sheet)
        results[table.sheet] = write_empty_register(
            sheet, table, lines, for_seat=not mark.is_master
        )
        protect(sheet)
    write_mark(workbook, mark, dict(titles))
    workbook.active = workbook[words.DATA]
    return finish(workbook, results, datetime.combine(period.start, time(), UTC))


def _data_sheet(
    workbook: Any,
    indicators: Sequence[Indicator],
    titles: Mapping[str, str],
    lines: Sequence[str],
    mark: FormMark,
) -> dict[str, Cached]:
    sheet = workbook.create_sheet(words.DATA)
    spare = SPARE_ROWS if mark.is_master else 0
    results = write_performance(
        sheet, indicators, titles, lines, spare_rows=spare, for_seat=not mark.is_master
    )
    protect(sheet)
    return results
