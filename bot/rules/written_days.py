"""Days as people write them at the head of a text: 24-12-2026, 24/12/26, 24 Desember 2026,
Kamis 24-12, 24 s.d. 26 Desember 2026."""

import re
from dataclasses import dataclass
from datetime import date

from bot.rules.months import month_named

ANY_CASE = re.IGNORECASE | re.ASCII
WEEKDAY = r"(?:hari )?(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s+)?"
TO = r"\s*(?:\bs\s?[./]?\s?d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b|[-–—])\s*"
ISO = re.compile(rf"{WEEKDAY}(?P<y>\d{{4}})-(?P<m>\d{{1,2}})-(?P<d>\d{{1,2}})(?!\d)", ANY_CASE)
FIGURES = re.compile(
    rf"{WEEKDAY}(?P<d>\d{{1,2}})(?P<by>[-/.])(?P<m>\d{{1,2}})(?:(?P=by)(?P<y>\d{{4}}|\d{{2}}))?"
    rf"(?!\d|(?P=by)\d)",  # a year that is none is not left out for it
    ANY_CASE,
)
NAMED = re.compile(
    rf"{WEEKDAY}(?P<d>\d{{1,2}})[ -](?P<m>[a-z]{{3,9}})\b\.?(?:[ -](?P<y>\d{{4}})(?!\d))?"
    rf"(?![ -]\d{{5}})",
    ANY_CASE,
)
FORMS = (ISO, FIGURES, NAMED)
BARE = re.compile(rf"{WEEKDAY}(?P<d>\d{{1,2}}){TO}", ANY_CASE)
BETWEEN = re.compile(TO, ANY_CASE)
LOOSE = " \t\n,;:.-–—"  # what may stand between the days and the words after them


@dataclass(frozen=True, slots=True)
class WrittenDays:
    """Both ends included, in the order written; `rest` is the text after them."""

    first: date
    last: date
    rest: str


@dataclass(frozen=True, slots=True)
class _Written:
    """A day as far as it was written, and where in the text it ends."""

    day: int
    month: int
    year: int | None
    end: int


def read_days(text: str, today: date) -> WrittenDays | None:
    """The day or the days that the text begins with; None where it begins with none.

    A year that is not written is the one that brings the day nearest to `today`.
    """
    text = " ".join(text.split())
    return _several_of_a_month(text, today) or _one_or_two(text, today)


def _several_of_a_month(text: str, today: date) -> WrittenDays | None:
    """24-26 Desember 2026: the first without its month, which in figures would look like one."""
    bare = BARE.match(text)
    last = _written(text, bare.end()) if bare else None
    named = bare is not None and NAMED.match(text, bare.end()) is not None
    if bare is None or last is None or not (named or last.year):
        return None
    if not named and _written(text, 0) is not None:
        return None
    first = _Written(int(bare["d"]), last.month, last.year, 0)
    return _days(first, last, text, today)


def _one_or_two(text: str, today: date) -> WrittenDays | None:
    first = _written(text, 0)
    if first is None:
        return None
    between = BETWEEN.match(text, first.end)
    last = _written(text, between.end()) if between else None
    return _days(first, last or first, text, today)


def _days(first: _Written, last: _Written, text: str, today: date) -> WrittenDays | None:
    until = _day(last, today)
    since = _day(first, until or today)
    if since is None or until is None:
        return None
    return WrittenDays(since, until, text[last.end :].strip(LOOSE))


def _written(text: str, at: int) -> _Written | None:
    for form in FORMS:
        found = form.match(text, at)
        if found is None:
            continue
        month = int(found["m"]) if found["m"].isdecimal() else month_named(found["m"])
        if 1 <= month <= 12 and 1 <= int(found["d"]) <= 31:
            year = found["y"]
            whole = int(year) + (2000 if len(year) == 2 else 0) if year else None
            return _Written(int(found["d"]), month, whole, found.end())
    return None


def _day(written: _Written, near: date) -> date | None:
    """None where the month has no such day."""
    years = (
        (written.year,) if written.year is not None else (near.year, near.year - 1, near.year + 1)
    )
    found = [day for year in years if (day := _dated(year, written)) is not None]
    return min(found, key=lambda day: abs(day - near), default=None)


def _dated(year: int, written: _Written) -> date | None:
    try:
        return date(year, written.month, written.day)
    except ValueError:
        return None
