import io
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from bot.papers import hostile
from bot.papers.child import read_outside
from bot.papers.marked_workbook import FILLS, marked_workbook
from bot.papers.read_filled import read_filled
from bot.rules.form_faults import FaultCode, FormFault, Weight
from bot.rules.forms import FilledForm
from bot.rules.kinds import Damaged, Encrypted
from bot.rules.periods import Period
from bot.rules.register_checks import register_findings
from bot.rules.registers import TlhpStatus
from tests.bot.papers.editing import edited

SHEET = "Data Kinerja"
EMPTY = FormFault(SHEET, "I7", FaultCode.REQUIRED_EMPTY, (("kolom", "Realisasi"),))
MISSING = FormFault(SHEET, "", FaultCode.ROW_MISSING, (("nomor", "4"), ("indikator", "BUM")))
BUDGET = FormFault(SHEET, "N6", FaultCode.OVER_BUDGET, (("isi", "9"), ("paling", "8")))
STATUS = FormFault("TLHP", "K6", FaultCode.NOT_A_CHOICE, (("kolom", "Status"), ("isi", "?")))


def marked(data: bytes, *faults: FormFault) -> bytes:
    made = marked_workbook(data, faults)
    assert isinstance(made, bytes), made
    return made


def sheet_of(data: bytes, name: str = SHEET, **how: bool) -> Worksheet:
    sheet: Worksheet = load_workbook(io.BytesIO(data), **how)[name]
    return sheet


def colour(data: bytes, cell: str, name: str = SHEET) -> str:
    return str(sheet_of(data, name)[cell].fill.fgColor.rgb)


def note(data: bytes, cell: str, name: str = SHEET) -> str:
    comment = sheet_of(data, name)[cell].comment
    return comment.text if comment else ""


def rgb(weight: Weight) -> str:
    return str(FILLS[weight].fgColor.rgb)


def test_each_faulty_cell_is_coloured_and_says_what_to_do(filled: bytes) -> None:
    made = marked(filled, EMPTY, MISSING, BUDGET, STATUS)
    assert note(made, "I7") == "• Realisasi masih kosong, mohon diisi"
    assert note(made, "A1").startswith("• indikator 4 (BUM) tidak ditemukan")
    assert "melebihi pagu" in note(made, "N6")
    assert "dari daftar" in note(made, "K6", "TLHP")
    assert colour(made, "I7") == colour(made, "K6", "TLHP") == rgb(Weight.ERROR)
    assert colour(made, "N6") == rgb(Weight.WARNING)
    assert colour(made, "I6") not in (rgb(Weight.ERROR), rgb(Weight.WARNING))


def test_two_faults_of_a_cell_stand_in_one_note(filled: bytes) -> None:
    other = FormFault(SHEET, "I7", FaultCode.NEGATIVE, (("isi", "-1"),))
    assert note(marked(filled, EMPTY, other), "I7").count("•") == 2


def test_it_opens_where_the_first_fault_stands(filled: bytes) -> None:
    book = load_workbook(io.BytesIO(marked(filled, STATUS, EMPTY)))
    assert book.active.title == "TLHP"
    assert book.active.sheet_view.selection[0].activeCell == "K6"
    assert [s.title for s in book.worksheets if s.sheet_view.tabSelected] == ["TLHP"]


def test_what_stood_in_it_is_read_as_before_and_formulas_keep_their_results(filled: bytes) -> None:
    made = marked(filled, EMPTY, MISSING, BUDGET, STATUS)
    assert read_filled(made) == read_filled(filled)
    assert sheet_of(made)["J6"].value == sheet_of(filled)["J6"].value
    assert str(sheet_of(filled)["J6"].value).startswith("=")
    computed = edited(filled, SHEET, {"I6": "=40+1.46"})
    with_result = hostile.changed(
        computed,
        hostile.SHEET,
        lambda xml: xml.replace("<f>40+1.46</f><v />", "<f>40+1.46</f><v>41.46</v>"),
    )
    assert isinstance(read_filled(with_result), FilledForm)
    assert read_filled(marked(with_result, BUDGET)) == read_filled(with_result)


def test_the_same_workbook_and_faults_give_the_same_bytes(filled: bytes) -> None:
    assert marked(filled, EMPTY, STATUS) == marked(filled, EMPTY, STATUS)


def test_marks_of_an_earlier_time_go_and_other_notes_stay(filled: bytes) -> None:
    book = load_workbook(io.BytesIO(filled))
    book[SHEET]["I7"].comment = Comment("dari lapangan", "Staf")
    out = io.BytesIO()
    book.save(out)
    first = marked(out.getvalue(), EMPTY, BUDGET, MISSING)
    assert "dari lapangan" in note(first, "I7")
    second = marked(first, BUDGET)
    assert note(second, "I7") == "dari lapangan"
    assert note(second, "N6").count("•") == 1
    assert colour(second, "I7") == colour(filled, "I7")
    assert colour(second, "A1") == colour(filled, "A1")


def test_a_merged_cell_is_marked_in_its_first(filled: bytes) -> None:
    book = load_workbook(io.BytesIO(filled))
    book[SHEET].merge_cells("P6:P7")
    out = io.BytesIO()
    book.save(out)
    inside = FormFault(SHEET, "P7", FaultCode.MERGED, (("isi", "P6:P7"),))
    assert "P6:P7 digabung" in note(marked(out.getvalue(), inside), "P6")


async def test_it_is_made_in_the_child_process(filled: bytes) -> None:
    made = await read_outside("marked", filled, faults=(EMPTY,))
    assert made == marked(filled, EMPTY)


@pytest.mark.parametrize(
    ("harm", "refused"),
    [(hostile.cut_off, Damaged()), (lambda _: hostile.encrypted_office_file(), Encrypted())],
)
async def test_what_cannot_be_opened_is_told_and_not_marked(
    filled: bytes, harm: Callable[[bytes], bytes], refused: Any
) -> None:
    assert await read_outside("marked", harm(filled), faults=(EMPTY,)) == refused


def test_a_register_that_does_not_follow_the_last_one_is_marked_in_its_cells(
    filled: bytes,
) -> None:
    before = read_filled(filled)
    lost = edited(filled, "TLHP", {"A6": "700/99", "A7": "700/98", "K7": "belum sesuai"})
    now = read_filled(edited(lost, "TLHP", {"I7": 1}))
    assert isinstance(before, FilledForm)
    assert isinstance(now, FilledForm)
    unsettled = replace(before.tlhp[0], status=TlhpStatus.PARTLY)
    old = replace(before, tlhp=(unsettled, replace(now.tlhp[1], deposited=Decimal(2))))
    now = replace(now, lhp=())
    findings = tuple(register_findings(now, Period("triwulan", 2026, 2), old, "TLHP"))
    assert [(f.code, f.cell) for f in findings] == [
        (FaultCode.TLHP_DEPOSIT, "I7"),
        (FaultCode.LHP_GONE, "A8"),
    ]
    back = marked(lost, *findings)
    assert colour(back, "I7", "TLHP") == colour(back, "A8", "TLHP") == rgb(Weight.WARNING)
    assert "disetor Rp1, lebih rendah daripada Triwulan II 2026 (Rp2)" in note(back, "I7", "TLHP")
    assert before.tlhp[0].number in note(back, "A8", "TLHP")
