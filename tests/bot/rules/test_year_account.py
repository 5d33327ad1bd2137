"""Months become triwulan and triwulan a year, and what is missing is named, never 0."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.achievement import Achievement, Direction, Method, NoRatio
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator
from bot.rules.gathered import Gathered
from bot.rules.periods import Period, parse
from bot.rules.quarter_figures import Gap
from bot.rules.year_account import YearRow, year_account

YEAR_END = parse("2026-TW4")


def asked(
    name: str = "Aparatur dilatih",
    unit: str = "orang",
    method: Method = Method.SUM,
    seat: str = "a",
    target_year: str = "400",
    number: int = 1,
) -> Indicator:
    up, target = Direction.UP, Decimal(100)
    year = Decimal(target_year)
    return Indicator(number, "S", name, unit, up, method, year, target, None, None, seat)


def told(key: str, *words: tuple[Indicator, str | None]) -> Gathered:
    """A run in which the indicators' seats say so much of them; None is belum ada data."""
    forms: dict[str, FilledForm] = {}
    for row, actual in words:
        figure = Figure(
            row, None if actual is None else Decimal(actual), actual_at=f"I{row.number}"
        )
        form = forms.get(row.seat, FilledForm(FormMark(1, 1, row.seat, 1), ()))
        forms[row.seat] = replace(form, figures=(*form.figures, figure))
    return Gathered(parse(key), forms)


def only(row: Indicator, *runs: Gathered, until: Period = YEAR_END) -> YearRow:
    return year_account([row], runs, until).rows[0]


def cents(row: YearRow) -> list[Decimal | Gap]:
    return [quarter.value for quarter in row.quarters]


@pytest.mark.parametrize(
    ("method", "year"),
    [(Method.SUM, 60), (Method.MEAN, 20), (Method.LAST, 30)],
)
def test_triwulan_become_a_year_by_how_the_indicator_counts(method: Method, year: int) -> None:
    row = asked(method=method)
    runs = [
        told("2026-TW1", (row, "10")),
        told("2026-TW2", (row, "20")),
        told("2026-TW4", (row, "30")),
    ]
    found = only(row, *runs)
    assert cents(found) == [10, 20, Gap.NO_RUN, 30]
    assert (found.year.value, found.year.counted, found.year.parts) == (year, 3, 4)


def test_months_become_the_triwulan_that_was_not_gathered_itself() -> None:
    row = asked()
    runs = [
        told("2026-TW1", (row, "7")),
        told("2026-03", (row, "1000")),  # its triwulan was gathered itself
        told("2026-04", (row, "1")),
        told("2026-06", (row, "2")),
    ]
    found = only(row, *runs, until=parse("2026-06"))
    assert cents(found) == [7, 3, Gap.LATER, Gap.LATER]
    second = found.quarters[1]
    assert second.months is not None
    assert (second.months.counted, second.months.parts) == (2, 3)
    assert [(place.period.key, place.cell) for place in second.places] == [
        ("2026-04", "I1"),
        ("2026-06", "I1"),
    ]


def test_months_stand_in_where_the_triwulan_itself_has_no_data() -> None:
    row = asked()
    found = only(row, told("2026-02", (row, "4")), told("2026-TW1", (row, None)))
    assert found.quarters[0].value == 4


def test_what_is_missing_is_named_by_its_reason_and_counts_as_nothing() -> None:
    row, other = asked(), asked("Lain", seat="b")
    runs = [
        told("2026-TW1", (row, None)),
        told("2026-TW2", (other, "5")),
        told("2026-TW3", (asked("Lain", seat="a"), "5")),
    ]
    found = only(row, *runs, until=parse("2026-TW3"))
    assert cents(found) == [Gap.NO_DATA, Gap.NOT_HANDED_IN, Gap.NOT_ASKED, Gap.LATER]
    assert found.year.value is None
    assert found.achievement is NoRatio.NO_DATA


def test_a_unit_that_changed_makes_another_indicator_which_is_told_as_gone() -> None:
    old, new = asked(unit="desa"), asked(unit="%")
    account = year_account(
        [new], [told("2026-TW1", (old, "5")), told("2026-TW2", (new, "50"))], YEAR_END
    )
    assert cents(account.rows[0])[:2] == [Gap.NOT_ASKED, 50]
    assert [(row.indicator.unit, row.year.value) for row in account.gone] == [("desa", 5)]


