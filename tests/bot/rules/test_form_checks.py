from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from bot.rules.achievement import Direction, Method
from bot.rules.form_checks import Checks, above_base, base_of, findings
from bot.rules.form_faults import FaultCode, FormFault, Weight
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator
from bot.rules.periods import parse
from bot.rules.registers import LhpRow, TlhpRow, TlhpStatus

D = Decimal
ROW = Indicator(1, "S", "Desa", "desa", Direction.UP, Method.SUM, D(9), D(3), "Satu", D(100), "a")
LAST = replace(ROW, method=Method.LAST)
DOWN = replace(LAST, direction=Direction.DOWN)
PERCENT = replace(LAST, unit="%")
NOW, BEFORE = "2026-TW3", "2026-TW2"
TLHP = TlhpRow("700/1", recommendation_value=D(50), deposited=D(20), status=TlhpStatus.PARTLY)


def form(row: Indicator, actual: object = None, spent: object = None, **more: object) -> FilledForm:
    figures = (Figure(row, _figure(actual), _figure(spent), actual_at="I6", spent_at="N6"),)
    return replace(FilledForm(FormMark(1, 1, "a", 1), figures), **more)  # type: ignore[arg-type]


def _figure(value: object) -> Decimal | None:
    return None if value is None else D(str(value))


def found(now: FilledForm, past: Mapping[str, FilledForm]) -> list[FormFault]:
    kept = tuple((parse(key), form) for key, form in past.items())
    return list(findings(now, Checks(parse(NOW), kept, D("0.5"), "DATA", "TLHP")))


def said(fault: FormFault) -> dict[str, str]:
    return dict(fault.params)


@pytest.mark.parametrize(
    ("row", "was", "now", "code"),
    [
        (ROW, 10, 5, None),  # half of it is not beyond the half
        (ROW, 10, "4.99", FaultCode.FAR_FROM_LAST),
        (ROW, 10, 15, None),
        (ROW, 10, "15.01", FaultCode.FAR_FROM_LAST),
        (ROW, 0, 15, None),  # of nothing there is no share
        (ROW, None, 15, None),
        (ROW, 10, None, None),
        (LAST, 10, 9, FaultCode.SHRANK),
        (LAST, 10, 10, None),
        (LAST, 10, 16, FaultCode.FAR_FROM_LAST),
        (DOWN, 10, 9, None),
        (DOWN, 10, 4, FaultCode.FAR_FROM_LAST),
    ],
)
def test_a_figure_is_held_against_the_period_before(
    row: Indicator, was: object, now: object, code: FaultCode | None
) -> None:
    told = found(form(row, now), {BEFORE: form(row, was)})
    assert [fault.code for fault in told] == ([code] if code else [])
    assert {fault.cell for fault in told} <= {"I6"}
    if told:
        about = said(told[0])
        assert (about["isi"], about["semula"], about["periode"]) == (str(now), str(was), BEFORE)


def test_a_change_is_told_with_its_way_and_its_share() -> None:
    (fell,) = found(form(ROW, 4), {BEFORE: form(ROW, 10)})
    (rose,) = found(form(ROW, 24), {BEFORE: form(ROW, 10)})
    assert (said(fell)["arah"], said(fell)["beda"]) == ("turun", "60.00")
    assert (said(rose)["arah"], said(rose)["beda"]) == ("naik", "140.00")


def test_a_position_of_another_year_may_be_lower() -> None:
    assert found(form(LAST, 9, 5), {"2025-TW4": form(LAST, 10, 90)}) == []


def test_what_was_spent_does_not_shrink_within_a_year() -> None:
    (told,) = found(form(ROW, 10, 19), {BEFORE: form(ROW, 10, 20)})
    assert (told.code, told.cell) == (FaultCode.SPENT_SHRANK, "N6")
    assert (said(told)["isi"], said(told)["semula"]) == ("19", "20")


def test_a_triwulan_is_held_against_its_months_where_all_were_gathered() -> None:
    months = {f"2026-0{n}": form(ROW, n) for n in (7, 8, 9)}
    assert found(form(ROW, 24), months) == []
    (told,) = found(form(ROW, 25), months)
    assert (told.code, said(told)["semula"]) == (FaultCode.NOT_THE_MONTHS, "24")
    assert found(form(ROW, 25), dict(list(months.items())[:2])) == []  # a sum of two is no rival


@pytest.mark.parametrize(
    ("row", "actual", "spent", "code"),
    [
        (PERCENT, "100.01", None, FaultCode.NOT_A_PART),
        (PERCENT, "-0.5", None, FaultCode.NOT_A_PART),
        (PERCENT, 100, 100, None),
        (ROW, 101, None, None),
        (ROW, 1, "100.5", FaultCode.OVER_BUDGET),
    ],
)
def test_a_figure_is_held_against_what_is_known_of_it(
    row: Indicator, actual: object, spent: object, code: FaultCode | None
) -> None:
    told = found(form(row, actual, spent), {})
    assert [fault.code for fault in told] == ([code] if code else [])
    assert {fault.weight for fault in told} <= {Weight.WARNING}


