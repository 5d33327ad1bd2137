"""Nobody is chased without cause: who waits for others, who is on leave, whose limit moved."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.rules import granting, ladder
from bot.rules.ladder import Reminder
from bot.rules.recounting import LimitMoved
from bot.rules.run import Task

EVLAP, UMUM, PENYUSUN = "kasubbag-evlap", "kasubbag-umum", "penyusun"
LETTERS = ("LHP", "LHE", "TLHP")


def wita(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Makassar"))


def of(course, seat: str, away: set[str] | None = None) -> list[tuple[str, str, int]]:
    """What is said of this seat's duties now."""
    look = ladder.look(course.run, course.calendar, course.now, (), away or ())
    outcome = course.do(look)
    reminders = [n for n in outcome.notices if isinstance(n, Reminder) and n.duty.seat == seat]
    return [(r.to.value, r.where.value, r.rung) for r in reminders]


def settled(course) -> None:
    """As after every use-case."""
    course.run = ladder.awakened(course.run, course.calendar, course.now)


def test_a_long_step_is_reminded_half_way_an_hour_before_at_the_limit_and_each_half_day(
    asked,
) -> None:
    heard = []
    while asked.now < wita("2026-11-25 16:00"):
        asked.now = min(d.look_again_at for d in asked.run.duties if d.look_again_at)
        heard += [(asked.now, *one) for one in of(asked, "irban-1")]
    assert heard[:8] == [
        (wita("2026-11-23 10:50"), "pemilik", "pribadi", 0),
        (wita("2026-11-23 13:50"), "pemilik", "pribadi", 1),
        (wita("2026-11-23 14:50"), "pemilik", "pribadi", 2),
        (wita("2026-11-23 15:20"), "pemilik", "grup", 3),
        (wita("2026-11-24 10:05"), "pemilik", "pribadi", 4),
        (wita("2026-11-24 10:05"), "atasan", "pribadi", 5),
        (wita("2026-11-24 14:50"), "pemilik", "pribadi", 6),
        (wita("2026-11-24 14:50"), "pengawas", "pribadi", 7),
    ]
    assert {(to, where) for _, to, where, _ in heard[8:]} == {("pemilik", "pribadi")}


def test_after_three_days_down_one_private_word_then_the_group_and_who_is_above(asked) -> None:
    asked.at("2026-11-26 09:00")
    assert of(asked, "irban-1") == [("pemilik", "pribadi", 2)]
    assert asked.hand_in_duty("irban-1").look_again_at == wita("2026-11-26 09:30")
    assert sorted(of(asked.at("2026-11-26 09:30"), "irban-1"))[:2] == [
        ("atasan", "pribadi", 5),
        ("pemilik", "grup", 3),
    ]
    assert of(asked, "irban-1") == []


def test_a_collector_who_only_waits_hears_one_private_word_and_nobody_hears_of_him(asked) -> None:
    heard = []
    while asked.now < wita("2026-11-27 16:00"):
        asked.now = min(d.look_again_at for d in asked.run.duties if d.look_again_at)
        heard += [(asked.now, *one) for one in of(asked, EVLAP)]
    assert heard == [(wita("2026-11-24 08:20"), "pemilik", "pribadi", ladder.WAITING)]


def test_what_comes_late_gives_its_collector_his_reading_time_before_he_is_late(asked) -> None:
    of(asked.at("2026-11-24 08:20"), UMUM)
    for seat in ("irban-1", "irban-2", "irban-3", "irban-4"):
        asked.at("2026-11-24 10:00").file(seat, "DATA", f"{seat}.xlsx")
    settled(asked)
    assert asked.duty(Task.COLLECT, UMUM).look_again_at == wita("2026-11-24 12:00")
    assert of(asked.at("2026-11-24 11:59"), UMUM) == []
    assert of(asked.at("2026-11-24 13:15"), UMUM) == [("pemilik", "pribadi", 2)]
    assert of(asked.at("2026-11-24 13:45"), UMUM) == [("pemilik", "grup", 3)]


def test_a_collector_with_something_to_review_is_late_by_himself(asked) -> None:
    asked.at("2026-11-23 10:00").file("irban-1", "DATA", "data.xlsx")
    assert of(asked.at("2026-11-24 08:20"), UMUM) == [("pemilik", "pribadi", 2)]


