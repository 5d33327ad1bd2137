"""The office's working hours as a value: which minutes of which day count."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.rules.hours import DayHours, Span, Week
from bot.rules.special_days import Closure, NationalDays, ReplacedDay, Season
from bot.rules.wall_clock import Segment, in_utc


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
    """The hours of one office in its own zone; `first_word_delay` (jeda awal) in minutes.

    `digest_hours`: when the morning digest goes, and until when it is still made up for.
    `settled_years`: those whose cuti bersama the office has entered itself.
    """

    zone: str
    week: Week
    seasons: tuple[Season, ...] = ()
    closures: tuple[Closure, ...] = ()
    replaced_days: tuple[ReplacedDay, ...] = ()
    national: NationalDays | None = None
    first_word_delay: int = 15
    digest_hours: Span | None = None
    settled_years: tuple[int, ...] = ()
    _days: dict[date, WorkingDay] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _closing: dict[tuple[Closure, ...], "WorkCalendar"] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def closing(self, days: tuple[Closure, ...]) -> "WorkCalendar":
        """This calendar with these days closed too, also where one was to be worked instead of
        another."""
        # kept, because every unit of work asks for its office's
        if days and days not in self._closing:
            closed = {closure.day for closure in days}
            worked = tuple(each for each in self.replaced_days if each.day not in closed)
            closures = self.closures + days
            self._closing[days] = replace(self, closures=closures, replaced_days=worked)
        return self._closing.get(days, self)

    def segments(self, day: date) -> tuple[Segment, ...]:
        """The working hours of the office's `day`, in UTC and in order."""
        return self.working_day(day).segments

    def working_day(self, day: date) -> WorkingDay:
        # kept, because every beat asks for the same days
        if day not in self._days:
            self._days[day] = WorkingDay.of(in_utc(day, self.hours_on(day), ZoneInfo(self.zone)))
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

    def undecreed(self, years: Iterable[int]) -> tuple[int, ...]:
        """The years whose cuti bersama neither the national list nor the office knows yet."""
        if self.national is None:
            return ()
        return tuple(y for y in years if not (y in self.settled_years or self.national.decreed(y)))

    def on(self, at: datetime) -> date:
        """The office's day at that instant, which needs its zone."""
        if at.tzinfo is None:
            raise ValueError("an instant needs its zone")
        return at.astimezone(ZoneInfo(self.zone)).date()

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


def _plain(week: Week) -> list[list[tuple[int, int]]]:
    return [[(span.opens, span.closes) for span in day] for day in week]
