"""Days as they are written after a command, and who is away in the time of a run."""

from datetime import date

import pytest

from bot.rules.absences import Absence, Days, absences, days_written
from bot.rules.errors.acting import DatesOver, DatesReversed, DatesTooLong, NoDates
from bot.rules.errors.refusal import Refusal
from bot.rules.people import Leave, Person, Seating, Substitution, Title
from bot.rules.sop import Sop

TODAY = date(2026, 11, 23)
WEEK = Days(date(2026, 11, 23), date(2026, 11, 27))


@pytest.mark.parametrize(
    "text",
    [
        "23-11-2026 s.d. 27-11-2026",
        "23/11/2026 - 27/11/2026",
        "23.11.2026 sampai 27.11.2026",
        "23 November 2026 sampai dengan 27 November 2026",
        "23 Nov s/d 27 Nov",
        "23–27 November 2026",
        "2026-11-23 s.d. 2026-11-27",
        "Senin, 23-11-2026 hingga Jumat, 27-11-2026",
    ],
)
def test_days_are_read_as_people_write_them(text: str) -> None:
    assert days_written(text, TODAY, "plh") == WEEK


def test_one_day_is_its_own_last() -> None:
    assert days_written("24-11-2026", TODAY, "cuti") == Days(date(2026, 11, 24), date(2026, 11, 24))


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("", NoDates),
        ("besok", NoDates),
        ("31-02-2026", NoDates),
        ("23-11-2026 s.d. 27-11-2026 ya", NoDates),
        ("27-11-2026 s.d. 23-11-2026", DatesReversed),
        ("1-11-2026 s.d. 22-11-2026", DatesOver),
        ("23-11-2026 s.d. 24-11-2027", DatesTooLong),
    ],
)
def test_what_is_no_span_of_days_ahead_is_refused(text: str, refused: type[Refusal]) -> None:
    with pytest.raises(refused):
        days_written(text, TODAY, "plh")


def test_of_each_seat_the_days_are_named_on_which_nobody_acts(jeneponto: Sop) -> None:
    budi, sari = Person(1, "Budi"), Person(2, "Sari")
    off = Leave(1, 1, budi, date(2026, 11, 24), date(2026, 12, 24))
    seating = Seating({"irban-1": sari, "irban-2": budi}, leaves=(off,))
    seat = jeneponto.seat("irban-2")
    assert absences(seating, jeneponto.seats, WEEK) == (Absence(seat, off.first, WEEK.last),)
    stands_in = Substitution(1, 1, seat.key, sari, Title.PLH, off.first, date(2026, 11, 26))
    covered = Seating(seating.holders, substitutions=(stands_in,), leaves=(off,))
    assert absences(covered, jeneponto.seats, WEEK) == (Absence(seat, WEEK.last, WEEK.last),)
