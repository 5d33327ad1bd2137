import json
from datetime import date
from decimal import Decimal

import pytest

from bot.rules.achievement import Direction, Method
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator, OfficeFormat
from bot.rules.json_form import from_json, to_json
from bot.rules.periods import parse
from bot.rules.registers import LhpRow, TlhpRow, TlhpStatus

ROW = Indicator(
    1, "Sasaran", "Desa", "desa", Direction.UP, Method.SUM, Decimal(4), Decimal(2), None, None, "a"
)
FORM = FilledForm(
    FormMark(1, 5, "a", 2),
    (Figure(ROW, Decimal("0.10"), spent=Decimal("12345678901234567890.01")), Figure(ROW, None)),
    tlhp=(TlhpRow("1", dated=date(2026, 9, 30), status=TlhpStatus.PARTLY),),
)


def test_a_form_comes_back_from_its_json_to_the_last_digit() -> None:
    assert from_json(FilledForm, json.loads(json.dumps(to_json(FORM)))) == FORM


@pytest.mark.parametrize("period", [None, "2026-TW3", "2026-10"])
def test_a_format_comes_back_with_the_period_of_its_targets(period: str | None) -> None:
    form = OfficeFormat((ROW,), parse(period) if period else None)
    assert from_json(OfficeFormat, json.loads(json.dumps(to_json(form)))) == form


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (OfficeFormat, {"indicators": [], "period": {"kind": "tahun", "year": 2026, "number": 1}}),
        (FormMark, {"office": 1}),
        (FormMark, {"office": 1, "run": 5, "seat": "a", "version": "dua"}),
        (FormMark, {"office": 1, "run": 5, "seat": "a", "version": 2, "warna": "biru"}),
        (FormMark, None),
        (LhpRow, {"number": "1", "value": "banyak"}),
        (LhpRow, {"number": "1", "dated": "kemarin"}),
    ],
    ids=[
        "no period",
        "a part missing",
        "no number",
        "a part too many",
        "nothing",
        "no decimal",
        "no date",
    ],
)
def test_json_of_something_else_is_refused(kind: type[object], data: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_json(kind, data)
