"""The office's working hours as a value: which minutes of which day count."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

FULL_DAY = 24 * 60
_SPAN = re.compile(r"(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})", re.ASCII)

Segment = tuple[datetime, datetime]  # UTC, end excluded


class NotHours(ValueError):
    """The text is no span of hours within one day, like 07.30-12.00."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Hours of one day by the wall clock: minutes after midnight, end excluded."""

    opens: int
    closes: int

    @classmethod
    def parse(cls, text: str) -> "Span":
        """Out of 07.30-12.00 or 07:30-12:00; 24.00 ends the day. Anything else is NotHours."""
        found = _SPAN.fullmatch(text.strip())
        if found is None:
            raise NotHours(text)
        hour, minute, end_hour, end_minute = map(int, found.groups())
        span = cls(hour * 60 + minute, end_hour * 60 + end_minute)
        if max(minute, end_minute) > 59 or not span.opens < span.closes <= FULL_DAY:
            raise NotHours(text)
        return span


DayHours = tuple[Span, ...]
Week = tuple[DayHours, ...]  # seven, Monday first, as date.weekday() counts


@dataclass(frozen=True, slots=True)
class Season:
    """Days with other hours, both ends included (Ramadan: Perpres 21/2023)."""

    name: str
    first: date
    last: date
    week: Week


@dataclass(frozen=True, slots=True)
class Closure:
    """A closed day and why; `decree` is the number of the decision."""

    day: date
    reason: str
    decree: str | None = None


@dataclass(frozen=True, slots=True)
class ReplacedDay:
    """A day that is worked like a weekday (0 is Monday), whatever else would close it."""

    day: date
    weekday: int


@dataclass(frozen=True, slots=True)
class NationalDays:
    """Public holidays and cuti bersama, asked a year at a time since few years are needed.

    `source` names the list and its version, for a newer list makes another calendar.
    """

    source: str
    closures_in: Callable[[int], tuple[Closure, ...]]


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """The segments of a day, in order, and their sum."""

    segments: tuple[Segment, ...]
    total: timedelta

    @classmethod
    def of(cls, segments: Iterable[Segment]) -> "WorkingDay":
        known = tuple(segments)
        return cls(known, sum((closes - opens for opens, closes in known), timedelta()))


@dataclass(frozen=True)
class WorkCalendar:
    """The hours of one office in its own zone; `first_word_delay` (jeda awal) in minutes."""

    zone: str
    week: Week
    seasons: tuple[Season, ...] = ()
    closures: tuple[Closure, ...] = ()
    replaced_days: tuple[ReplacedDay, ...] = ()
    national: NationalDays | None = None
    first_word_delay: int = 15
    _days: dict[date, WorkingDay] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def segments(self, day: date) -> tuple[Segment, ...]:
        """The working hours of the office's `day`, in UTC and in order."""
        return self.working_day(day).segments

    def working_day(self, day: date) -> WorkingDay:
        # kept, because every beat asks for the same days
        if day not in self._days:
            self._days[day] = WorkingDay.of(_in_utc(day, self.hours_on(day), ZoneInfo(self.zone)))
        return self._days[day]

    def hours_on(self, day: date) -> DayHours:
        """By the wall clock: a replaced day beats a closure, a closure beats a season."""
        if self.closure_on(day) is not None:
            return ()
        return self._week_of(day)[self._replaced.get(day, day.weekday())]

    def closure_on(self, day: date) -> Closure | None:
        """Why the office is closed, by its own entry first; None on a replaced day."""
        if day in self._replaced:
            return None
        return self._closed.get(day) or self._national_closure(day)

    def closures_between(self, first: date, last: date) -> tuple[Closure, ...]:
        """The closures, ends included, that take working time: why a limit lies so late."""
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        taken = [self.closure_on(day) for day in days if self._week_of(day)[day.weekday()]]
        return tuple(closure for closure in taken if closure is not None)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 (hex) of what counts: another one means that limits may have moved. Names and
        reasons do not count.
        """
        counts = (
            self.zone,
            _plain(self.week),
            sorted((str(s.first), str(s.last), _plain(s.week)) for s in self.seasons),
            sorted(str(closure.day) for closure in self.closures),
            sorted((str(replaced.day), replaced.weekday) for replaced in self.replaced_days),
            self.national.source if self.national else "",
            self.first_word_delay,
        )
        return hashlib.sha256(repr(counts).encode()).hexdigest()

    @cached_property
    def _closed(self) -> dict[date, Closure]:
        return {closure.day: closure for closure in self.closures}

    @cached_property
    def _replaced(self) -> dict[date, int]:
        return {replaced.day: replaced.weekday for replaced in self.replaced_days}

    def _national_closure(self, day: date) -> Closure | None:
        closures = self.national.closures_in(day.year) if self.national else ()
        return next((closure for closure in closures if closure.day == day), None)

    def _week_of(self, day: date) -> Week:
        return next((s.week for s in self.seasons if s.first <= day <= s.last), self.week)


class CalendarFault(StrEnum):
    """What can be wrong in a calendar file."""

    UNREADABLE = "unreadable"
    NOT_TOML = "not TOML"
    UNKNOWN_KEY = "unknown key"
    MISSING = "missing"
    WRONG_TYPE = "wrong type"
    EMPTY = "empty"
    UNKNOWN_ZONE = "unknown zone"
    UNKNOWN_WEEKDAY = "unknown weekday"
    NOT_HOURS = "not hours"
    HOURS_OVERLAP = "hours overlap"
    NO_HOURS = "no hours"
    OUT_OF_RANGE = "out of range"
    ENDS_BEFORE_START = "ends before start"
    SEASONS_OVERLAP = "seasons overlap"
    DATE_TWICE = "date twice"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a calendar file: key path like `musim[1].jam.senin`, and line where known."""

    place: str
    code: CalendarFault
    detail: str = ""
    line: int | None = None


class CalendarFaults(Exception):
    """All faults of a calendar file at once, in the order of its lines."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


def _plain(week: Week) -> list[list[tuple[int, int]]]:
    return [[(span.opens, span.closes) for span in day] for day in week]


def _in_utc(day: date, hours: DayHours, zone: ZoneInfo) -> list[Segment]:
    """The instants at which the wall clock shows `hours`: what the clock skips does not count, what
    it repeats counts twice.
    """
    midnight = datetime.combine(day, time(), UTC)
    found: list[Segment] = []
    for since, until, offset in _offsets_around(midnight, zone):
        for span in sorted(hours):
            opens = max(midnight + timedelta(minutes=span.opens) - offset, since)
            closes = min(midnight + timedelta(minutes=span.closes) - offset, until)
            if opens >= closes:
                continue
            if found and found[-1][1] == opens:
                opens = found.pop()[0]
            found.append((opens, closes))
    return found


def _offsets_around(
    midnight: datetime, zone: ZoneInfo
) -> list[tuple[datetime, datetime, timedelta]]:
    """The zone's offsets over all instants that may belong to the day, each with its reach."""
    since, until = midnight - timedelta(hours=15), midnight + timedelta(hours=39)
    before, after = _offset(since, zone), _offset(until, zone)
    if before == after:
        return [(since, until, before)]
    early, late = since, until
    while late - early > timedelta(seconds=1):
        middle = early + (late - early) / 2
        early, late = (middle, late) if _offset(middle, zone) == before else (early, middle)
    change = late.replace(microsecond=0)
    return [(since, change, before), (change, until, after)]


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()
