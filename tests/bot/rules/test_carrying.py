"""Targets and values that pass from months to a triwulan and back."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.rules.achievement import Direction, Method, RolledUp
from bot.rules.carrying import carried_format, comparable, earlier, last_value, leads_up_to
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator, OfficeFormat
from bot.rules.periods import Period, parse

UP = Direction.UP
ROW = Indicator(
    1,
    "Sasaran",
    "Desa dilatih",
    "orang",
    UP,
    Method.SUM,
    Decimal(400),
    Decimal(100),
    None,
    None,
    "a",
)


def asked(method: Method, target: str = "100") -> Indicator:
    return replace(ROW, method=method, target_period=Decimal(target))


def came(key: str, actual: str | None, row: Indicator = ROW) -> tuple[Period, FilledForm]:
    figure = Figure(row, None if actual is None else Decimal(actual), Decimal(5))
    return parse(key), FilledForm(FormMark(1, 1, "a", 1), (figure,))


@pytest.mark.parametrize(
    ("method", "target", "since", "to", "carried"),
    [
        (Method.SUM, "100", "2026-TW3", "2026-TW4", "100"),
        (Method.SUM, "100", "2026-07", "2026-11", "100"),
        (Method.SUM, "100", "2026-TW3", "2026-07", "33"),
        (Method.SUM, "100", "2026-TW3", "2026-08", "34"),
        (Method.SUM, "100", "2026-TW3", "2026-12", "33"),
        (Method.SUM, "1.00", "2026-TW3", "2026-10", "0.33"),
        (Method.SUM, "33", "2026-10", "2026-TW4", "99"),
        (Method.MEAN, "5", "2026-TW3", "2026-10", "5"),
        (Method.LAST, "42.68", "2026-TW3", "2026-10", "42.68"),
        (Method.LAST, "42.68", "2026-10", "2027-TW1", "42.68"),
    ],
)
def test_only_the_target_of_a_sum_changes_with_the_length_of_the_period(
    method: Method, target: str, since: str, to: str, carried: str
) -> None:
    form = OfficeFormat((asked(method, target),))
    (row,) = carried_format(form, parse(since), parse(to)).indicators
    assert row.target_period == Decimal(carried)
    assert replace(row, target_period=Decimal(target)) == asked(method, target)


@pytest.mark.parametrize("target", ["100", "7", "0.01", "123456789012345678.55"])
def test_the_months_of_a_triwulan_add_up_to_its_target_again(target: str) -> None:
    form = OfficeFormat((asked(Method.SUM, target),))
    months = [
        carried_format(form, parse("2026-TW2"), Period("bulan", 2026, month)).indicators[0]
        for month in (10, 11, 12)
    ]
    assert str(sum(row.target_period for row in months)) == target


@pytest.mark.parametrize(
    ("one", "other", "leads"),
    [
        ("2026-TW2", "2026-TW3", True),
        ("2026-09", "2026-TW3", True),
        ("2026-07", "2026-TW3", True),
        ("2026-06", "2026-TW3", True),
        ("2026-10", "2026-TW3", False),
        ("2026-TW3", "2026-TW3", False),
        ("2026-TW3", "2026-09", False),  # it is not over when September is asked for
        ("2026-TW3", "2026-08", False),
        ("2026-TW2", "2026-08", True),
        ("2027-01", "2026-TW3", False),
    ],
)
def test_what_leads_up_to_a_period_is_over_before_it_or_a_month_of_it(
    one: str, other: str, leads: bool
) -> None:
    assert leads_up_to(parse(one), parse(other)) is leads


def test_the_last_value_is_of_the_same_kind_of_period_where_there_is_one() -> None:
    forms = [came("2026-TW1", "10"), came("2026-06", "7"), came("2026-TW4", "99")]
    found = earlier(forms, ROW, parse("2026-TW3"))
    assert found is not None
    assert (found.period, found.actual, found.spent) == (parse("2026-TW1"), Decimal(10), Decimal(5))
    assert found.rolled is None
    assert comparable(found, ROW, parse("2026-TW3"))


def test_else_it_is_of_the_newest_period_and_a_month_s_sum_is_not_compared() -> None:
    forms = [came("2026-05", "4"), came("2026-06", None)]
    found = earlier(forms, ROW, parse("2026-TW3"))
    assert found is not None
    assert (found.period, found.actual) == (parse("2026-06"), None)
    assert not comparable(found, ROW, parse("2026-TW3"))
    assert comparable(found, asked(Method.LAST), parse("2026-TW3"))


@pytest.mark.parametrize(
    ("method", "months", "rolled"),
    [
        (Method.SUM, {"07": "10", "08": "20", "09": "30"}, RolledUp(Decimal(60), 3, 3)),
        (Method.MEAN, {"07": "10", "08": "20", "09": "30"}, RolledUp(Decimal(20), 3, 3)),
        (Method.LAST, {"07": "10", "08": "20", "09": "30"}, RolledUp(Decimal(30), 3, 3)),
        (Method.SUM, {"07": "10", "09": None}, RolledUp(Decimal(10), 1, 3)),
        (Method.MEAN, {"08": "20"}, RolledUp(Decimal(20), 1, 3)),
        (Method.LAST, {"07": "10", "08": "20", "09": None}, RolledUp(Decimal(20), 2, 3)),
        (Method.SUM, {"09": None}, RolledUp(None, 0, 3)),
    ],
)
def test_the_months_of_a_triwulan_roll_up_by_the_way_the_indicator_is_counted(
    method: Method, months: dict[str, str | None], rolled: RolledUp
) -> None:
    row = asked(method)
    forms = [came(f"2026-{month}", actual, row) for month, actual in months.items()]
    found = earlier([*forms, came("2026-TW2", "50", row)], row, parse("2026-TW3"))
    assert found is not None
    assert (found.period, found.rolled) == (parse("2026-TW2"), rolled)


def test_an_indicator_is_known_by_its_name_wherever_it_stands_in_the_format() -> None:
    moved = replace(ROW, number=7, name="desa  Dilatih")
    other = replace(ROW, name="Desa dilatih ulang")
    found = earlier([came("2026-TW2", "50", moved)], ROW, parse("2026-TW3"))
    assert found is not None
    assert found.actual == 50
    assert earlier([came("2026-TW2", "50", other)], ROW, parse("2026-TW3")) is None
    assert earlier([], ROW, parse("2026-TW3")) is None


@pytest.mark.parametrize(("asked_now", "actual"), [("a", 7), ("b", 9), ("c", 7)])
def test_the_last_value_is_the_seat_s_own_where_several_have_such_an_indicator(
    asked_now: str, actual: int
) -> None:
    when, mine = came("2026-TW2", "7")
    theirs = came("2026-TW2", "9", replace(ROW, seat="b"))[1]
    history = [(when, {"a": mine, "b": theirs})]
    found = last_value(history, replace(ROW, seat=asked_now), parse("2026-TW3"))
    assert found is not None
    assert found.actual == actual
