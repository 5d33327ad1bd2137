"""Days as people write them into a cell."""

import re
from datetime import date, timedelta
from typing import Any

from bot.rules.months import month_named

DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
NAMED = re.compile(r"(\d{1,2}) ([a-z]{3,9})\.? (\d{4})")
EXCEL_ZERO = date(1899, 12, 30)
EXCEL_DAYS = range(36_526, 73_051)  # the years 2000 to 2099


class NotADate(ValueError):
    """Neither a day of the calendar nor a number that Excel would show as one."""


def parse_date(value: Any) -> date | None:
    """05/10/2026, 5-10-2026, 2026-10-05, "5 Oktober 2026", "5 Okt 2026", or Excel's day number."""
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, int | float) and int(value) in EXCEL_DAYS:
        return EXCEL_ZERO + timedelta(days=int(value))
    try:
        return _written(" ".join(str(value).split()).casefold())
    except ValueError as wrong:
        raise NotADate(str(value)) from wrong


def _written(text: str) -> date:
    if found := DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
        return date(year, month, day)
    if found := YEAR_FIRST.fullmatch(text):
        return date(*map(int, found.groups()))
    if found := NAMED.fullmatch(text):
        return date(int(found[3]), month_named(found[2]), int(found[1]))
    raise NotADate(text)
