"""/libur: which days an office closes or opens again, and what forbids it."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.rules.calendar import WorkCalendar
from bot.rules.errors.calendars import (
    ClosedAlready,
    DayPassed,
    DaysReversed,
    NotADay,
    NotClosed,
    NotWorked,
    NoWhy,
    TooFarAhead,
    TooManyDays,
)
from bot.rules.special_days import Closure
from bot.rules.worktime import IDLE_DAYS
from bot.rules.written_days import WrittenDays, read_days

AHEAD = IDLE_DAYS  # no limit lies further
MOST = 31  # days at once: more is a slip of the pen
SHORTEST = 3  # letters of a reason
REASON = 200  # characters that are kept
DAY = timedelta(days=1)
DECREE = re.compile(
    r"[\s,;(]*\b(?:surat )?(?:keputusan|edaran)\b(?: nomor| no\b\.?)?\s*:?\s*"
    r"(?P<number>\S*\d.*?)\)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Closing:
    """`days` are closed; the `idle` ones between them are not worked anyway."""

    days: tuple[Closure, ...]
    idle: tuple[date, ...] = ()


def read_closing(
    text: str, calendar: WorkCalendar, own: Collection[Closure], now: datetime
) -> Closing:
    """What "24-12-2026 s.d. 26-12-2026 <alasan>, keputusan <nomor>" closes, in order.

    Refused: NotADay, DaysReversed, TooManyDays, DayPassed, TooFarAhead, NotWorked, ClosedAlready,
    NoWhy.
    """
    written = written_days(text, calendar, now)
    check_reach(written, calendar, now)
    days = [written.first + n * DAY for n in range((written.last - written.first).days + 1)]
    worked = [day for day in days if calendar.segments(day)]
    if not worked:
        raise why_idle(days[0], calendar, own)
    reason, decree = read_reason(written.rest)
    if sum(map(str.isalpha, reason)) < SHORTEST:
        raise NoWhy(written.first)
    closed = tuple(Closure(day, reason, decree) for day in worked)
    return Closing(closed, tuple(day for day in days if day not in worked))


def written_days(text: str, calendar: WorkCalendar, now: datetime) -> WrittenDays:
    written = read_days(text, calendar.on(now))
    if written is None:
        raise NotADay(text)
    if written.last < written.first:
        raise DaysReversed(written.first, written.last)
    return written


def check_reach(written: WrittenDays, calendar: WorkCalendar, now: datetime) -> None:
    if over(written.first, calendar, now):
        raise DayPassed(written.first)
    if (written.last - calendar.on(now)).days > AHEAD:
        raise TooFarAhead(written.last, AHEAD)
    days = (written.last - written.first).days + 1
    if days > MOST:
        raise TooManyDays(days, MOST)


def over(day: date, calendar: WorkCalendar, now: datetime) -> bool:
    """Whether the day has passed, or its working hours have."""
    today = calendar.on(now)
    hours = calendar.segments(day)
    return day < today or (day == today and bool(hours) and hours[-1][1] <= now)


def why_idle(day: date, calendar: WorkCalendar, own: Collection[Closure]) -> Exception:
    ours = next((closure for closure in own if closure.day == day), None)
    if ours is not None:
        return ClosedAlready(day, ours.reason)
    closure = calendar.closure_on(day)
    return NotWorked(day, closure.reason if closure else "")


def read_reason(text: str) -> tuple[str, str | None]:
    """The reason, and the number of the decision where one is named after it."""
    found = DECREE.search(text)
    reason, decree = (text[: found.start()], found["number"]) if found else (text, None)
    return reason.strip(" ,;:.-–—")[:REASON], decree.strip(" .,;")[:REASON] if decree else None


def reopened(
    first: date, last: date, own: Collection[Closure], calendar: WorkCalendar, now: datetime
) -> tuple[Closure, ...]:
    """The office's closures from `first` to `last` that can be opened again.

    Refused: NotClosed, and DayPassed where all of them are over.
    """
    found = tuple(closure for closure in own if first <= closure.day <= last)
    ahead = tuple(c for c in found if c.day >= calendar.on(now))
    if not found:
        raise NotClosed(first, last)
    if not ahead:
        raise DayPassed(found[0].day)
    return ahead
