"""What a recap's figures were before: the trend of its means, and how each indicator moved."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.rules.achievement import Direction, Method
from bot.rules.background import Background
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator, OfficeFormat
from bot.rules.periods import Period, parse
from bot.rules.recap import Heading, Recap, compile_recap
from bot.rules.sop import Seat
from bot.rules.trends import POINTS, changes, trend

AT = datetime(2026, 11, 24, 1, tzinfo=UTC)
SEATS = (Seat("a", "bidang", "Bidang I"), Seat("b", "bidang", "Bidang II"))
NOW = parse("2026-TW3")


def asked(direction: Direction = Direction.UP, method: Method = Method.LAST) -> Indicator:
    ten = Decimal(10)
    return Indicator(1, "S", "Desa maju", "desa", direction, method, ten, ten, None, None, "a")


def filled(indicator: Indicator, actual: int | None, seat: str = "a") -> dict[str, FilledForm]:
    figure = Figure(indicator, None if actual is None else Decimal(actual))
    return {seat: FilledForm(FormMark(1, 1, seat, 1), (figure,))}


def recap_of(
    now: int | None,
    *before: tuple[str, int | None],
    indicator: Indicator | None = None,
    seat: str = "a",
    period: Period = NOW,
) -> Recap:
    row = indicator or asked()
    history = tuple((parse(key), filled(row, actual, seat)) for key, actual in before)
    heading = Heading(("DINAS",), period, "Asia/Makassar", AT)
    return compile_recap(
        heading, OfficeFormat((row,)), SEATS, (), filled(row, now), (), "",
        Background(history=history),
    )  # fmt: skip


def test_the_trend_runs_from_the_oldest_to_this_recap() -> None:
    points = trend(recap_of(9, ("2026-TW2", 6), ("2026-TW1", 3)))
    assert [(point.period.key, point.means.raw) for point in points] == [
        ("2026-TW1", 30), ("2026-TW2", 60), ("2026-TW3", 90),
    ]  # fmt: skip


def test_there_is_no_trend_without_an_earlier_period_of_the_same_length() -> None:
    assert trend(recap_of(9)) == ()
    assert trend(recap_of(9, ("2026-08", 6))) == ()


def test_a_trend_keeps_to_the_newest_periods() -> None:
    long = [(f"{year}-TW{n}", n) for year in (2023, 2024, 2025) for n in (1, 2, 3, 4)]
    points = trend(recap_of(9, *reversed(long)))
    assert len(points) == POINTS
    assert points[0].period.key == "2024-TW2"


@pytest.mark.parametrize(
    ("direction", "now", "before", "difference", "better"),
    [
        (Direction.UP, 9, 6, 3, True),
        (Direction.UP, 6, 9, -3, False),
        (Direction.DOWN, 6, 9, -3, True),
        (Direction.UP, 6, 6, 0, None),
        (Direction.UP, None, 6, None, None),
        (Direction.UP, 6, None, None, None),
    ],
)
def test_a_change_is_better_by_the_indicator_s_direction(
    direction: Direction,
    now: int | None,
    before: int | None,
    difference: int | None,
    *,
    better: bool,
) -> None:
    (change,) = changes(recap_of(now, ("2026-TW2", before), indicator=asked(direction)))
    assert (change.difference, change.better) == (difference, better)


def test_nothing_is_told_of_an_indicator_without_data_in_either_period() -> None:
    assert changes(recap_of(None, ("2026-TW2", None))) == ()


def test_a_month_s_sum_is_not_held_against_a_triwulan_s() -> None:
    summed = asked(method=Method.SUM)
    assert changes(recap_of(9, ("2026-06", 3), indicator=summed)) == ()
    assert len(changes(recap_of(9, ("2026-06", 3)))) == 1


def test_an_indicator_that_moved_to_another_seat_keeps_its_last_value() -> None:
    (change,) = changes(recap_of(9, ("2026-TW2", 6), seat="b"))
    assert change.before.actual == 6
