from dataclasses import replace
from datetime import date

import pytest

from bot.rules import digest
from bot.rules.calendar import WorkCalendar
from bot.rules.digest import Item
from bot.rules.hours import Span
from bot.rules.run import Task
from tests.bot.conftest import EVLAP, Course, wita

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("span", "day", "opens", "shuts"),
    [
        (Span(480, 720), "2026-11-24", "08:00", "12:00"),
        (Span(480, 600), "2026-11-24", "08:00", "10:00"),
        (Span(420, 720), "2026-11-24", "07:45", "12:00"),  # not before the day's first word
        (Span(480, 720), "2027-02-08", "08:15", "12:00"),  # Ramadan begins at 08.00
        (None, "2026-11-24", "08:00", "12:00"),
        (None, "2027-02-08", "08:30", "12:00"),
        (Span(690, 840), "2026-11-27", "13:15", "14:00"),  # Friday's break, and its first word
        (Span(480, 720), "2026-11-28", None, None),  # a Saturday
        (Span(480, 720), "2026-12-25", None, None),
    ],
)
def test_a_digest_is_told_within_its_hours_of_a_working_day(
    hours: WorkCalendar, span: Span | None, day: str, opens: str | None, shuts: str | None
) -> None:
    calendar = replace(hours, digest_hours=span)
    expected = (wita(f"{day} {opens}"), wita(f"{day} {shuts}")) if opens else None
    assert digest.digest_hours(calendar, date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("now", "told_on", "expected"),
    [
        ("2026-11-24 07:59", None, False),
        ("2026-11-24 08:00", None, True),
        ("2026-11-24 08:00", TUESDAY, False),
        ("2026-11-24 11:59", date(2026, 11, 23), True),  # after downtime
        ("2026-11-24 12:00", None, False),
        ("2026-11-28 09:00", None, False),
    ],
)
def test_it_is_told_once_a_day_and_not_when_the_morning_is_over(
    hours: WorkCalendar, now: str, told_on: date | None, expected: bool
) -> None:
    assert digest.due_now(hours, told_on, wita(now)) is expected


def told(course: Course, *back: str) -> list[tuple[str, int]]:
    found = digest.items(course.run, course.calendar, course.now, back)
    return [(item.duty.seat, item.late) for item in found]


def test_what_opened_today_was_told_today(course: Course) -> None:
    course.to_step(4).at("2026-11-23 08:00")
    assert told(course) == []


def test_the_late_and_those_due_today_are_named_and_who_only_waits_is_not(course: Course) -> None:
    course.at("2026-11-23 14:00").to_step(4)
    course.hand_in("irban-1")
    course.at("2026-11-24 08:00")
    # to 11.30 of Tuesday the Irban, to 14.00 the collectors, who have something to review
    assert told(course) == [
        *((f"irban-{n}", 0) for n in (2, 3, 4)),
        *((seat, 0) for seat in (EVLAP, "kasubbag-umum")),
    ]
    course.accept_all(EVLAP)
    course.accept_all("kasubbag-umum")
    assert [seat for seat, _ in told(course)] == ["irban-2", "irban-3", "irban-4"]
    course.at("2026-11-25 08:00")
    assert told(course) == [(f"irban-{n}", 240) for n in (2, 3, 4)]


def test_who_is_back_from_leave_reads_all_that_he_owes(course: Course) -> None:
    course.at("2026-11-23 07:50").to_step(4).at("2026-11-23 08:00")
    assert told(course, "irban-2") == [("irban-2", 0)]


@pytest.mark.parametrize(("now", "expected"), [("2026-11-24 14:00", 0), ("2026-11-25 08:00", 4)])
def test_the_group_hears_only_of_what_was_late_before_this_day(
    course: Course, now: str, expected: int
) -> None:
    course.at("2026-11-23 14:00").to_step(4).at(now)
    items = list(digest.items(course.run, course.calendar, course.now, ()))
    assert sum(item.late > 0 for item in items) == 4
    late = [i for i in items if digest.late_since_before(i, course.calendar, course.now)]
    assert len(late) == expected


def test_what_a_reminder_named_today_is_known_by_its_audience(course: Course) -> None:
    item = Item(course.run, course.duty(Task.HAND_IN, "irban-2"))
    kept = {"run": 5, "audience": "grup", "late": [[4, "serah", "irban-2", 1, "batas"]]}
    assert digest.told([kept], "grup") == {item.named}
    assert digest.told([kept], "") == frozenset()


def test_the_working_day_before_a_monday_is_the_friday(hours: WorkCalendar) -> None:
    assert digest.last_worked(hours, date(2026, 11, 23)) == date(2026, 11, 20)
    assert digest.last_worked(hours, date(2026, 12, 28)) == date(2026, 12, 23)
