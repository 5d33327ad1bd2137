from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.achievement import Direction, Method
from bot.rules.form_faults import FaultCode, differences, programmes_twice
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator

ROW = Indicator(
    1, "Sasaran", "Desa", "desa", Direction.UP, Method.SUM, Decimal(4), Decimal(2), None, None, "a"
)
OTHER = replace(ROW, number=2, name="Kelurahan")


COLUMNS = (("number", "A"), ("name", "C"), ("unit", "D"), ("target_period", "H"))


def filled(*rows: Indicator) -> FilledForm:
    figures = [Figure(row, Decimal(1), actual_at=f"I{n}") for n, row in enumerate(rows, start=6)]
    return FilledForm(FormMark(1, 1, "a", 1), tuple(figures), columns=COLUMNS)


@pytest.mark.parametrize(
    ("came", "found"),
    [
        ((ROW, OTHER), []),
        ((OTHER, ROW), []),  # moved, which is only told
        ((ROW, replace(OTHER, seat="b")), []),  # whose it is, the format says
        ((ROW, replace(OTHER, name=" Kelurahan\n")), []),
        ((ROW, replace(OTHER, target_period=Decimal("2.00"))), []),
        ((ROW,), [(FaultCode.ROW_MISSING, "", "2", "Kelurahan")]),
        (
            (ROW, OTHER, replace(ROW, number=9, name="Baru")),
            [(FaultCode.ROW_UNKNOWN, "C8", "9", "Baru")],
        ),
        ((ROW, replace(OTHER, number=9)), [(FaultCode.RENUMBERED, "A7", "2", "Kelurahan")]),
        ((ROW, replace(OTHER, number=0)), [(FaultCode.RENUMBERED, "A7", "2", "Kelurahan")]),
        (
            (ROW, replace(OTHER, unit="kota", target_period=Decimal(3))),
            [
                (FaultCode.CHANGED, "D7", "2", "Kelurahan", "unit", "desa", "kota"),
                (FaultCode.CHANGED, "H7", "2", "Kelurahan", "target_period", "2", "3"),
            ],
        ),
        (
            (ROW, replace(OTHER, programme="Satu")),
            [(FaultCode.CHANGED, "", "2", "Kelurahan", "programme", "", "Satu")],
        ),
    ],
    ids=[
        *("as asked", "moved", "another seat", "spaces", "zeros", "missing", "unknown"),
        *("renumbered", "number gone", "changed", "column gone"),
    ],
)
def test_a_form_answers_the_rows_that_were_asked(
    came: tuple[Indicator, ...], found: list[tuple[FaultCode, str, str]]
) -> None:
    faults = differences(filled(*came), (ROW, OTHER), "DATA")
    assert [(f.code, f.cell, *(value for _, value in f.params)) for f in faults] == found
    assert {fault.sheet for fault in faults} <= {"DATA"}


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_a_target_is_the_same_after_an_office_program_has_kept_it(target: Decimal) -> None:
    asked = replace(ROW, target_period=target)
    kept = replace(ROW, target_period=Decimal(repr(float(f"{float(target):.15g}"))))
    assert differences(filled(kept), (asked,), "DATA") == ()


def test_a_programme_named_again_is_found_without_regard_to_case() -> None:
    rows = [replace(ROW, programme=name) for name in ("Satu", None, "Dua", None, "SATU")]
    assert programmes_twice(rows) == (rows[4],)
