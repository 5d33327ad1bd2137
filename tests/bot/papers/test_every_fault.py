"""Every fault that a filled workbook can bear, as a person or an office program makes it."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from bot.papers import hostile
from bot.papers.read_filled import read_filled
from bot.papers.sheets import MARK_SHEET
from bot.rules.form_checks import Checks, looked_over
from bot.rules.form_faults import FaultCode, FormFaults, Weight
from bot.rules.forms import FilledForm, OfficeFormat
from bot.rules.kinds import NoMark
from bot.rules.periods import parse
from bot.texts import form_faults as words
from tests.bot.papers.editing import changed_book, edited

SHEET = "Data Kinerja"
Edit = Callable[[Any], None]
Told = set[tuple[str, str, FaultCode]]


def told(data: bytes, asked: OfficeFormat) -> Told:
    """All that is said of it, wherever it is found: while reading, or against what was asked."""
    read = read_filled(data)
    assert isinstance(read, FilledForm | FormFaults), read
    form = read if isinstance(read, FilledForm) else read.form
    assert form is not None
    unread = read.faults if isinstance(read, FormFaults) else ()
    checks = Checks(parse("2026-TW3"), (), Decimal("0.5"), SHEET, "TLHP")
    faults = looked_over(form, unread, asked.of(form.mark.seat), checks)
    if any(fault.weight is Weight.ERROR for fault in faults):
        faults = tuple(fault for fault in faults if fault.weight is not Weight.NOTE)
    for fault in faults:
        said = words.fault(fault)
        assert fault.weight is not Weight.ERROR or "mohon" in said, said
    return {(fault.sheet, fault.cell, fault.code) for fault in faults}


def form_of(data: bytes) -> FilledForm:
    read = read_filled(data)
    assert isinstance(read, FilledForm), read
    return read


def on(sheet: str, **cells: object) -> Edit:
    def edit(book: Any) -> None:
        for cell, value in cells.items():
            book[sheet][cell] = value

    return edit


def do(sheet: str, deed: str, *args: object) -> Edit:
    return lambda book: getattr(book[sheet], deed)(*args)


F = FaultCode
FAULTS: dict[str, tuple[Edit, Told]] = {
    "a required cell is empty": (on(SHEET, I6=None), {(SHEET, "I6", F.REQUIRED_EMPTY)}),
    "a cell holds only spaces": (on(SHEET, I6="  "), {(SHEET, "I6", F.REQUIRED_EMPTY)}),
    "money is missing": (on(SHEET, N6=None), {(SHEET, "N6", F.REQUIRED_EMPTY)}),
    "words in a number": (on(SHEET, I6="banyak"), {(SHEET, "I6", F.NOT_A_NUMBER)}),
    "two numbers": (on(SHEET, I6="5 dari 7"), {(SHEET, "I6", F.NOT_A_NUMBER)}),
    "a truth in a number": (on(SHEET, I6=True), {(SHEET, "I6", F.NOT_A_NUMBER)}),
    "a number beyond all": (on(SHEET, I6=1e30), {(SHEET, "I6", F.NOT_A_NUMBER)}),
    "negative money": (on(SHEET, N6=-5), {(SHEET, "N6", F.NEGATIVE)}),
    "a percentage above 100": (on(SHEET, I6=100.5), {(SHEET, "I6", F.NOT_A_PART)}),
    "a percentage below 0": (on(SHEET, I6="-1%"), {(SHEET, "I6", F.NOT_A_PART)}),
    "a component above its weight": (
        on("LHE", A6="1", D6=30.5, F6=15),
        {("LHE", "D6", F.OVER_RANGE)},
    ),
    "more spent than there is": (on(SHEET, N6=310_000_001), {(SHEET, "N6", F.OVER_BUDGET)}),
    "a target changed": (on(SHEET, H6=1), {(SHEET, "H6", F.CHANGED)}),
    "a name and a pagu changed": (
        on(SHEET, C7="Lain", M6=1, N6=1),
        {(SHEET, "C7", F.CHANGED), (SHEET, "M6", F.CHANGED)},
    ),
    "the way of counting changed": (on(SHEET, F6="jumlah"), {(SHEET, "F6", F.CHANGED)}),
    "a way of counting that is none": (on(SHEET, F6="kira-kira"), {(SHEET, "F6", F.NOT_A_CHOICE)}),
    "an indicator removed": (do(SHEET, "delete_rows", 7), {(SHEET, "", F.ROW_MISSING)}),
    "an indicator emptied": (
        on(SHEET, **{f"{c}7": None for c in "BCDEFGHI"}),
        {(SHEET, f"{c}7", F.REQUIRED_EMPTY) for c in "BCDEFGHI"},
    ),
    "an indicator added": (on(SHEET, C9="Baru", I9=5), {(SHEET, "C9", F.ROW_UNKNOWN)}),
    "a whole indicator added": (
        on(SHEET, A9=9, B9="S", C9="Baru", D9="desa", E9="naik", F9="jumlah", G9=1, H9=1, I9=1),
        {(SHEET, "C9", F.ROW_UNKNOWN)},
    ),
    "an indicator renumbered": (on(SHEET, A7=9), {(SHEET, "A7", F.RENUMBERED)}),
    "an indicator without its number": (on(SHEET, A7=None), {(SHEET, "A7", F.RENUMBERED)}),
    "an indicator twice": (on(SHEET, A7=1), {(SHEET, "A7", F.INDICATOR_TWICE)}),
    "an indicator moved": (
        lambda book: swap(book[SHEET], 6, 8),
        {(SHEET, "I8", F.MOVED), (SHEET, "I7", F.MOVED)},
    ),
    "a column removed": (do(SHEET, "delete_cols", 9), {(SHEET, "", F.HEADING_MISSING)}),
    "a column doubled": (on(SHEET, U5="Realisasi"), {(SHEET, "", F.HEADING_TWICE)}),
    "the headings removed": (do(SHEET, "delete_rows", 5), {(SHEET, "", F.NO_HEADINGS)}),
    "a sheet removed": (lambda book: book.remove(book["TLHP"]), {("TLHP", "", F.SHEET_MISSING)}),
    "a formula nobody computed": (on(SHEET, I6="=1+1"), {(SHEET, "I6", F.NOT_COMPUTED)}),
    "an error of a formula": (on(SHEET, I6="#DIV/0!"), {(SHEET, "I6", F.CELL_ERROR)}),
    "an error in a text": (on(SHEET, P6="#REF!"), {(SHEET, "P6", F.CELL_ERROR)}),
    "merged figures": (do(SHEET, "merge_cells", "I6:I8"), {(SHEET, "I6", F.MERGED)}),
    "merged words": (do(SHEET, "merge_cells", "P6:Q7"), {(SHEET, "P6", F.MERGED)}),
    "a day that is none": (on("LHP", B6="31/02/2026"), {("LHP", "B6", F.NOT_A_DATE)}),
    "a status that is none": (on("TLHP", K6="beres"), {("TLHP", "K6", F.NOT_A_CHOICE)}),
    "a text without end": (on(SHEET, P6="x" * 4001), {(SHEET, "P6", F.TOO_LONG)}),
    "rows without end": (on("LHP", A301="LHP"), {("LHP", "A301", F.TOO_MANY_ROWS)}),
}


def swap(sheet: Any, one: int, other: int) -> None:
    for left, right in zip(sheet[one], sheet[other], strict=True):
        left.value, right.value = right.value, left.value


@pytest.mark.parametrize(("edit", "found"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_sheet_and_cell_and_no_other(
    filled: bytes, office_format: OfficeFormat, edit: Edit, found: Told
) -> None:
    assert told(changed_book(filled, edit), office_format) == found


def test_a_sound_workbook_has_nothing_to_tell(filled: bytes, office_format: OfficeFormat) -> None:
    assert told(filled, office_format) == set()


def test_a_realisation_above_its_known_base_is_told(
    filled: bytes, office_format: OfficeFormat
) -> None:
    data = edited(filled, SHEET, {"D7": "desa (dari 82)", "I7": 83})
    assert (SHEET, "I7", F.ABOVE_BASE) in told(data, office_format)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("12,5 %", "12.5"),
        ("1.234,56", "1234.56"),
        ("Rp1.500.000", "1500000"),
        ("Rp 1.500.000,-", "1500000"),
        ("1234.56", "1234.56"),
        (" 7 ", "7"),
        ("\N{MINUS SIGN}3", "-3"),
        ("n/a", None),
        ("-", None),
        ("Belum ada data", None),
        ("BELUM ADA", None),
        (0, "0"),
    ],
)
def test_what_is_unambiguous_is_understood(filled: bytes, typed: object, read: str | None) -> None:
    figure = form_of(edited(filled, SHEET, {"I7": typed})).figures[1]
    assert figure.actual == (None if read is None else Decimal(read))


@pytest.mark.parametrize(
    "edit",
    [
        do(SHEET, "insert_rows", 3),
        do(SHEET, "insert_rows", 6, 2),
        do(SHEET, "insert_rows", 7),
        do(SHEET, "insert_cols", 1),
        do(SHEET, "insert_cols", 9, 3),
    ],
    ids=["row above", "rows below headings", "row between", "column left", "columns between"],
)
def test_a_row_or_column_put_in_changes_nothing_that_is_read(filled: bytes, edit: Edit) -> None:
    form = form_of(changed_book(filled, edit))
    assert form == form_of(filled)
    assert form.strays == ()


def test_a_column_put_in_is_told_and_cells_are_named_where_they_stand_now(
    filled: bytes, office_format: OfficeFormat
) -> None:
    def edit(book: Any) -> None:
        book[SHEET].insert_cols(9, 2)
        book[SHEET]["I5"] = "Catatan bidang"

    data = changed_book(filled, edit)
    assert told(data, office_format) == {("", "", F.STRAY)}
    wrong = edited(data, SHEET, {"K6": None})
    assert told(wrong, office_format) == {(SHEET, "K6", F.REQUIRED_EMPTY)}
    assert form_of(data).figures[0].actual_at == "K6"
    assert form_of(data).figures[0].spent_at == "P6"


def test_the_value_of_a_formula_is_taken_and_the_fact_kept(filled: bytes) -> None:
    def computed(xml: str) -> str:
        cell = re.compile(r'<c r="I6"([^>]*?)( t="\w+")?><v>[^<]*</v></c>')
        return cell.sub(r'<c r="I6"\1><f>40+1.46</f><v>41.46</v></c>', xml)

    form = form_of(hostile.changed(filled, hostile.SHEET, computed))
    assert form.figures[0].actual == Decimal("41.46")
    assert form.formulas == (f"{SHEET} I6",)
    assert form == form_of(filled)


@pytest.mark.parametrize(("key", "value"), [("schema", "2"), ("seat", "")])
def test_of_a_workbook_with_another_layout_only_the_mark_is_told(
    filled: bytes, key: str, value: str
) -> None:
    def edit(book: Any) -> None:
        for name, cell in book[MARK_SHEET].iter_rows(max_col=2):
            if name.value == key:
                cell.value = value

    read = read_filled(changed_book(filled, edit))
    assert isinstance(read, FormFaults)
    assert read.faults == ()
    assert str(getattr(read.mark, key)) == value


def test_a_mark_that_says_nothing_is_no_mark(filled: bytes) -> None:
    def edit(book: Any) -> None:
        book.remove(book[MARK_SHEET])
        book.custom_doc_props.props.clear()

    assert read_filled(changed_book(filled, edit)) == NoMark()
