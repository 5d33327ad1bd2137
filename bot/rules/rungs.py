"""A duty's ladder spread out in working time: every reminder that could come, in order."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count, islice, takewhile

from bot.rules.calendar import WorkCalendar
from bot.rules.run import Duty
from bot.rules.sop import Rung, RungTo, RungWhere, Sop
from bot.rules.worktime import add_minutes


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One coming of a rung, so many working minutes past the limit (before it where negative)."""

    rung: Rung
    offset: int

    @property
    def private(self) -> bool:
        return self.rung.where == RungWhere.PRIVATE

    @property
    def own(self) -> bool:
        return self.rung.to.own


def occurrences(sop: Sop, duty: Duty, start: int = 0) -> Iterator[Occurrence]:
    """Without end where a rung repeats. What would come before the time begins is left out."""
    ladder = sop.ladder_of(duty.step)
    every = (comings(rung, duty.counted) for rung in ladder if in_time(rung, duty.counted))
    merged = heapq.merge(*every, key=lambda occurrence: occurrence.offset)
    return islice(merged, start, None)


def comings(rung: Rung, counted: int) -> Iterator[Occurrence]:
    first = rung.offset(counted)
    if not rung.again:
        return iter((Occurrence(rung, first),))
    return (Occurrence(rung, offset) for offset in count(first, rung.again))


def in_time(rung: Rung, counted: int) -> bool:
    offset = rung.offset(counted)
    return offset >= 0 or offset > -counted


def occurrence(sop: Sop, duty: Duty, number: int) -> Occurrence | None:
    """The one of this number, from 0; None past the ladder's end."""
    return next(occurrences(sop, duty, number), None)


def passed(sop: Sop, duty: Duty, calendar: WorkCalendar, now: datetime) -> int:
    """How many that come before the limit have had their time."""
    early = takewhile(lambda o: o.offset < 0, occurrences(sop, duty))
    return sum(1 for o in early if (at := time_of(o, duty.due_at, calendar)) and at <= now)


def distance(sop: Sop, duty: Duty) -> int:
    """Minutes from the last private word to the same people to the mention in the group that comes
    next; 0 where something else does."""
    coming = occurrence(sop, duty, duty.rung)
    if coming is None or coming.private:
        return 0
    said = islice(occurrences(sop, duty), duty.rung)
    private = [o.offset for o in said if o.private and o.rung.audience == coming.rung.audience]
    return coming.offset - private[-1] if private else 0


def time_of(
    occurrence: Occurrence | None, limit: datetime | None, calendar: WorkCalendar
) -> datetime | None:
    if occurrence is None or limit is None or not occurrence.offset:
        return limit if occurrence else None
    return add_minutes(calendar, limit, occurrence.offset)


def first_word(sop: Sop, duty: Duty) -> tuple[int, Occurrence] | None:
    """The first private word to the holder at or after the limit, with its number."""

    def is_one(rung: Rung) -> bool:
        private = rung.to == RungTo.HOLDER and rung.where == RungWhere.PRIVATE
        return private and rung.offset(duty.counted) >= 0

    if not any(map(is_one, sop.ladder_of(duty.step))):
        return None
    return next((n, o) for n, o in enumerate(occurrences(sop, duty)) if is_one(o.rung))
