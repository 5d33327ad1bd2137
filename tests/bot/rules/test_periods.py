from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.periods import NotAPeriod, Period, offered, parse, period_of

kinds = st.sampled_from(("bulan", "triwulan"))
days = st.dates(date(2001, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    ("period", "start", "end", "key"),
    [
        (Period("triwulan", 2026, 3), date(2026, 7, 1), date(2026, 9, 30), "2026-TW3"),
        (Period("triwulan", 2026, 4), date(2026, 10, 1), date(2026, 12, 31), "2026-TW4"),
        (Period("bulan", 2026, 10), date(2026, 10, 1), date(2026, 10, 31), "2026-10"),
        (Period("bulan", 2028, 2), date(2028, 2, 1), date(2028, 2, 29), "2028-02"),
        (Period("bulan", 9999, 12), date(9999, 12, 1), date(9999, 12, 31), "9999-12"),
    ],
)
def test_a_period_knows_its_days_and_its_key(period, start, end, key):
    assert (period.start, period.end, period.key) == (start, end, key)
    assert parse(key) == period


@pytest.mark.parametrize(
    "key",
    ["", "2026", "2026-TW0", "2026-TW5", "2026-13", "2026-00", "2026-1", "1999-01", "26-TW1",
     "2026-TW3 ", "2026-TW3\n", "2026-tw3", "٢٠٢٦-01"],
)  # fmt: skip
def test_another_key_is_refused(key):
    with pytest.raises(NotAPeriod):
        parse(key)


@pytest.mark.parametrize(
    ("kind", "year", "number"),
    [("triwulan", 2026, 5), ("triwulan", 2026, 0), ("bulan", 2026, 13), ("bulan", 1999, 1)],
)
def test_a_period_outside_its_year_is_refused(kind, year, number):
    with pytest.raises(NotAPeriod):
        Period(kind, year, number)


def test_completed_periods_are_offered_before_running_ones():
    keys = [period.key for period in offered(date(2026, 11, 23))]
    assert keys == ["2026-TW3", "2026-10", "2026-TW4", "2026-11"]


def test_in_january_the_last_year_is_offered():
    keys = [period.key for period in offered(date(2027, 1, 4))]
    assert keys == ["2026-TW4", "2026-12", "2027-TW1", "2027-01"]


def test_only_the_kinds_of_the_sop_are_offered():
    keys = [period.key for period in offered(date(2026, 11, 23), ["bulan"])]
    assert keys == ["2026-10", "2026-11"]


def test_periods_are_sorted_by_their_end_and_the_longer_first():
    keys = ["2026-10", "2026-TW3", "2026-09", "2026-TW4", "2025-12"]
    assert [p.key for p in sorted(map(parse, keys))] == [
        "2025-12", "2026-TW3", "2026-09", "2026-10", "2026-TW4",
    ]  # fmt: skip
    assert max(parse("2026-TW3"), parse("2026-10")) == parse("2026-10")


@given(days, kinds)
def test_every_day_lies_in_its_period_and_the_one_before_ends_the_day_before(day, kind):
    period = period_of(day, kind)
    assert period.start <= day <= period.end
    assert period.previous().end == period.start - timedelta(days=1)
    assert period.previous() < period
    assert parse(period.key) == period
