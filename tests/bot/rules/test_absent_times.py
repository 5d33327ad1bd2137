"""When nobody acted for a seat: leave, and who stood in on which of its days."""

from datetime import UTC, date, datetime

from bot.rules.absent_times import absent_times
from bot.rules.people import Leave, Person, Substitution, Title

ZONE = "Asia/Makassar"
HOLDER, OTHER = Person(1, "Budi"), Person(2, "Sari")
LEAVE = Leave(1, 1, HOLDER, date(2026, 11, 23), date(2026, 11, 26))


def days(*substitutions: Substitution, until: date = date(2026, 12, 31)) -> list[int]:
    found = absent_times({"irban-1": HOLDER, "irban-2": OTHER}, [LEAVE], substitutions, ZONE, until)
    assert set(found) <= {"irban-1"}
    spans = found.get("irban-1", [])
    assert all((end - start).total_seconds() == 86400 for start, end in spans)
    return [start.day for start, _ in spans]


def stood_in(first: int, last: int, ended: datetime | None = None) -> Substitution:
    in_november = (date(2026, 11, first), date(2026, 11, last))
    return Substitution(1, 1, "irban-1", OTHER, Title.PLH, *in_november, ended_at=ended)


def test_leave_is_absence_day_by_day_until_today() -> None:
    assert days() == [23, 24, 25, 26]
    assert days(until=date(2026, 11, 24)) == [23, 24]
    assert days(until=date(2026, 11, 22)) == []


def test_on_days_on_which_somebody_stood_in_nobody_was_absent() -> None:
    assert days(stood_in(24, 25)) == [23, 26]


def test_a_standing_in_that_was_ended_early_acts_until_that_day() -> None:
    ended = datetime(2026, 11, 25, 1, tzinfo=UTC)
    assert days(stood_in(23, 26, ended)) == [25, 26]
