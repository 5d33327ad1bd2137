"""The sheets of the recap, put together; openpyxl is loaded from here on."""

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from bot.papers.cells import dress, put_text, put_value
from bot.papers.heights import fit_row
from bot.papers.layout import FIRST_ROW, LHE, LHP, TLHP, Column, Table
from bot.papers.package import Cached, finish
from bot.papers.recap_capaian import write_capaian
from bot.papers.recap_summary import write_summary
from bot.papers.recap_tables import write_analysis, write_documents
from bot.papers.registers import write_entry
from bot.papers.sheets import freeze, head_table
from bot.papers.tlhp_statuses import write_statuses
from bot.rules.recap import FromSeat, Recap
from bot.texts import recap as words


def build(recap: Recap) -> bytes:
    workbook = Workbook()
    write_summary(workbook.active, recap)
    results = {words.CAPAIAN: write_capaian(workbook.create_sheet(words.CAPAIAN), recap)}
    registers: Sequence[tuple[Table, Sequence[FromSeat[Any]]]] = (
        (LHP, recap.lhp),
        (LHE, recap.lhe),
        (TLHP, recap.tlhp),
    )
    for table, entries in registers:
        sheet = workbook.create_sheet(table.sheet)
        results[table.sheet] = _write_register(sheet, table, entries, recap)
    results[TLHP.sheet] |= write_statuses(workbook[TLHP.sheet], recap)
    write_analysis(workbook.create_sheet(words.ANALISIS), recap)
    write_documents(workbook.create_sheet(words.BERKAS), recap)
    return finish(workbook, results, recap.compiled_at)


def _write_register(
    sheet: Any, table: Table, entries: Sequence[FromSeat[Any]], recap: Recap
) -> dict[str, Cached]:
    # the unit stands last, so that the formulas' columns are those of the seats' workbooks
    merged = Table(table.sheet, table.title, (*table.columns, Column("unit", words.UNIT, 16)))
    head_table(sheet, merged, (words.sheet_line(recap),))
    freeze(sheet, merged, "number")
    results: dict[str, Cached] = {}
    for row, entry in enumerate(entries, start=FIRST_ROW):
        results |= write_entry(sheet, merged, row, entry.row)
        put_text(sheet[f"{merged.letter('unit')}{row}"], recap.title(entry.seat))
        for column in merged.columns:
            dress(sheet[f"{merged.letter(column.key)}{row}"], column, unlocked=False)
        fit_row(sheet, row, len(merged.columns))
    if not entries:
        put_value(sheet.cell(FIRST_ROW, 1), words.NIHIL)
    return results
