"""A calendar file (TOML) into the office's calendar, or every fault of it with its place."""

import tomllib
from contextlib import suppress
from datetime import date
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.calendars.entry import Entry, Findings
from bot.calendars.national import national_days
from bot.calendars.special_days import read_closures, read_replaced_days, read_seasons
from bot.calendars.week import read_office_week
from bot.rules.calendar import WorkCalendar
from bot.rules.calendar_faults import CalendarFault, CalendarFaults, Fault
from bot.rules.hours import NotHours, Span
from bot.rules.special_days import NationalDays
from bot.rules.toml_lines import refused_line

SHIPPED = "kalender_jeneponto.toml"
DEFAULT_ZONE = "Asia/Makassar"
FIRST_WORD_DELAY = 15
LONGEST_DELAY = 240  # minutes; more would silence a whole morning
NOON = "12.00"  # a digest is not made up for after it, unless the file says until when
KEYS = (
    *("zona", "jeda_awal", "jam_rangkuman", "libur_nasional", "cuti_bersama_tercatat"),
    *("jam", "musim", "libur", "hari_pengganti"),
)


def load_calendar(path: Path | None = None, zone: str = DEFAULT_ZONE) -> WorkCalendar:
    """The calendar of the file, or the shipped one; `zone` holds where the file names none.

    Refused with CalendarFaults, which hold every fault of the file.
    """
    source = path or resources.files("bot") / "sops" / SHIPPED
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
    # besides its own error tomllib lets through an endless number's and endless brackets'
    except (ValueError, RecursionError) as refusal:
        fault = Fault("", CalendarFault.NOT_TOML, line=refused_line(refusal, text))
        raise CalendarFaults((fault,)) from refusal
    findings = Findings(text)
    calendar = _read_calendar(Entry(table, "", findings), zone)
    if findings.faults:
        raise CalendarFaults(findings.in_order())
    return calendar


def _read_calendar(root: Entry, zone: str) -> WorkCalendar:
    root.check_keys(KEYS)
    week = read_office_week(root)
    settled: set[date] = set()
    return WorkCalendar(
        zone=_read_zone(root, zone),
        week=week,
        seasons=read_seasons(root, week),
        closures=tuple(read_closures(root, settled)),
        replaced_days=tuple(read_replaced_days(root, settled, week)),
        national=_read_national(root),
        first_word_delay=_read_first_word_delay(root),
        digest_hours=_read_digest_hours(root),
        settled_years=_read_settled_years(root),
    )


def _read_zone(root: Entry, default: str) -> str:
    name = root.take("zona", str, optional=True) or default
    try:
        return ZoneInfo(name).key
    except (KeyError, OSError, ValueError):  # an unknown name, a folder's name, a path
        root.fault("zona", CalendarFault.UNKNOWN_ZONE, name)
        return default


def _read_national(root: Entry) -> NationalDays | None:
    return national_days() if root.take("libur_nasional", bool, optional=True) else None


def _read_digest_hours(root: Entry) -> Span | None:
    """From "08.00", or from and until "08.00-11.00"."""
    text = root.take("jam_rangkuman", str, optional=True)
    for written in (text, f"{text}-{NOON}") if text else ():
        with suppress(NotHours):
            return Span.parse(written)
    if text:
        root.fault("jam_rangkuman", CalendarFault.NOT_HOURS, text)
    return None


def _read_settled_years(root: Entry) -> tuple[int, ...]:
    years = root.take("cuti_bersama_tercatat", list, optional=True) or []
    if not all(type(year) is int for year in years):
        root.fault("cuti_bersama_tercatat", CalendarFault.NOT_YEARS)
    return tuple(year for year in years if type(year) is int)


def _read_first_word_delay(root: Entry) -> int:
    """Minutes."""
    delay = root.take("jeda_awal", int, optional=True)
    if delay is None:
        return FIRST_WORD_DELAY
    if not 0 <= delay <= LONGEST_DELAY:
        root.fault("jeda_awal", CalendarFault.OUT_OF_RANGE, str(delay))
    return delay
