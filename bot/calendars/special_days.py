"""Seasons, closures and replaced days as a calendar file lists them."""

from collections.abc import Iterable, Iterator
from datetime import date

from bot.calendars.entry import Entry
from bot.calendars.week import WEEKDAYS, read_week
from bot.rules.calendar_faults import CalendarFault
from bot.rules.hours import Week
from bot.rules.special_days import Closure, ReplacedDay, Season

REPLACED_KEYS = ("tanggal", "seperti", "alasan", "keputusan")


def read_seasons(root: Entry, week: Week) -> tuple[Season, ...]:
    """The hours of `week` hold on weekdays that a season does not name."""
    seasons: list[Season] = []
    for entry in root.tables("musim", ("nama", "mulai", "selesai", "jam")):
        name = entry.take("nama", str)
        first = entry.take("mulai", date)
        last = entry.take("selesai", date)
        hours = read_week(entry.table("jam"), week)
        if name and first and last:
            season = Season(name, first, last, hours)
            _compare(season, seasons, entry)
            seasons.append(season)
    return tuple(seasons)


def _compare(season: Season, earlier: Iterable[Season], entry: Entry) -> None:
    if season.last < season.first:
        entry.fault("selesai", CalendarFault.ENDS_BEFORE_START)
    for other in earlier:
        if season.first <= other.last and other.first <= season.last:
            entry.fault("mulai", CalendarFault.SEASONS_OVERLAP, other.name)


def read_closures(root: Entry, settled: set[date]) -> Iterator[Closure]:
    for entry in root.tables("libur", ("tanggal", "alasan", "keputusan")):
        day = _read_day(entry, settled)
        reason = entry.take("alasan", str)
        decree = entry.take("keputusan", str, optional=True)
        if day and reason:
            yield Closure(day, reason, decree)


def read_replaced_days(root: Entry, settled: set[date], week: Week) -> Iterator[ReplacedDay]:
    """Worked by the hours of a weekday that has some in `week`."""
    for entry in root.tables("hari_pengganti", REPLACED_KEYS):
        day = _read_day(entry, settled)
        weekday = entry.take("seperti", str)
        if weekday and weekday not in WEEKDAYS:
            entry.fault("seperti", CalendarFault.UNKNOWN_WEEKDAY, weekday)
        elif weekday and any(week) and not week[WEEKDAYS.index(weekday)]:
            entry.fault("seperti", CalendarFault.NOT_WORKED, weekday)
        elif day and weekday:
            reason = entry.take("alasan", str, optional=True) or ""
            decree = entry.take("keputusan", str, optional=True)
            yield ReplacedDay(day, WEEKDAYS.index(weekday), reason, decree)


def _read_day(entry: Entry, settled: set[date]) -> date | None:
    """The date of an entry, each of which settles a day of its own."""
    day = entry.take("tanggal", date)
    if day in settled:
        entry.fault("tanggal", CalendarFault.DATE_TWICE, str(day))
    if day is not None:
        settled.add(day)
    return day
