"""When nobody acted for a seat: its holder was on leave and no substitute stood in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.people import Leave, Person, Substitution

DAY = timedelta(days=1)
Span = tuple[datetime, datetime]


def absent_times(
    holders: Mapping[str, Person],
    leaves: Iterable[Leave],
    substitutions: Iterable[Substitution],
    zone: str,
    until: date,
) -> dict[str, list[Span]]:
    """For each seat the days of leave, from midnight to midnight in the office's zone; those after
    `until` do not count. Who stood in on a day, until his standing in was ended, acted."""
    standing = tuple(substitutions)
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for leave in leaves:
        for day in days_of(leave, until):
            for seat, holder in holders.items():
                acting = acted(standing, seat, day, zone) or holder
                if acting.id == leave.person.id:
                    spans[seat].append(whole_day(day, zone))
    return dict(spans)


def days_of(leave: Leave, until: date) -> Iterable[date]:
    last = min(leave.last, until)
    return (leave.first + n * DAY for n in range((last - leave.first).days + 1))


def acted(substitutions: Iterable[Substitution], seat: str, day: date, zone: str) -> Person | None:
    for each in substitutions:
        ended = each.ended_at.astimezone(ZoneInfo(zone)).date() if each.ended_at else None
        if each.seat == seat and each.first <= day <= each.last and (ended is None or day < ended):
            return each.person
    return None


def whole_day(day: date, zone: str) -> Span:
    midnight = datetime.combine(day, time(), ZoneInfo(zone))
    return midnight, datetime.combine(day + DAY, time(), ZoneInfo(zone))
