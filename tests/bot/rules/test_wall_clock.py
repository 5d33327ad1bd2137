from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules.hours import Span
from bot.rules.wall_clock import in_utc

WHOLE_DAY = (Span(0, 1440),)
NIGHT = (Span(60, 120), Span(120, 240))


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 3, 28), 24),
        (date(2026, 3, 29), 23),  # 02.00 to 03.00 is skipped
        (date(2026, 10, 25), 25),  # 02.00 to 03.00 comes twice
    ],
)
def test_a_whole_day_is_one_segment_even_when_the_clock_changes(day: date, hours: int) -> None:
    [(opens, closes)] = in_utc(day, WHOLE_DAY, ZoneInfo("Europe/Berlin"))
    assert closes - opens == timedelta(hours=hours)


def test_a_day_that_a_zone_left_out_has_no_hours() -> None:
    assert in_utc(date(2011, 12, 30), WHOLE_DAY, ZoneInfo("Pacific/Apia")) == []


def test_hours_that_meet_are_one_segment_and_lie_in_utc() -> None:
    assert in_utc(date(2026, 11, 23), NIGHT, ZoneInfo("Asia/Makassar")) == [
        (datetime(2026, 11, 22, 17, tzinfo=UTC), datetime(2026, 11, 22, 20, tzinfo=UTC))
    ]


def test_hours_are_told_in_their_order_however_they_are_listed() -> None:
    late_first = (Span(780, 960), Span(450, 720))
    segments = in_utc(date(2026, 11, 23), late_first, ZoneInfo("Asia/Makassar"))
    assert segments == sorted(segments)
    assert len(segments) == 2
