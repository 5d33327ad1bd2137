"""Days on which somebody else acts, or nobody does: as written, as agreed, as foreseen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules.errors.acting import (
    DatesOver,
    DatesReversed,
    DatesTooLong,
    LeavesOverlap,
    NoDates,
    SubstitutesOverlap,
)
from bot.rules.people import Leave, Seating
from bot.rules.sop import Seat
from bot.rules.written_days import read_days

LONGEST = 366  # days: more is a mistyped year


@dataclass(frozen=True, slots=True)
class Days:
    """Both ends included."""

    first: date
    last: date

    def __iter__(self) -> Iterator[date]:
        count = (self.last - self.first).days + 1
        return (self.first + timedelta(days=n) for n in range(count))

    def meets(self, first: date, last: date) -> bool:
        return self.first <= last and first <= self.last


@dataclass(frozen=True, slots=True)
class Absence:
    """A seat for which nobody acts from the first to the last of some days."""

    seat: Seat
    first: date
    last: date


def days_written(text: str, today: date, command: str) -> Days:
    """Refused: what is no days, runs backwards, is over, or takes longer than a year."""
    found = read_days(text, today)
    if found is None or found.rest:
        raise NoDates(text, command)
    if found.last < found.first:
        raise DatesReversed(found.first, found.last)
    if found.last < today:
        raise DatesOver(found.last)
    if (found.last - found.first).days >= LONGEST:
        raise DatesTooLong(LONGEST)
    return Days(found.first, found.last)


def check_one_substitute(seating: Seating, seat: Seat, days: Days) -> None:
    """A seat has one substitute at a time."""
    for other in seating.substitutions:
        if other.seat == seat.key and days.meets(other.first, other.last):
            raise SubstitutesOverlap(
                seat.title, other.person.name, other.title.value, other.first, other.last
            )


def own_leaves(seating: Seating, person_id: int) -> tuple[Leave, ...]:
    return tuple(leave for leave in seating.leaves if leave.person.id == person_id)


def check_one_leave(seating: Seating, person_id: int, days: Days) -> None:
    for other in own_leaves(seating, person_id):
        if days.meets(other.first, other.last):
            raise LeavesOverlap(other.first, other.last)


def absences(seating: Seating, seats: tuple[Seat, ...], days: Days) -> tuple[Absence, ...]:
    """Of each seat that nobody acts for on some of the days, the first and the last of them."""
    leaves = [leave for leave in seating.leaves if days.meets(leave.first, leave.last)]
    if not leaves:
        return ()
    away = {day: seating.away(day) for day in days}
    found = []
    for seat in seats:
        missed = [day for day, seats_away in away.items() if seat.key in seats_away]
        if missed:
            found.append(Absence(seat, missed[0], missed[-1]))
    return tuple(found)