@pytest.mark.parametrize(
    ("unit", "base"),
    [
        ("desa (dari 82)", D(82)),
        ("Dari 1.200 orang", D(1200)),
        ("desa", None),
        ("% dari 82 desa", None),
        ("laporan dari desa", None),
        ("dari 1.2.3", None),
    ],
)
def test_how_many_there_are_stands_in_the_unit(unit: str, base: Decimal | None) -> None:
    assert base_of(replace(ROW, unit=unit)) == base


def test_more_than_there_are_is_sent_back() -> None:
    row = replace(ROW, unit="desa (dari 82)")
    assert above_base(form(row, 82), "DATA") == ()
    (told,) = above_base(form(row, 83), "DATA")
    assert (told.code, told.cell, told.weight) == (FaultCode.ABOVE_BASE, "I6", Weight.ERROR)
    assert (said(told)["isi"], said(told)["paling"]) == ("83", "82")


@pytest.mark.parametrize(
    ("now", "codes"),
    [
        ((TLHP,), []),
        ((replace(TLHP, number="700 / 1", deposited=D(50)),), []),
        ((replace(TLHP, recommendation_value=D(49)),), [FaultCode.TLHP_VALUE]),
        ((replace(TLHP, deposited=D(19)),), [FaultCode.TLHP_DEPOSIT]),
        ((replace(TLHP, deposited=D(5)), replace(TLHP, recommendation_value=None)), []),
        ((replace(TLHP, number="700/2"),), [FaultCode.LHP_GONE]),
        ((), [FaultCode.LHP_GONE]),
    ],
    ids=["same", "paid", "worth less", "paid back", "split", "another", "empty"],
)
def test_a_register_follows_from_the_one_before(
    now: tuple[TlhpRow, ...], codes: list[FaultCode]
) -> None:
    told = found(form(ROW, 1, tlhp=now), {BEFORE: form(ROW, 1, tlhp=(TLHP,))})
    assert [fault.code for fault in told] == codes
    assert {fault.sheet for fault in told} <= {"TLHP"}


def row(number: int, **more: object) -> TlhpRow:
    cells = (("recommendation_value", f"G{number}"), ("deposited", f"I{number}"))
    return replace(TLHP, recommendation=f"Saran {number}", cells=cells, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("now", "cell", "summed", "figures"),
    [
        ((row(6, recommendation_value=D(40)), row(7)), "G6", "G6, G7", ("90", "100")),
        ((row(6), row(7, deposited=D(19))), "I7", "I6, I7", ("39", "40")),
        ((row(6),), "G6", None, ("50", "100")),
        ((row(6), row(7), row(8)), "G6", "G6, G7, G8", ("150", "100")),  # none is changed itself
    ],
)
def test_a_register_that_does_not_follow_is_told_by_its_cell_and_both_figures(
    now: tuple[TlhpRow, ...], cell: str, summed: str | None, figures: tuple[str, str]
) -> None:
    told, *_ = found(form(ROW, 1, tlhp=now), {BEFORE: form(ROW, 1, tlhp=(row(6), row(7)))})
    about = said(told)
    assert (told.sheet, told.cell) == ("TLHP", cell)
    assert (about.get("jumlah"), (about["isi"], about["semula"])) == (summed, figures)


def test_an_audit_that_is_gone_is_told_where_its_row_would_stand_with_what_was_left() -> None:
    past = {BEFORE: form(ROW, 1, tlhp=(TLHP, replace(TLHP, number="700/2")))}
    first, second = found(form(ROW, 1, next_tlhp="A9"), past)
    assert {first.cell, second.cell} == {"A9"}
    assert (said(first)["lhp"], said(second)["lhp"]) == ("700/1", "700/2")
    assert said(first)["sisa"] == "30"


def test_what_was_settled_need_not_be_listed_again() -> None:
    done = replace(TLHP, status=TlhpStatus.DONE)
    assert found(form(ROW, 1), {BEFORE: form(ROW, 1, tlhp=(done,))}) == []


def test_an_audit_with_findings_is_followed_up() -> None:
    before = form(ROW, 1, lhp=(LhpRow("700/8", findings=D(2)), LhpRow("700/9", findings=D(0))))
    (told,) = found(form(ROW, 1), {BEFORE: before})
    assert (told.code, said(told)["lhp"]) == (FaultCode.LHP_GONE, "700/8")
    assert found(form(ROW, 1, tlhp=(replace(TLHP, number="700/8"),)), {BEFORE: before}) == []


def test_formulas_moved_rows_and_columns_put_in_are_only_told() -> None:
    second = Figure(replace(ROW, number=2, name="Kota"), D(1), actual_at="I6")
    now = form(ROW, 1, formulas=("DATA I6", "DATA N6"), strays=("DATA: catatan",))
    told = found(replace(now, figures=(second, *now.figures)), {})
    assert [(f.code, f.weight) for f in told] == [
        (FaultCode.COMPUTED, Weight.NOTE),
        (FaultCode.MOVED, Weight.NOTE),
        (FaultCode.STRAY, Weight.NOTE),
    ]
    assert said(told[0])["sel"] == "DATA I6, DATA N6"
    assert said(told[1])["nomor"] == "1"
