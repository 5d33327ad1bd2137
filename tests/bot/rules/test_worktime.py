import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendars.file import load_calendar
from bot.rules.calendar import WorkCalendar
from bot.rules.hours import Span
from bot.rules.special_days import Closure
from bot.rules.worktime import (
    CalendarClosed,
    WorkUnit,
    add_minutes,
    in_minutes,
    late_word_time,
    minutes_between,
    next_opening,
    own_word_time,
    speaking_time,
)

DATA = Path(__file__).parents[2] / "data"
VECTORS = json.loads((DATA / "worktime_vectors.json").read_text(encoding="utf-8"))["vectors"]
JENEPONTO = load_calendar()
MONDAY = (Span.parse("07.30-12.00"), Span.parse("13.00-16.00"))
FRIDAY = (Span.parse("07.30-11.30"), Span.parse("13.00-16.30"))
WEEK = (MONDAY, MONDAY, MONDAY, MONDAY, FRIDAY, (), ())
PLAIN = WorkCalendar("Asia/Makassar", WEEK)
ALWAYS = ((Span(0, 1440),),) * 7
NEVER = ((),) * 7


def wita(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Makassar"))


def berlin(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v['start']} +{v['minutes']}")
def test_every_known_limit_comes_out(vector):
    limit = add_minutes(JENEPONTO, wita(vector["start"]), vector["minutes"])
    assert limit == wita(vector["due"])
    assert limit.tzinfo is UTC


def test_a_run_used_to_its_limits_ends_as_the_sop_foretells():
    limit, limits = wita("2026-11-23 07:30"), []
    for minutes in (5, 5, 10, 480, 480, 480):
        limit = add_minutes(JENEPONTO, limit, minutes)
        limits.append(limit)
    assert limits == [
        wita("2026-11-23 07:35"),
        wita("2026-11-23 07:40"),
        wita("2026-11-23 07:50"),
        wita("2026-11-24 08:20"),
        wita("2026-11-25 08:50"),
        wita("2026-11-26 09:20"),
    ]


@pytest.mark.parametrize(
    ("start", "minutes", "expected"),
    [
        ("2026-11-23 11:50", 10, "2026-11-23 12:00"),  # ends with the segment, not after the break
        ("2026-11-23 11:50", 11, "2026-11-23 13:01"),
        ("2026-11-23 07:30", 450, "2026-11-23 16:00"),  # a whole day ends that day
        ("2026-11-27 16:30", 1, "2026-11-30 07:31"),
        ("2026-11-23 12:20", 0, "2026-11-23 13:00"),
        ("2026-11-23 12:00", 0, "2026-11-23 13:00"),
        ("2026-11-23 09:00", 0, "2026-11-23 09:00"),
        ("2026-11-23 13:05", -10, "2026-11-23 11:55"),
        ("2026-11-23 12:30", -270, "2026-11-23 07:30"),  # back to the start, not the day before
        ("2026-11-23 16:00", -180, "2026-11-23 13:00"),  # nor into the break
        ("2026-11-23 07:30", -1, "2026-11-20 16:29"),
        ("2026-11-22 10:00", -450, "2026-11-20 07:30"),
        ("2026-11-24 08:20", -480, "2026-11-23 07:50"),
    ],
)
def test_minutes_are_counted_in_working_hours_only(start, minutes, expected):
    assert add_minutes(PLAIN, wita(start), minutes) == wita(expected)


def test_seconds_of_the_start_stay_in_the_limit():
    assert add_minutes(PLAIN, wita("2026-11-23 11:58:30"), 5) == wita("2026-11-23 13:03:30")


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2026-11-23 11:00", "2026-11-23 14:00", 120),  # a break is not counted
        ("2026-11-23 07:30", "2026-11-30 07:30", 2250),  # 37 h 30 min a week
        ("2026-11-23 08:00:30", "2026-11-23 08:02:00", 1),  # whole minutes only
        ("2026-11-23 11:59:30", "2026-11-23 13:00:30", 1),
        ("2026-11-23 09:00", "2026-11-23 09:00", 0),
        ("2026-11-24 09:00", "2026-11-23 09:00", 0),
        ("2026-11-23 15:00", "2026-11-23 09:00", 0),
        ("2026-11-21 00:00", "2026-11-22 23:00", 0),
    ],
)
def test_a_span_holds_its_whole_working_minutes(start, end, minutes):
    assert minutes_between(PLAIN, wita(start), wita(end)) == minutes


def test_ramadan_has_six_and_a_half_hours_and_ends_with_its_last_day():
    assert minutes_between(JENEPONTO, wita("2027-02-15 00:00"), wita("2027-02-20 00:00")) == 1950
    assert minutes_between(JENEPONTO, wita("2027-03-16 00:00"), wita("2027-03-17 00:00")) == 450


