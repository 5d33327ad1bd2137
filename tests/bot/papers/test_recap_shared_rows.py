"""A letter in two seats' registers, in every paper: one row that names both, counted once."""

import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.papers.chart_data import statuses_data
from bot.papers.recap_pdf import recap_data
from bot.papers.recap_workbook import recap_workbook
from bot.rules.forms import FilledForm, OfficeFormat
from bot.rules.recap import Heading, Recap, compile_recap
from bot.rules.registers import LhpRow, TlhpRow, TlhpStatus
from bot.rules.sop import DocumentKind, Seat
from bot.texts.summary import group_summary
from tests.bot.papers.conftest import COMPILED, PERIOD

BOTH = "Irban I dan Irban II"


def lhp(value: int, cell: str) -> LhpRow:
    figures = (Decimal(2), Decimal(value))
    return LhpRow("700/9/LHP/2026", None, "Inspektorat", "Desa", *figures, cells=(("value", cell),))


def tlhp(deposited: int) -> TlhpRow:
    paid = {"recommendation_value": Decimal(100), "deposited": Decimal(deposited)}
    told = {"finding": "Kas kurang", "status": TlhpStatus.PARTLY, **paid}
    return TlhpRow("700/9/LHP/2026", **told)


@pytest.fixture(scope="module")
def shared(
    office_format: OfficeFormat,
    seats: tuple[Seat, ...],
    kinds: tuple[DocumentKind, ...],
    forms: dict[str, FilledForm],
) -> Recap:
    """Of the first two seats each has the same LHP; what it is worth and what came in differ."""
    rows = {"irban-1": (lhp(10, "F6"), tlhp(30)), "irban-2": (lhp(12, "F7"), tlhp(40))}
    mine = {
        seat: replace(form, lhp=tuple(of[:1]), lhe=(), tlhp=tuple(of[1:]))
        for seat, form in forms.items()
        if (of := rows.get(seat, ()))
    }
    heading = Heading(("DINAS",), PERIOD, "Asia/Makassar", COMPILED)
    return compile_recap(heading, office_format, seats, kinds, mine, ())


@pytest.fixture(scope="module")
def book(shared: Recap) -> Any:
    return load_workbook(io.BytesIO(recap_workbook(shared)), data_only=True)


def lines(book: Any, sheet: str) -> list[list[Any]]:
    rows = [[cell.value for cell in row if cell.value is not None] for row in book[sheet].rows]
    return [row for row in rows if row]


def test_the_register_and_its_sums_count_it_once(book: Any) -> None:
    found = lines(book, "LHP")
    assert [row for row in found if row[0] == "700/9/LHP/2026"] == [
        ["700/9/LHP/2026", "Inspektorat", "Desa", 2, 10, BOTH]
    ]
    assert [BOTH, 1, 2, 10] in found
    assert ["Jumlah", 1, 2, 10] in found
    status = TlhpStatus.PARTLY.value
    assert [status, 1, 0, 100, 30, 70] in lines(book, "TLHP")


def test_the_summary_the_chart_and_the_words_count_it_once(shared: Recap, book: Any) -> None:
    assert ["LHP pada register", 1] in lines(book, "Ringkasan")
    assert "Register: LHP 1, TLHP 1." in group_summary(shared)
    chart = statuses_data(shared)
    assert chart is not None
    assert [row[1].result for row in chart.rows] == [0, 1, 0, 0]


def test_both_figures_stand_where_they_are_to_be_confirmed(shared: Recap, book: Any) -> None:
    value = (
        "Nilai Rp berbeda: Rp10 (Irban I, F6) dan Rp12 (Irban II, F7). Dihitung menurut Irban I."
    )
    paid = "Disetor Rp berbeda: Rp30 (Irban I) dan Rp40 (Irban II). Dihitung menurut Irban I."
    told = [
        [BOTH, "LHP 700/9/LHP/2026", value, "belum dikonfirmasi"],
        [BOTH, "TLHP 700/9/LHP/2026", paid, "belum dikonfirmasi"],
    ]
    assert [row for row in lines(book, "Analisis") if row[0] == BOTH] == told
    printed = str(recap_data(shared, ()))
    assert value in printed
    assert paid in printed


def test_the_origin_of_a_figure_is_the_seat_whose_word_counts(book: Any) -> None:
    (found,) = [row for row in lines(book, "Asal") if row[1:2] == ["Nilai Rp"]]
    assert found[2:5] == [10, "Irban I", "LHP F6"]
