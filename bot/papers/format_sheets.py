"""The sheets of a format workbook, put together; openpyxl is loaded from here on."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from typing import Any

from openpyxl import Workbook

from bot.papers.instructions import write_instructions
from bot.papers.layout import REGISTERS
from bot.papers.package import Results, finish
from bot.papers.performance import write_performance, write_whole_format
from bot.papers.registers import write_empty_register
from bot.papers.sheets import protect, write_mark
from bot.rules.carrying import LastValues
from bot.rules.forms import FormMark, Indicator
from bot.rules.periods import Period
from bot.texts import workbooks as words


def build_for_seat(
    indicators: Sequence[Indicator],
    titles: Mapping[str, str],
    lines: Sequence[str],
    instructions: Sequence[str],
    period: Period,
    mark: FormMark,
    last: LastValues,
) -> bytes:
    """What a seat fills in: its indicators and the registers."""
    workbook = begun(lines, instructions)
    sheet = workbook.create_sheet(words.DATA)
    results = {words.DATA: write_performance(sheet, indicators, titles, lines, last)}
    for table in REGISTERS:
        sheet = workbook.create_sheet(table.sheet)
        results[table.sheet] = write_empty_register(sheet, table, lines)
    return ended(workbook, results, titles, period, mark)


def build_whole(
    indicators: Sequence[Indicator],
    titles: Mapping[str, str],
    lines: Sequence[str],
    instructions: Sequence[str],
    period: Period,
    mark: FormMark,
) -> bytes:
    """What the format's keepers read and change."""
    workbook = begun(lines, instructions)
    write_whole_format(workbook.create_sheet(words.DATA), indicators, titles, lines)
    return ended(workbook, {}, titles, period, mark)


def begun(lines: Sequence[str], instructions: Sequence[str]) -> Any:
    workbook = Workbook()
    write_instructions(workbook.active, (words.DATA_TITLE, *lines), instructions)
    return workbook


def ended(
    workbook: Any, results: Results, titles: Mapping[str, str], period: Period, mark: FormMark
) -> bytes:
    """Locked but for the inputs, marked, and open at the data; dated by the period."""
    for sheet in workbook.worksheets:
        protect(sheet)
    write_mark(workbook, mark, dict(titles))
    workbook.active = workbook[words.DATA]
    return finish(workbook, results, datetime.combine(period.start, time(), UTC))
