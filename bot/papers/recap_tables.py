"""The sheets Analisis and Berkas."""

from typing import Any

from bot.papers.layout import Column, Shape
from bot.papers.sheets import set_up_page
from bot.papers.tables import set_widths, write_lines, write_table
from bot.rules.recap import HandedIn, Recap
from bot.texts import recap as words

BERKAS_SHAPES = {words.BERKAS_HEADINGS[3]: Shape.COUNT}


def write_analysis(sheet: Any, recap: Recap) -> None:
    set_widths(sheet, (40, 24, 18, 40, 40, 18))
    row = write_lines(sheet, 1, (f"{words.ANALISIS.upper()} {words.TITLE}",), size=12)
    row = write_lines(sheet, row, (words.sheet_line(recap), words.DRAFT_NOTE))
    row = write_lines(sheet, row + 1, words.analysis(recap))
    below = [words.below(found, recap) for found in recap.analysis.below]
    row = write_lines(sheet, row + 1, (words.BELOW_TITLE,), size=11)
    row = write_table(sheet, row, _columns(words.ANALISIS_HEADINGS), below)
    missing = [words.missing(found, recap) for found in recap.analysis.missing]
    row = write_lines(sheet, row + 1, (words.MISSING_TITLE,), size=11)
    write_table(sheet, row, _columns(words.MISSING_HEADINGS), missing)
    set_up_page(sheet)


def write_documents(sheet: Any, recap: Recap) -> None:
    set_widths(sheet, (18, 10, 44, 8, 44, 16, 40))
    row = write_lines(sheet, 1, (words.BERKAS.upper(),), size=12)
    row = write_lines(sheet, row, (words.sheet_line(recap),)) + 1
    rows = [words.document(line, recap) for line in by_unit(recap)]
    write_table(sheet, row, _columns(words.BERKAS_HEADINGS), rows)
    sheet.freeze_panes = f"A{row + 1}"
    sheet.print_title_rows = f"{row}:{row}"
    set_up_page(sheet)


def by_unit(recap: Recap) -> list[HandedIn]:
    """In the order of units and kinds, whatever came first."""
    order = {(cell.seat, cell.kind): n for n, cell in enumerate(recap.completeness)}
    return sorted(
        recap.documents,
        key=lambda line: (order.get((line.seat, line.kind), len(order)), line.received_at),
    )


def _columns(headings: tuple[str, ...]) -> list[Column]:
    return [
        Column(heading, heading, 0, BERKAS_SHAPES.get(heading, Shape.TEXT)) for heading in headings
    ]
