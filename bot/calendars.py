"""The office's calendar out of TOML and the national list of holidays."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from importlib import metadata, resources
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.rules.calendar import (
    CalendarFault,
    CalendarFaults,
    Closure,
    DayHours,
    Fault,
    NationalDays,
    NotHours,
    ReplacedDay,
    Season,
    Span,
    Week,
    WorkCalendar,
)

DEFAULT_ZONE = "Asia/Makassar"
WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
FIRST_WORD_DELAY = 15
LONGEST_DELAY = 240  # minutes; more would silence a whole morning
KEYS = ("zona", "jeda_awal", "libur_nasional", "jam", "musim", "libur", "hari_pengganti")

T = TypeVar("T")
Table = dict[str, object]


def load_calendar(path: Path | None = None, zone: str = DEFAULT_ZONE) -> WorkCalendar:
    """The calendar of the file, or the shipped one; `zone` holds where the file names none.

    Refused with CalendarFaults, which hold every fault of the file.
    """
    source = path or resources.files("bot") / "sops" / "kalender_jeneponto.toml"
    try:
        text = source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as refusal:
        fault = Fault(source.name, CalendarFault.UNREADABLE)
        raise CalendarFaults((fault,)) from refusal
    return parse_calendar(text, zone)


def parse_calendar(text: str, zone: str = DEFAULT_ZONE) -> WorkCalendar:
    """The calendar of a file's text; refused like a file."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as refusal:
        line = re.search(r"line (\d+)", str(refusal))
        number = int(line[1]) if line else text.count("\n") + 1
        fault = Fault("", CalendarFault.NOT_TOML, line=number)
        raise CalendarFaults((fault,)) from refusal
    reading = _Reading(text)
    calendar = reading.calendar(table, zone)
    if reading.faults:
        raise CalendarFaults(tuple(sorted(reading.faults, key=lambda fault: fault.line or 0)))
    return calendar


def undecreed_years(calendar: WorkCalendar, years: Iterable[int]) -> tuple[int, ...]:
    """The years whose cuti bersama the national list does not know yet; () without that list."""
    if calendar.national is None:
        return ()
    return tuple(year for year in years if not _listed(year, "government"))


@lru_cache(maxsize=64)
def indonesian_closures(year: int) -> tuple[Closure, ...]:
    """Public holidays and cuti bersama by the SKB; estimated Islamic dates are named as such."""
    listed = _listed(year, "public", "government")
    return tuple(Closure(day, reason) for day, reason in sorted(listed.items()))


def _listed(year: int, *categories: str) -> dict[date, str]:
    import holidays  # takes longer than all else at start, and many commands never need it

    return dict(
        holidays.country_holidays(
            "ID", years=year, categories=categories, language="id", islamic_show_estimated=False
        )
    )


