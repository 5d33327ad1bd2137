"""Hours of a day by a zone's wall clock into instants (UTC), also where the clock is changed."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.hours import DayHours

Segment = tuple[datetime, datetime]  # UTC, end excluded


def in_utc(day: date, hours: DayHours, zone: ZoneInfo) -> list[Segment]:
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
