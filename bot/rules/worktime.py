"""Arithmetic in the office's working minutes; every instant is aware, and UTC comes out."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from bot.rules.calendar import WorkCalendar, WorkingDay
from bot.rules.wall_clock import Segment

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
IDLE_DAYS = 400
WEEK_DAYS = 5
MONTH_DAYS = 22  # assumed: the usual count of working days, whatever the month


class WorkUnit(StrEnum):
    """The units of a SOP's "mutu baku: waktu"."""

    SECOND = "detik"
    MINUTE = "menit"
    HOUR = "jam"
    DAY = "hari"
    WEEK = "minggu"
    MONTH = "bulan"


class CalendarClosed(Exception):
    """The calendar has no working time in 400 days on end, so there is no limit to tell."""


def add_minutes(calendar: WorkCalendar, start: datetime, minutes: int) -> datetime:
    """The instant `minutes` of working time after `start`, or before it when negative.

    Minutes that end with a segment end there, not at the next opening; 0 minutes outside working
    hours is the next opening. Refused: CalendarClosed.
    """
    if minutes == 0:
        return next_opening(calendar, start)
    left = abs(minutes) * MINUTE
    for day in _days_from(calendar, start, 1 if minutes > 0 else -1):
        if day.total >= left:
            return _forwards(day, left) if minutes > 0 else _backwards(day, left)
        left -= day.total
    raise CalendarClosed(start)


def minutes_between(calendar: WorkCalendar, start: datetime, end: datetime) -> int:
    """Whole working minutes from `start` to `end`; 0 when `end` is not later."""
    first, last = calendar.on(start), calendar.on(end)
    inside = timedelta()
    for n in range((last - first).days + 1):
        day = calendar.working_day(first + n * DAY)
        inside += day.total if 0 < n < (last - first).days else _part(day, start, end)
    return inside // MINUTE


def next_opening(calendar: WorkCalendar, at: datetime) -> datetime:
    """`at` itself within working hours, else the next start of a segment, or CalendarClosed."""
    return _next_segment(calendar, at)[0]


def speaking_time(calendar: WorkCalendar, at: datetime) -> datetime:
    """When others may be told: `at` within working hours, else the next opening and the first-word
    delay (Monday apel), within the same segment so that it need not be put off again.
    """
    segment = _next_segment(calendar, at)
    return segment[0] if segment[0] == at else _first_word(calendar, segment)


def own_word_time(calendar: WorkCalendar, at: datetime) -> datetime:
    """When the bot may speak by itself, because a limit passed: as `speaking_time`, but on no day
    before its first word, which lets the apel pass (DOMAIN.md, working time).

    A person's act in these minutes is followed at once: that is `speaking_time`.
    """
    told = speaking_time(calendar, at)
    return max(told, _first_word(calendar, _day_begins(calendar, told)))


def late_word_time(calendar: WorkCalendar, since: datetime, at: datetime) -> datetime:
    """When a word to others that could go at `since` and has not gone may go, seen from `at`.

    What is left over from before the day's start follows from no act of this day: it waits for
    the day's first word.
    """
    told = speaking_time(calendar, at)
    left_over = since < _day_begins(calendar, told)[0]
    return own_word_time(calendar, at) if left_over else told


def day_minutes(calendar: WorkCalendar) -> int:
    """A working day in minutes: the normal Monday's (450 in Jeneponto, Perpres 21/2023), or that of
    the first weekday worked.
    """
    days = (sum(span.closes - span.opens for span in hours) for hours in calendar.week)
    worked = next((minutes for minutes in days if minutes), None)
    if worked is None:
        raise CalendarClosed
    return worked


def in_minutes(amount: int | Decimal, unit: WorkUnit, calendar: WorkCalendar) -> int:
    """Working minutes of a SOP's time, rounded up: a started minute counts."""
    if unit is WorkUnit.SECOND:
        minutes = Decimal(amount) / 60
    elif unit is WorkUnit.MINUTE:
        minutes = Decimal(amount)
    elif unit is WorkUnit.HOUR:
        minutes = Decimal(amount) * 60
    else:
        days = {WorkUnit.DAY: 1, WorkUnit.WEEK: WEEK_DAYS, WorkUnit.MONTH: MONTH_DAYS}[unit]
        minutes = Decimal(amount) * days * day_minutes(calendar)
    return int(minutes.to_integral_value(ROUND_CEILING))


def _first_word(calendar: WorkCalendar, segment: Segment) -> datetime:
    opens, closes = segment
    return min(opens + calendar.first_word_delay * MINUTE, closes - MINUTE)


def _day_begins(calendar: WorkCalendar, working: datetime) -> Segment:
    """The first segment of a day by an instant of its working hours."""
    return calendar.segments(calendar.on(working))[0]


def _next_segment(calendar: WorkCalendar, at: datetime) -> Segment:
    for day in _days_from(calendar, at, 1):
        if day.segments:
            return day.segments[0]
    raise CalendarClosed(at)


def _days_from(calendar: WorkCalendar, at: datetime, step: int) -> Iterator[WorkingDay]:
    """The part of the day on this side of `at`, then whole days, until too many are idle."""
    day, at, idle = calendar.on(at), at.astimezone(UTC), 0
    segments = calendar.segments(day)
    if step > 0:
        yield WorkingDay.of((max(opens, at), closes) for opens, closes in segments if closes > at)
    else:
        yield WorkingDay.of((opens, min(closes, at)) for opens, closes in segments if opens < at)
    while idle < IDLE_DAYS:
        day += step * DAY
        found = calendar.working_day(day)
        idle = 0 if found.segments else idle + 1
        yield found


def _forwards(day: WorkingDay, left: timedelta) -> datetime:
    for opens, closes in day.segments[:-1]:
        if closes - opens >= left:
            return opens + left
        left -= closes - opens
    return day.segments[-1][0] + left


def _backwards(day: WorkingDay, left: timedelta) -> datetime:
    for opens, closes in day.segments[:0:-1]:
        if closes - opens >= left:
            return closes - left
        left -= closes - opens
    return day.segments[0][1] - left


def _part(day: WorkingDay, start: datetime, end: datetime) -> timedelta:
    parts = (min(closes, end) - max(opens, start) for opens, closes in day.segments)
    return sum((part for part in parts if part > timedelta()), timedelta())
