"""A form written into the seat's own workbook reads back the same."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.papers.filled_workbook import filled_workbook
from bot.papers.read_filled import read_filled
from bot.rules.filling_answers import one_line
from bot.rules.forms import Figure, FilledForm, FormMark, OfficeFormat

SEAT = "irban-1"
NOW = datetime(2026, 11, 23, 1, 20, tzinfo=UTC)
MARK = FormMark(office=7, run=3, seat=SEAT, version=1)
FIGURES = st.none() | st.decimals(
    min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=2
)
MONEY = st.none() | st.integers(0, 10**14).map(Decimal)
# openpyxl reads "x005F_" as the escape that other programs write for "_"
WORDS = st.text(max_size=60).map(one_line).filter(lambda text: "x005F_" not in text)


@st.composite
def figures(draw: st.DrawFn, form: OfficeFormat) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            row,
            draw(FIGURES),
            draw(MONEY) if row.programme else None,
            *(draw(WORDS) for _ in range(4)),
        )
        for row in form.of(SEAT)
    )


@given(data=st.data())
@settings(max_examples=15)
def test_what_is_written_is_what_is_read(
    data: st.DataObject, blank: Callable[[str], bytes], office_format: OfficeFormat
) -> None:
    form = FilledForm(MARK, data.draw(figures(office_format)))
    assert read_filled(filled_workbook(blank(SEAT), form, NOW)) == form


def test_registers_that_stood_before_are_kept(
    blank: Callable[[str], bytes], forms: dict[str, FilledForm]
) -> None:
    for seat, form in forms.items():
        assert form.lhp or form.lhe or form.tlhp
        assert read_filled(filled_workbook(blank(seat), form, NOW)) == form


def test_the_same_answers_give_the_same_bytes(
    blank: Callable[[str], bytes], forms: dict[str, FilledForm]
) -> None:
    once, again = (filled_workbook(blank(SEAT), forms[SEAT], NOW) for _ in range(2))
    assert once == again
    later = filled_workbook(blank(SEAT), forms[SEAT], NOW + timedelta(seconds=1))
    assert once != later
    assert read_filled(once) == read_filled(later)


def test_formulas_carry_what_they_give(
    blank: Callable[[str], bytes], forms: dict[str, FilledForm]
) -> None:
    first, *others = forms[SEAT].figures
    low = replace(first, actual=first.indicator.target_period / 2, spent=Decimal(0))
    missing = replace(others[0], actual=None)
    form = replace(forms[SEAT], figures=(low, missing, *others[1:]))
    sheet = load_workbook(io.BytesIO(filled_workbook(blank(SEAT), form, NOW)), data_only=True)
    cells = [[sheet["Data Kinerja"][f"{c}{r}"].value for c in "IJK"] for r in (6, 7)]
    assert cells[0][1:] == [50, "Sangat Rendah"]
    assert cells[1] == ["belum ada data", None, "Belum ada data"]


def test_an_indicator_that_the_workbook_lacks_is_refused(
    blank: Callable[[str], bytes], forms: dict[str, FilledForm]
) -> None:
    with pytest.raises(KeyError):
        filled_workbook(blank("irban-2"), forms[SEAT], NOW)


def test_the_look_of_the_workbook_stays(
    blank: Callable[[str], bytes], forms: dict[str, FilledForm]
) -> None:
    sent = load_workbook(io.BytesIO(blank(SEAT)))
    came = load_workbook(io.BytesIO(filled_workbook(blank(SEAT), forms[SEAT], NOW)))
    assert came.sheetnames == sent.sheetnames
    assert came["_himpun"].sheet_state == "veryHidden"
    for name in ("Data Kinerja", "LHP", "LHE", "TLHP"):
        was, now = sent[name], came[name]
        assert now.protection.sheet
        assert now.freeze_panes == was.freeze_panes
        assert now.print_title_rows == was.print_title_rows
        rules = [[rule.sqref, rule.formula1] for rule in was.data_validations.dataValidation]
        kept = [[rule.sqref, rule.formula1] for rule in now.data_validations.dataValidation]
        assert kept == rules
        for row in was:
            for cell in row:
                other = now[cell.coordinate]
                assert other.protection.locked == cell.protection.locked
                assert other.number_format == cell.number_format
