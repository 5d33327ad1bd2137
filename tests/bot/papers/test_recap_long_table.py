"""The sheet Analisis, where several tables stand that may each go on over a page's end."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from bot.papers.recap_analysis import columns
from bot.papers.recap_charts import PAGE_ROWS
from bot.papers.recap_long_table import RowAt, write_long_table
from bot.papers.recap_page import MOST_BREAKS, PAGE_HEIGHT, ROW_HEIGHT, open_page
from bot.papers.recap_workbook import recap_workbook
from bot.rules.background import Background
from bot.rules.forms import FilledForm, FormMark
from bot.rules.periods import Period
from bot.rules.recap import Recap
from tests.bot.papers.excel_limits import BREAKS
from tests.bot.papers.large_recap import large_recap

TEXT = "Akses jalan pada lima desa belum tuntas sehingga pendampingan tertunda. " * 3


def large(count: int) -> Recap:
    """Every indicator changed since the triwulan before."""
    now, before = large_recap(count, text=TEXT), Period("triwulan", 2026, 2)
    figures = [row.figure for row in now.rows if row.figure is not None]
    halved = tuple(replace(f, actual=f.actual / 2 if f.actual else None) for f in figures)
    forms = {"unit-1": FilledForm(FormMark(1, 1, "unit-1", 1), halved)}
    return replace(now, background=Background(history=((before, forms),)))


@pytest.fixture(scope="module")
def recap() -> Recap:
    return large(60)


@pytest.fixture(scope="module")
def book(recap: Recap) -> Any:
    return load_workbook(io.BytesIO(recap_workbook(recap)))


@pytest.fixture(scope="module")
def sheet(book: Any) -> Any:
    return book["Analisis"]


def test_no_chart_is_cut_by_the_end_of_a_page(book: Any) -> None:
    sheet = book["Grafik"]
    begun = list(pages(sheet))
    charts = [(c.anchor._from.row + 1, c.anchor.to.row) for c in sheet._charts]
    assert len(charts) > 5
    for first, last in charts:
        (page,) = [page for page in begun if first in page]
        assert last in page
        assert last - page.start < PAGE_ROWS


def test_the_figures_of_a_chart_stand_on_one_page_with_their_headings(book: Any) -> None:
    sheet = book["Grafik"]
    assert not [page.start for page in pages(sheet) if is_row(sheet, page.start)]


def test_a_table_on_more_pages_than_excel_breaks_goes_on_without(
    recap: Recap, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST_BREAKS <= BREAKS
    monkeypatch.setattr("bot.papers.recap_page.MOST_BREAKS", 3)
    sheet = Workbook().active
    page = open_page(sheet, recap, (180,))
    rows: list[RowAt] = [lambda _row: ["Kendala. " * 800]] * 9
    last = write_long_table(page, 5, columns(["Uraian"]), rows, (1,))
    assert len(sheet.row_breaks.brk) == 3
    written = [sheet.cell(row, 1).value for row in range(5, last)]
    assert written.count("Uraian") == 4
    assert len(written) - written.count("Uraian") == 9


def pages(sheet: Any) -> Iterator[range]:
    ends = [brk.id for brk in sheet.row_breaks.brk]
    for begin, end in zip([0, *ends], [*ends, sheet.max_row], strict=True):
        yield range(begin + 1, end + 1)


def is_heading(sheet: Any, row: int) -> bool:
    return bool(sheet.cell(row, 1).fill.fgColor.rgb == "001F3A5F")


def is_row(sheet: Any, row: int) -> bool:
    """A row of a table: framed, and no heading."""
    return bool(sheet.cell(row, 1).border.left.style) and not is_heading(sheet, row)


def test_a_table_that_goes_on_has_its_headings_on_every_page(sheet: Any) -> None:
    begun = list(pages(sheet))
    assert len(begun) > 4
    assert not [page.start for page in begun if is_row(sheet, page.start)]
    again = [sheet.cell(page.start, 1).value for page in begun if is_heading(sheet, page.start)]
    assert set(again) == {"Indikator"}


def test_no_page_is_fuller_than_the_paper(sheet: Any) -> None:
    for page in pages(sheet):
        heights = [sheet.row_dimensions[row].height or ROW_HEIGHT for row in page]
        assert sum(heights) <= PAGE_HEIGHT


def test_no_title_and_no_heading_is_left_alone_at_the_end_of_a_page(sheet: Any) -> None:
    for page in list(pages(sheet))[:-1]:
        assert is_row(sheet, page[-1]) or sheet.cell(page[-1], 1).value is None


def test_each_change_is_reckoned_from_its_own_row(sheet: Any) -> None:
    differences = {
        row: value
        for row in range(1, sheet.max_row + 1)
        if "ROUND" in (value := str(sheet.cell(row, 9).value))
    }
    assert len(differences) > 30
    assert all(f"ISNUMBER(G{row})" in value for row, value in differences.items())