def test_an_indicator_keeps_its_past_when_another_seat_takes_it_over() -> None:
    before, now = asked(seat="b"), asked(seat="a")
    account = year_account([now], [told("2026-TW1", (before, "5"))], YEAR_END)
    assert account.rows[0].quarters[0].value == 5
    assert account.gone == ()


def test_two_seats_with_an_indicator_of_one_name_never_tell_of_each_other_s() -> None:
    ours, theirs = asked(seat="a"), asked(seat="b", number=2)
    account = year_account([ours, theirs], [told("2026-TW1", (ours, "5"))], YEAR_END)
    assert [row.quarters[0].value for row in account.rows] == [5, Gap.NOT_HANDED_IN]


def test_an_indicator_that_a_seat_has_twice_is_known_by_its_number() -> None:
    first, second = asked(number=1), asked(number=2)
    account = year_account(
        [first, second], [told("2026-TW1", (second, "2"), (first, "1"))], YEAR_END
    )
    assert [row.quarters[0].value for row in account.rows] == [1, 2]


def test_the_year_is_judged_by_the_newest_target_and_every_change_of_it_is_known() -> None:
    old, new = asked(target_year="400"), asked(target_year="500")
    found = only(new, told("2026-TW1", (old, "100")), told("2026-TW2", (new, "150")))
    assert isinstance(found.achievement, Achievement)
    assert found.achievement.shown == 50
    assert [(period.key, target) for period, target in found.targets] == [
        ("2026-TW1", 400),
        ("2026-TW2", 500),
    ]


def test_the_year_before_is_accumulated_alike() -> None:
    row = asked()
    runs = [told("2025-TW1", (row, "3")), told("2025-12", (row, "4")), told("2026-TW1", (row, "9"))]
    before = only(row, *runs).before
    assert before is not None
    assert (before.year.value, before.year.counted, before.year.parts) == (7, 2, 4)
    assert only(row, told("2026-TW1", (row, "9"))).before is None


def test_spending_is_taken_as_it_stood_last() -> None:
    row = replace(asked(), programme="P", budget=Decimal(100))

    def spent(key: str, amount: int | None) -> Gathered:
        form = FilledForm(
            FormMark(1, 1, "a", 1),
            (Figure(row, Decimal(1), None if amount is None else Decimal(amount)),),
        )
        return Gathered(parse(key), {"a": form})

    found = only(row, spent("2026-TW1", 20), spent("2026-TW2", 60), spent("2026-TW3", None))
    assert found.last_spent is not None
    assert (found.last_spent.period.key, found.last_spent.spent) == ("2026-TW2", 60)
    assert isinstance(found.absorption, Achievement)
    assert found.absorption.shown == 60


AMOUNTS = st.none() | st.integers(-(10**6), 10**6)
MONTHS = st.dictionaries(st.integers(1, 12), AMOUNTS)
TRIWULAN = st.dictionaries(st.integers(1, 4), AMOUNTS)


@given(MONTHS, TRIWULAN, st.sampled_from(Method))
def test_the_year_equals_what_an_independent_count_gives(
    months: dict[int, int | None], triwulan: dict[int, int | None], method: Method
) -> None:
    row = asked(method=method)
    runs = [told(f"2026-{m:02}", (row, text(v))) for m, v in months.items()]
    runs += [told(f"2026-TW{q}", (row, text(v))) for q, v in triwulan.items()]
    found = only(row, *runs)
    expected = [independent(q, months, triwulan, method) for q in (1, 2, 3, 4)]
    assert [near(q.known) for q in found.quarters] == [near(value) for value in expected]
    assert near(found.year.value) == near(counted(expected, method))


def text(value: int | None) -> str | None:
    return None if value is None else str(value)


def independent(
    quarter: int, months: Mapping[int, int | None], own: Mapping[int, int | None], method: Method
) -> Fraction | None:
    value = own.get(quarter)
    if value is not None:
        return Fraction(value)
    three = [months.get(month) for month in range(quarter * 3 - 2, quarter * 3 + 1)]
    return counted([None if m is None else Fraction(m) for m in three], method)


def counted(values: list[Fraction | None], method: Method) -> Fraction | None:
    known = [value for value in values if value is not None]
    if not known:
        return None
    if method is Method.LAST:
        return known[-1]
    total = sum(known, Fraction(0))
    return total if method is Method.SUM else total / len(known)


def near(value: Decimal | Fraction | None) -> float | None:
    return None if value is None else round(float(value), 6)
