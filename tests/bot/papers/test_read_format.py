import io
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.papers.format_workbook import master_workbook
from bot.papers.read_filled import read_filled
from bot.papers.read_format import read_format
from bot.rules.form_faults import FaultCode, FormFaults
from bot.rules.forms import FormMark, OfficeFormat, ReadFormat
from bot.rules.periods import parse

MARK = FormMark(office=7, run=3, seat="", version=1, period="2026-TW3")


@pytest.fixture
def master(office_format: OfficeFormat, titles: dict[str, str]) -> bytes:
    return master_workbook(office_format, titles, parse("2026-TW3"), "Dinas", MARK)


def edited(data: bytes, cells: dict[str, Any]) -> bytes:
    workbook = load_workbook(io.BytesIO(data))
    for cell, value in cells.items():
        workbook["Data Kinerja"][cell] = value
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def test_the_whole_format_comes_back_as_it_went_out(
    master: bytes, office_format: OfficeFormat
) -> None:
    assert read_format(master) == ReadFormat(office_format, MARK)


def test_a_new_row_and_a_new_target_become_the_format(
    master: bytes, office_format: OfficeFormat
) -> None:
    row = dict(
        zip("BCDEFGHK", ("S", "Baru", "desa", "Turun", "jumlah", 4, 2, "irban-3"), strict=True)
    )
    cells = {f"{letter}15": value for letter, value in row.items()} | {"H6": "50,25"}
    read = read_format(edited(master, cells))
    assert isinstance(read, ReadFormat), read
    rows = read.form.indicators
    assert str(rows[0].target_period) == "50.25"
    added = rows[9]
    assert (added.number, added.name, added.direction.value, added.seat) == (
        10, "Baru", "turun", "irban-3",
    )  # fmt: skip
    assert replace(rows[1], number=2) == office_format.indicators[1]


@pytest.mark.parametrize(
    ("cells", "cell", "code"),
    [
        ({"K6": "Camat"}, "K6", FaultCode.NOT_A_CHOICE),
        ({"H7": None}, "H7", FaultCode.REQUIRED_EMPTY),
        ({"E7": "lurus"}, "E7", FaultCode.NOT_A_CHOICE),
        ({"I7": "Penataan Desa"}, "I7", FaultCode.PROGRAMME_TWICE),
    ],
)
def test_a_fault_in_the_format_is_named(
    master: bytes, cells: dict[str, Any], cell: str, code: FaultCode
) -> None:
    read = read_format(edited(master, cells))
    assert isinstance(read, FormFaults)
    assert [(fault.cell, fault.code) for fault in read.faults] == [(cell, code)]


def test_the_whole_format_is_no_filled_form(master: bytes) -> None:
    assert read_filled(master) == FormFaults((), MARK)