@pytest.mark.parametrize(
    ("at", "working", "opening", "speaking"),
    [
        ("2026-11-23 09:00", True, "2026-11-23 09:00", "2026-11-23 09:00"),
        ("2026-11-23 07:30", True, "2026-11-23 07:30", "2026-11-23 07:30"),
        ("2026-11-23 12:00", False, "2026-11-23 13:00", "2026-11-23 13:15"),
        ("2026-11-23 16:00", False, "2026-11-24 07:30", "2026-11-24 07:45"),
        ("2026-11-21 10:00", False, "2026-11-23 07:30", "2026-11-23 07:45"),
    ],
)
def test_others_are_told_in_working_hours(at, working, opening, speaking):
    assert next_opening(PLAIN, wita(at)) == wita(opening)
    assert (at == opening) is working
    assert speaking_time(PLAIN, wita(at)) == wita(speaking)


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-11-23 07:00", "2026-11-23 07:45"),
        ("2026-11-23 07:30", "2026-11-23 07:45"),
        ("2026-11-23 07:44:59", "2026-11-23 07:45"),
        ("2026-11-23 07:45", "2026-11-23 07:45"),
        ("2026-11-23 11:59", "2026-11-23 11:59"),
        ("2026-11-23 12:10", "2026-11-23 13:15"),
        ("2026-11-23 13:01", "2026-11-23 13:01"),  # the break has no apel
        ("2026-11-23 16:00", "2026-11-24 07:45"),
        ("2026-11-28 07:31", "2026-11-30 07:45"),
    ],
)
def test_by_itself_the_bot_speaks_only_after_the_day_s_first_minutes(at, told):
    assert own_word_time(PLAIN, wita(at)) == wita(told)


@pytest.mark.parametrize(
    ("since", "at", "told"),
    [
        ("2026-11-23 15:55", "2026-11-23 15:56", "2026-11-23 15:56"),
        ("2026-11-23 15:55", "2026-11-23 21:30", "2026-11-24 07:45"),
        ("2026-11-23 15:55", "2026-11-24 07:31", "2026-11-24 07:45"),
        ("2026-11-23 11:55", "2026-11-23 12:10", "2026-11-23 13:15"),
        ("2026-11-23 11:55", "2026-11-23 13:01", "2026-11-23 13:01"),
        ("2026-11-24 07:30", "2026-11-24 07:31", "2026-11-24 07:31"),  # an act of this day
    ],
)
def test_what_could_not_be_told_waits_for_the_next_working_time(since, at, told):
    assert late_word_time(PLAIN, wita(since), wita(at)) == wita(told)


def test_the_first_word_falls_within_a_segment_shorter_than_the_delay():
    short = ((Span.parse("08.00-08.10"), Span.parse("09.00-10.00")),) * 7
    calendar = WorkCalendar("Asia/Makassar", short, first_word_delay=15)
    told = speaking_time(calendar, wita("2026-11-23 07:00"))
    assert told == wita("2026-11-23 08:09")
    assert speaking_time(calendar, told) == own_word_time(calendar, told) == told
    assert own_word_time(calendar, wita("2026-11-23 08:09:30")) == wita("2026-11-23 08:09:30")


@pytest.mark.parametrize(
    ("at", "minutes", "expected"),
    [
        ("2026-03-29 00:00", 180, "2026-03-29 04:00"),  # 02.00 to 03.00 is skipped
        ("2026-10-25 00:00", 240, "2026-10-25 03:00"),  # 02.00 to 03.00 comes twice
        ("2026-10-26 00:00", -25 * 60, "2026-10-25 00:00"),
    ],
)
def test_an_hour_that_the_clock_skips_or_repeats_is_counted_as_it_passes(at, minutes, expected):
    calendar = WorkCalendar("Europe/Berlin", ALWAYS)
    assert add_minutes(calendar, berlin(at), minutes) == berlin(expected)


def test_a_calendar_without_working_time_is_refused():
    closed = WorkCalendar("Asia/Makassar", NEVER)
    for ask in (lambda: add_minutes(closed, wita("2026-11-23 08:00"), 5),
                lambda: add_minutes(closed, wita("2026-11-23 08:00"), -5),
                lambda: next_opening(closed, wita("2026-11-23 08:00")),
                lambda: in_minutes(1, WorkUnit.DAY, closed)):  # fmt: skip
        with pytest.raises(CalendarClosed):
            ask()
    assert minutes_between(closed, wita("2026-11-23 08:00"), wita("2026-12-23 08:00")) == 0


def test_an_office_closed_for_a_year_still_gets_its_limit():
    year = tuple(Closure(date(2026, 1, 1) + timedelta(days=n), "renovasi") for n in range(365))
    calendar = replace(PLAIN, closures=year)
    assert add_minutes(calendar, wita("2025-12-31 16:00"), 1) == wita("2027-01-01 07:31")


