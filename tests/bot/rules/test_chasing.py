from datetime import timedelta

from bot.rules import chasing
from tests.bot.conftest import EVLAP, UMUM, Course


def seats(course: Course) -> list[str]:
    return [d.seat for d in chasing.to_remind(course.run, course.calendar, course.now)]


def test_who_is_due_today_is_reminded_also_before_his_limit(course: Course) -> None:
    course.at("2026-11-23 07:50").to_step(4)
    assert seats(course) == ["irban-1", "irban-2", "irban-3", "irban-4"]


def test_who_handed_in_is_not_reminded_and_who_only_waits_neither(course: Course) -> None:
    course.at("2026-11-23 07:50").to_step(4).hand_in("irban-2")
    course.at("2026-11-25 15:00")
    assert seats(course) == ["irban-1", "irban-3", "irban-4", EVLAP, UMUM]
    course.accept_all(EVLAP)
    course.accept_all(UMUM)
    assert seats(course) == ["irban-1", "irban-3", "irban-4"]


def test_who_is_due_another_day_is_not_reminded(course: Course) -> None:
    course.at("2026-11-23 07:50").to_step(4).hand_in_all()
    assert seats(course) == []
    assert seats(course.at("2026-11-24 07:45")) == [EVLAP, UMUM]


def test_a_reminder_on_request_holds_for_an_hour(course: Course) -> None:
    facts = [chasing.reminded("sekretaris", 9, {7, 8}, course.now)]
    later = course.now + timedelta(minutes=59)
    assert chasing.reminded_since(facts, later) == {7, 8}
    assert chasing.reminded_since(facts, later + timedelta(minutes=1)) == frozenset()
    assert chasing.reminded_since(course.facts, later) == frozenset()