class _Reading:
    """One pass over a file that goes on after a fault, so that all are told at once."""

    def __init__(self, text: str) -> None:
        self.lines = _lines_of(text)
        self.faults: list[Fault] = []
        self.dates: set[date] = set()

    def fault(self, place: str, code: CalendarFault, detail: str = "") -> None:
        # a key that is missing has no line: its table has
        line = self.lines.get(place) or self.lines.get(place.rpartition(".")[0])
        self.faults.append(Fault(place, code, detail, line))

    def calendar(self, table: Table, zone: str) -> WorkCalendar:
        self.known(table, "", KEYS)
        week = self.week(self.take(table, "", "jam", dict) or {}, "jam", ((),) * 7)
        if not any(week) and not any(fault.place.startswith("jam") for fault in self.faults):
            self.fault("jam", CalendarFault.NO_HOURS)
        return WorkCalendar(
            zone=self.zone(table, zone),
            week=week,
            seasons=self.seasons(table, week),
            closures=tuple(self.closures(table)),
            replaced_days=tuple(self.replaced_days(table)),
            national=self.national(table),
            first_word_delay=self.first_word_delay(table),
        )

    def zone(self, table: Table, default: str) -> str:
        name = self.take(table, "", "zona", str, optional=True) or default
        try:
            return ZoneInfo(name).key
        except (KeyError, OSError, ValueError):  # an unknown name, a folder's name, a path
            self.fault("zona", CalendarFault.UNKNOWN_ZONE, name)
            return default

    def national(self, table: Table) -> NationalDays | None:
        if not self.take(table, "", "libur_nasional", bool, optional=True):
            return None
        return NationalDays(f"holidays {metadata.version('holidays')} ID", indonesian_closures)

    def first_word_delay(self, table: Table) -> int:
        delay = self.take(table, "", "jeda_awal", int, optional=True)
        if delay is None:
            return FIRST_WORD_DELAY
        if not 0 <= delay <= LONGEST_DELAY:
            self.fault("jeda_awal", CalendarFault.OUT_OF_RANGE, str(delay))
        return delay

    def week(self, table: Table, place: str, otherwise: Week) -> Week:
        self.known(table, place, WEEKDAYS)
        return tuple(
            self.hours(table, place, name) if name in table else usual
            for name, usual in zip(WEEKDAYS, otherwise, strict=True)
        )

    def hours(self, table: Table, place: str, weekday: str) -> DayHours:
        spans: list[Span] = []
        for text in self.take(table, place, weekday, list) or ():
            try:
                spans.append(Span.parse(str(text)))
            except NotHours:
                self.fault(f"{place}.{weekday}", CalendarFault.NOT_HOURS, str(text))
                continue
            if len(spans) > 1 and spans[-1].opens < spans[-2].closes:
                self.fault(f"{place}.{weekday}", CalendarFault.HOURS_OVERLAP, str(text))
        return tuple(spans)

    def seasons(self, table: Table, week: Week) -> tuple[Season, ...]:
        seasons: list[Season] = []
        for entry, place in self.entries(table, "musim", ("nama", "mulai", "selesai", "jam")):
            name = self.take(entry, place, "nama", str)
            first = self.take(entry, place, "mulai", date)
            last = self.take(entry, place, "selesai", date)
            hours = self.week(self.take(entry, place, "jam", dict) or {}, f"{place}.jam", week)
            if name and first and last:
                season = Season(name, first, last, hours)
                self.compare(season, seasons, place)
                seasons.append(season)
        return tuple(seasons)

    def compare(self, season: Season, earlier: Iterable[Season], place: str) -> None:
        if season.last < season.first:
            self.fault(f"{place}.selesai", CalendarFault.ENDS_BEFORE_START)
        for other in earlier:
            if season.first <= other.last and other.first <= season.last:
                self.fault(f"{place}.mulai", CalendarFault.SEASONS_OVERLAP, other.name)

    def closures(self, table: Table) -> Iterator[Closure]:
        for entry, place in self.entries(table, "libur", ("tanggal", "alasan", "keputusan")):
            day = self.day(entry, place)
            reason = self.take(entry, place, "alasan", str)
            decree = self.take(entry, place, "keputusan", str, optional=True)
            if day and reason:
                yield Closure(day, reason, decree)

    def replaced_days(self, table: Table) -> Iterator[ReplacedDay]:
        for entry, place in self.entries(table, "hari_pengganti", ("tanggal", "seperti")):
            day = self.day(entry, place)
            weekday = self.take(entry, place, "seperti", str)
            if weekday and weekday not in WEEKDAYS:
                self.fault(f"{place}.seperti", CalendarFault.UNKNOWN_WEEKDAY, weekday)
            elif day and weekday:
                yield ReplacedDay(day, WEEKDAYS.index(weekday))

    def day(self, entry: Table, place: str) -> date | None:
        """The date of an entry, each of which settles a day of its own."""
        day = self.take(entry, place, "tanggal", date)
        if day in self.dates:
            self.fault(f"{place}.tanggal", CalendarFault.DATE_TWICE, str(day))
        if day is not None:
            self.dates.add(day)
        return day

    def entries(
        self, table: Table, name: str, keys: tuple[str, ...]
    ) -> Iterator[tuple[Table, str]]:
        for n, entry in enumerate(self.take(table, "", name, list, optional=True) or (), 1):
            place = f"{name}[{n}]"
            if isinstance(entry, dict):
                self.known(entry, place, keys)
                yield entry, place
            else:
                self.fault(place, CalendarFault.WRONG_TYPE, "dict")

    def take(
        self, table: Table, place: str, key: str, kind: type[T], *, optional: bool = False
    ) -> T | None:
        """The value under `key`; None, and a fault noted, when it is missing or of another type."""
        where = f"{place}.{key}".lstrip(".")
        if key not in table:
            if not optional:
                self.fault(where, CalendarFault.MISSING)
            return None
        value = table[key]
        # exactly that type: a bool is an int too, and a date with a time is a date
        if not isinstance(value, kind) or type(value) is not kind:
            self.fault(where, CalendarFault.WRONG_TYPE, kind.__name__)
            return None
        if value == "":
            self.fault(where, CalendarFault.EMPTY)
            return None
        return value

    def known(self, table: Table, place: str, keys: tuple[str, ...]) -> None:
        for key in (key for key in table if key not in keys):
            where = f"{place}.{key}".lstrip(".")
            self.fault(where, CalendarFault.UNKNOWN_KEY, ", ".join(keys))


_HEADING = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"\s*([\w.-]+)\s*=")


def _lines_of(text: str) -> dict[str, int]:
    """The line of each key path that stands plainly in the text: `musim[1].jam.senin` → 27."""
    lines: dict[str, int] = {}
    entries: Counter[str] = Counter()
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if heading := _HEADING.match(line):
            name, _, rest = heading[2].partition(".")
            entries[name] += heading[1] == "[["
            table = f"{name}[{entries[name]}]" if entries[name] else name
            table += f".{rest}" if rest else ""
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault(f"{table}.{key[1]}".lstrip("."), number)
    return lines
