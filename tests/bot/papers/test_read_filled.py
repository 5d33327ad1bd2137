import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook

from bot.papers.read_filled import read_filled
from bot.papers.samples import Registers, example_registers, fill_workbook
from bot.rules.form_faults import FaultCode, FormFaults, differences
from bot.rules.forms import FilledForm, FormMark
from bot.rules.json_form import from_json, to_json
from bot.rules.kinds import NoMark
from bot.rules.registers import TlhpStatus
from tests.bot.papers.editing import edited


def faults_of(data: bytes) -> set[tuple[str, str, FaultCode]]:
    read = read_filled(data)
    assert isinstance(read, FormFaults), read
    return {(fault.sheet, fault.cell, fault.code) for fault in read.faults}


def form_of(data: bytes) -> FilledForm:
    read = read_filled(data)
    assert isinstance(read, FilledForm), read
    return read


def test_what_was_filled_in_is_read_with_its_mark(filled: bytes) -> None:
    form = form_of(filled)
    assert form.mark == FormMark(office=7, run=3, seat="irban-1", version=1)
    assert [figure.actual for figure in form.figures] == [Decimal("41.46"), 5, Decimal("6.1")]
    assert form.figures[0].spent == 254_200_000
    assert form.figures[2].obstacles == "Akses jalan pada lima desa belum tuntas"
    assert [row.findings for row in form.lhp] == [3]
    assert form.lhe == ()
    (finding,) = form.tlhp
    assert (finding.status, finding.remaining, finding.due) == (
        TlhpStatus.PARTLY,
        8_500_000,
        date(2026, 10, 13),
    )


def test_a_form_survives_being_kept_as_json(forms: dict[str, FilledForm]) -> None:
    for form in forms.values():
        assert from_json(FilledForm, to_json(form)) == form


def test_a_form_agrees_with_the_format_that_was_sent(filled: bytes, office_format: Any) -> None:
    asked = office_format.of("irban-1")
    changed = form_of(edited(filled, "Data Kinerja", {"H6": 1}))
    assert differences(form_of(filled), asked, "Data Kinerja") == ()
    assert [(fault.cell, fault.code) for fault in differences(changed, asked, "")] == [
        ("H6", FaultCode.CHANGED)
    ]


def test_an_untouched_form_names_every_required_cell(blank: Callable[[str], bytes]) -> None:
    empty = FaultCode.REQUIRED_EMPTY
    assert faults_of(blank("irban-1")) == {
        ("Data Kinerja", cell, empty) for cell in ("I6", "I7", "I8", "N6")
    }


def test_no_data_is_an_answer_and_not_zero(filled: bytes) -> None:
    form = form_of(edited(filled, "Data Kinerja", {"I6": "Belum ada data", "N6": "n/a"}))
    assert (form.figures[0].actual, form.figures[0].spent) == (None, None)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("41,46", Decimal("41.46")),
        ("41,46 %", Decimal("41.46")),
        (41.46, Decimal("41.46")),
        ("Rp1.500.000", Decimal(1_500_000)),
    ],
)
def test_figures_are_read_as_people_write_them(filled: bytes, typed: Any, read: Decimal) -> None:
    assert form_of(edited(filled, "Data Kinerja", {"I6": typed})).figures[0].actual == read


def test_a_cell_shown_as_percent_is_read_as_it_is_shown(filled: bytes) -> None:
    data = edited(filled, "Data Kinerja", {"I6": 0.4146}, percent="I6")
    assert form_of(data).figures[0].actual == Decimal("41.46")


@pytest.mark.parametrize(
    ("sheet", "cells", "cell", "code"),
    [
        ("Data Kinerja", {"I7": "banyak"}, "I7", FaultCode.NOT_A_NUMBER),
        ("Data Kinerja", {"I7": date(2026, 5, 1)}, "I7", FaultCode.NOT_A_NUMBER),
        ("Data Kinerja", {"N6": -1}, "N6", FaultCode.NEGATIVE),
        ("Data Kinerja", {"A7": 1}, "A7", FaultCode.INDICATOR_TWICE),
        ("Data Kinerja", {"P6": "x" * 4001}, "P6", FaultCode.TOO_LONG),
        ("Data Kinerja", {"C5": "Judul lain"}, "", FaultCode.HEADING_MISSING),
        ("LHP", {"B6": "kemarin"}, "B6", FaultCode.NOT_A_DATE),
        ("LHP", {"A6": None}, "A6", FaultCode.REQUIRED_EMPTY),
        ("LHP", {"A301": "LHP"}, "A301", FaultCode.TOO_MANY_ROWS),
        ("TLHP", {"K6": "beres"}, "K6", FaultCode.NOT_A_CHOICE),
    ],
)
def test_a_wrong_cell_is_named(
    filled: bytes, sheet: str, cells: dict[str, Any], cell: str, code: FaultCode
) -> None:
    assert (sheet, cell, code) in faults_of(edited(filled, sheet, cells))


def test_all_faults_are_told_at_once(filled: bytes) -> None:
    data = edited(filled, "Data Kinerja", {"I6": None, "I7": "banyak"})
    assert len(faults_of(edited(data, "TLHP", {"L6": "x" * 4001, "K6": "?"}))) == 4


def test_a_programme_on_two_rows_is_refused(filled: bytes) -> None:
    data = edited(filled, "Data Kinerja", {"L7": "Penataan Desa", "M7": 5, "N7": 5})
    assert faults_of(data) == {("Data Kinerja", "L7", FaultCode.PROGRAMME_TWICE)}


@pytest.mark.parametrize("written", ["05/10/2026", "5 Okt 2026", "2026-10-05", 46300])
def test_days_are_read_as_people_write_them(filled: bytes, written: str | int) -> None:
    assert form_of(edited(filled, "LHP", {"B6": written})).lhp[0].dated == date(2026, 10, 5)


def test_three_reports_in_a_quarter_are_three_rows(blank: Callable[[str], bytes]) -> None:
    (row,) = example_registers(0).lhp
    data = fill_workbook(blank("irban-1"), registers=Registers(lhp=(row, row, row)))
    assert len(form_of(data).lhp) == 3


def test_a_workbook_that_is_not_ours_says_so() -> None:
    out = io.BytesIO()
    Workbook().save(out)
    assert read_filled(out.getvalue()) == NoMark()


def test_one_more_row_of_the_register_begins_under_the_last(
    filled: bytes, blank: Callable[[str], bytes]
) -> None:
    assert form_of(filled).next_tlhp == "A7"
    assert form_of(edited(filled, "TLHP", {"A9": "700/5", "K9": "belum sesuai"})).next_tlhp == "A10"
    assert form_of(fill_workbook(blank("irban-1"), registers=Registers())).next_tlhp == "A6"


def test_what_could_be_read_beside_a_fault_is_kept(filled: bytes) -> None:
    read = read_filled(edited(filled, "Data Kinerja", {"I6": "banyak"}))
    assert isinstance(read, FormFaults)
    assert read.form is not None
    assert [figure.actual for figure in read.form.figures] == [None, 5, Decimal("6.1")]