@pytest.mark.parametrize(
    ("amount", "unit", "minutes"),
    [
        (61, WorkUnit.SECOND, 2),  # a started minute counts
        (480, WorkUnit.MINUTE, 480),
        (2, WorkUnit.HOUR, 120),
        (Decimal("1.5"), WorkUnit.HOUR, 90),
        (1, WorkUnit.DAY, 450),
        (2, WorkUnit.WEEK, 4500),
        (1, WorkUnit.MONTH, 9900),
    ],
)
def test_a_sops_time_is_read_in_working_minutes(amount, unit, minutes):
    assert in_minutes(amount, unit, PLAIN) == minutes


def test_a_day_is_the_first_weekday_worked_where_monday_is_free():
    assert in_minutes(1, WorkUnit.DAY, replace(PLAIN, week=((), FRIDAY[:1], *WEEK[2:]))) == 240


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        add_minutes(PLAIN, wita("2026-11-23 08:00").replace(tzinfo=None), 5)


# The same questions answered slowly: each minute's wall clock is looked at on its own.

ZONES = ("Asia/Makassar", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Africa/Cairo")
DAYS = tuple(
    datetime(*day, tzinfo=UTC)
    for day in ((2026, 3, 28), (2026, 10, 24), (2026, 3, 7), (2026, 10, 29), (2026, 4, 23))
)


@st.composite
def calendars(draw):
    edges = st.lists(st.integers(0, 96), min_size=0, max_size=6, unique=True).map(sorted)
    week = tuple(
        tuple(Span(15 * a, 15 * b) for a, b in zip(hours[::2], hours[1::2], strict=False))
        for hours in (draw(edges) for _ in range(7))
    )
    return WorkCalendar(draw(st.sampled_from(ZONES)), week)


def slowly_working(calendar, at):
    local = at.astimezone(ZoneInfo(calendar.zone))
    minute = local.hour * 60 + local.minute
    return any(span.opens <= minute < span.closes for span in calendar.week[local.weekday()])


starts = st.builds(
    lambda day, n: day + timedelta(minutes=n), st.sampled_from(DAYS), st.integers(0, 1440)
)


@settings(max_examples=60)
@given(calendars(), starts, st.integers(0, 3 * 1440))
def test_minutes_between_agrees_with_a_slow_count(calendar, start, length):
    slowly = sum(slowly_working(calendar, start + timedelta(minutes=n)) for n in range(length))
    assert minutes_between(calendar, start, start + timedelta(minutes=length)) == slowly


@settings(max_examples=60)
@given(calendars(), starts, st.integers(1, 3000), st.sampled_from((1, -1)))
def test_added_minutes_end_with_the_working_minute_that_a_slow_count_finds(
    calendar, start, minutes, step
):
    at, left = start, minutes
    for _ in range(6 * 1440):
        left -= slowly_working(calendar, at if step > 0 else at - timedelta(minutes=1))
        at += step * timedelta(minutes=1)
        if not left:
            assert add_minutes(calendar, start, step * minutes) == at
            return


@settings(max_examples=60)
@given(calendars().filter(lambda calendar: any(calendar.week)), starts)
def test_the_next_opening_is_the_first_working_minute_and_telling_waits_for_it(calendar, start):
    at = start
    while not slowly_working(calendar, at):
        at += timedelta(minutes=1)
    assert next_opening(calendar, start) == at
    told = speaking_time(calendar, start)
    assert told >= at
    assert slowly_working(calendar, told)
    assert minutes_between(calendar, at, told) <= calendar.first_word_delay
    assert speaking_time(calendar, told) == told


def slow_first_word(calendar, day):
    """The delay after the first working minute of this local day, or its segment's last minute."""
    zone, minute = ZoneInfo(calendar.zone), timedelta(minutes=1)
    local = day.astimezone(zone)
    at = local.replace(hour=0, minute=0, fold=0).astimezone(UTC)
    while not slowly_working(calendar, at):
        at += minute
    for _ in range(calendar.first_word_delay):
        later = at + minute
        if slowly_working(calendar, later) and later.astimezone(zone).date() == local.date():
            at = later
    return at


@settings(max_examples=60)
@given(calendars().filter(lambda calendar: any(calendar.week)), starts)
def test_the_bot_says_nothing_by_itself_before_a_day_s_first_word(calendar, start):
    told = own_word_time(calendar, start)
    assert slowly_working(calendar, told)
    assert told == max(speaking_time(calendar, start), slow_first_word(calendar, told))
    assert minutes_between(calendar, start, told) <= calendar.first_word_delay
    assert own_word_time(calendar, told) == told


@settings(max_examples=60)
@given(starts, starts)
def test_a_late_word_goes_when_the_bot_may_speak_by_itself_or_follows_this_day_s_act(one, other):
    since, at = sorted((one, other))
    late = late_word_time(JENEPONTO, since, at)
    assert speaking_time(JENEPONTO, at) <= late <= own_word_time(JENEPONTO, at)
    assert late_word_time(JENEPONTO, late, late) == late


@settings(max_examples=60)
@given(starts, st.integers(1, 10**6))
def test_minutes_added_are_the_minutes_between(start, minutes):
    assert minutes_between(JENEPONTO, start, add_minutes(JENEPONTO, start, minutes)) == minutes