def test_a_compiler_waits_for_what_was_returned(course) -> None:
    course.at("2026-11-23 07:50").to_step(5)
    course.give_back(course.run.filed("irban-1", "LHP")[0])
    due = course.duty(Task.COMPILE, PENYUSUN).due_at
    course.now = due
    assert of(course, PENYUSUN) == [("pemilik", "pribadi", ladder.WAITING)]
    course.file("irban-1", "LHP", "baru.pdf")
    settled(course)
    assert of(course.at("2026-11-24 10:00"), PENYUSUN) == []
    course.accept(course.run.filed("irban-1", "LHP")[0])
    settled(course)
    assert of(course, PENYUSUN) == [("pemilik", "pribadi", 2)]


def test_who_is_away_hears_nothing_and_his_superior_does(asked) -> None:
    away = {"irban-1"}
    for at in ("2026-11-23 14:50", "2026-11-23 15:20"):
        assert of(asked.at(at), "irban-1", away) == []
    assert of(asked.at("2026-11-24 10:05"), "irban-1", away) == [("atasan", "pribadi", 5)]
    assert of(asked.at("2026-11-24 14:50"), "irban-1") == [
        ("pemilik", "pribadi", 6),
        ("pengawas", "pribadi", 7),
    ]


def grant(course, seat: str, minutes: int, task: Task = Task.HAND_IN):
    by = (9, "kasubbag-perencanaan")
    duty = course.duty(task, seat)
    return course.do(
        granting.extend(course.run, duty, minutes, by, "Banjir", course.calendar, course.now)
    )


def test_a_moved_limit_repeats_no_word_that_came_before_it(asked) -> None:
    assert of(asked.at("2026-11-23 10:50"), "irban-1") == [("pemilik", "pribadi", 0)]
    grant(asked.at("2026-11-23 13:00"), "irban-1", 60)
    duty = asked.hand_in_duty("irban-1")
    assert (duty.rung, duty.due_at, duty.granted) == (1, wita("2026-11-23 15:50"), 60)
    assert of(asked.at("2026-11-23 14:49"), "irban-1") == []
    assert of(asked.at("2026-11-23 14:50"), "irban-1") == [("pemilik", "pribadi", 1)]


@pytest.mark.parametrize(
    ("minutes", "collectors"),
    [
        (60, "2026-11-24 09:20"),
        (225, "2026-11-24 13:05"),
    ],
)
def test_more_time_for_a_supplier_leaves_its_collectors_their_reading_time(
    asked, minutes: int, collectors: str
) -> None:
    outcome = grant(asked, "irban-1", minutes)
    for seat in (EVLAP, UMUM):
        assert asked.duty(Task.COLLECT, seat).due_at == wita(collectors)
        assert asked.duty(Task.COLLECT, seat).granted == minutes
    moved = [(n.duty.seat, n.follows is not None) for n in outcome.notices]
    assert moved == [("irban-1", False), (EVLAP, True), (UMUM, True)]
    assert [fact.verb for fact in outcome.facts] == ["waktu ditambah", *["batas mengikuti"] * 2]
    assert all(fact.detail["semula"] < fact.detail["menjadi"] for fact in outcome.facts)


def test_a_second_supplier_within_the_moved_time_moves_nobody_else(asked) -> None:
    grant(asked, "irban-1", 225)
    outcome = grant(asked, "irban-2", 120)
    assert [n.duty.seat for n in outcome.notices if isinstance(n, LimitMoved)] == ["irban-2"]


def test_a_collector_to_whom_nothing_is_owed_keeps_his_limit(asked) -> None:
    for kind in LETTERS:
        asked.nihil("irban-1", kind)
    grant(asked, "irban-1", 60)
    assert asked.duty(Task.COLLECT, EVLAP).due_at == wita("2026-11-24 08:20")
    assert asked.duty(Task.COLLECT, UMUM).due_at == wita("2026-11-24 09:20")


def test_a_reminder_is_said_again_only_while_its_cause_stands(asked) -> None:
    duty, early = asked.hand_in_duty("irban-1"), wita("2026-11-23 13:50")
    spoken = replace(duty, rung=2)
    still = ladder.still_true
    assert still(asked.run, spoken, 1, asked.calendar, early).left == 60
    assert still(asked.run, spoken, 1, asked.calendar, duty.due_at) is None
    assert still(asked.run, spoken, 2, asked.calendar, early) is None  # not climbed yet
    assert still(asked.run, spoken, ladder.WAITING, asked.calendar, early) is None
    collecting = asked.duty(Task.COLLECT, EVLAP)
    assert still(asked.run, collecting, ladder.WAITING, asked.calendar, early).waits
    assert still(asked.run, replace(collecting, rung=9), 3, asked.calendar, early) is None
