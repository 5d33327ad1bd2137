from dataclasses import replace
from decimal import Decimal

import pytest

from bot.rules.achievement import Direction, Method
from bot.rules.form_faults import FaultCode, differences, programmes_twice
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator

ROW = Indicator(
    1, "Sasaran", "Desa", "desa", Direction.UP, Method.SUM, Decimal(4), Decimal(2), None, None, "a"
)
OTHER = replace(ROW, number=2, name="Kelurahan")


def filled(*rows: Indicator) -> FilledForm:
    return FilledForm(FormMark(1, 1, "a", 1), tuple(Figure(row, Decimal(1)) for row in rows))


@pytest.mark.parametrize(
    ("came", "found"),
    [
        ((ROW, OTHER), []),
        ((ROW, replace(OTHER, seat="b")), []),  # whose it is, the format says
        ((ROW,), [(FaultCode.ROW_MISSING, "2", "Kelurahan")]),
        (
            (ROW, OTHER, replace(ROW, number=9, name="Baru")),
            [(FaultCode.ROW_UNKNOWN, "9", "Baru")],
        ),
        (
            (ROW, replace(OTHER, name="Kota", target_period=Decimal(3))),
            [(FaultCode.CHANGED, "2", "Kelurahan")],
        ),
    ],
    ids=["as asked", "another seat", "missing", "unknown", "changed"],
)
def test_a_form_answers_the_rows_that_were_asked(
    came: tuple[Indicator, ...], found: list[tuple[FaultCode, str, str]]
) -> None:
    faults = differences(filled(*came), (ROW, OTHER), "DATA")
    assert {(fault.sheet, fault.cell) for fault in faults} <= {("DATA", "")}
    assert [(f.code, *(value for _, value in f.params)) for f in faults] == found


def test_a_programme_named_again_is_found_without_regard_to_case() -> None:
    rows = [replace(ROW, programme=name) for name in ("Satu", None, "Dua", None, "SATU")]
    assert programmes_twice(rows) == (rows[4],)
