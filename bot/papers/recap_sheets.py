"""The sheets of the recap, put together; openpyxl is loaded from here on."""

from collections.abc import Callable
from typing import Any

from openpyxl import Workbook

from bot.papers.package import Cached, finish_by_sheet
from bot.papers.recap_analysis import write_analysis
from bot.papers.recap_capaian import write_capaian
from bot.papers.recap_charts import write_charts
from bot.papers.recap_documents import write_documents
from bot.papers.recap_notes import write_notes
from bot.papers.recap_origins import write_origins
from bot.papers.recap_page import Page
from bot.papers.recap_registers import write_register
from bot.papers.recap_summary import write_summary
from bot.papers.sheets import PAPERS
from bot.rules.recap import Recap
from bot.rules.signing import Signing
from bot.rules.stationery import PaperSize
from bot.texts import recap as words
from bot.texts import recap_sheets as more

Write = Callable[[Any], Page]


def build(recap: Recap, signing: Signing, size: PaperSize) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.active)
    by_name = sheets(recap, signing)
    for name in by_name:
        workbook.create_sheet(name)

    def write(sheet: Any) -> dict[str, Cached]:
        page = by_name[sheet.title](sheet)
        sheet.page_setup.paperSize = PAPERS[size]
        return page.results

    return finish_by_sheet(workbook, write, recap.compiled_at)


def sheets(recap: Recap, signing: Signing) -> dict[str, Write]:
    """By name, in their order; a SOP without a register's kind has no sheet of it."""

    def register(name: str) -> Write:
        return lambda sheet: write_register(sheet, name, recap)

    return {
        words.RINGKASAN: lambda sheet: write_summary(sheet, recap, signing),
        words.CAPAIAN: lambda sheet: write_capaian(sheet, recap),
        more.KETERANGAN: lambda sheet: write_notes(sheet, recap),
        **{name: register(name) for name in recap.registers()},
        words.ANALISIS: lambda sheet: write_analysis(sheet, recap, signing),
        more.GRAFIK: lambda sheet: write_charts(sheet, recap),
        words.BERKAS: lambda sheet: write_documents(sheet, recap),
        more.ASAL: lambda sheet: write_origins(sheet, recap),
    }
