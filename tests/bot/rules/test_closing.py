from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.rules import recounting
from bot.rules.calendar import WorkCalendar
from bot.rules.closing import read_closing, reopened
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
from bot.rules.run import Task
from bot.rules.special_days import Closure, ReplacedDay
from tests.bot.conftest import Course, wita

NOW = wita("2026-11-23 10:00")
TUESDAY = date(2026, 11, 24)
FLOOD = Closure(TUESDAY, "Banjir")


def test_a_day_is_closed_with_its_reason_and_the_number_of_the_decision(
    hours: WorkCalendar,
) -> None:
    closing = read_closing("24-11-2026 Pilkades serentak, keputusan 800/12/2026", hours, (), NOW)
    assert closing.days == (Closure(TUESDAY, "Pilkades serentak", "800/12/2026"),)
    assert closing.idle == ()


@pytest.mark.parametrize(
    ("words", "reason", "decree"),
    [
        ("banjir", "banjir", None),
        ("banjir, keputusan 800/12/2026", "banjir", "800/12/2026"),
        ("banjir (Keputusan Nomor 800/12/2026)", "banjir", "800/12/2026"),
        ("banjir; surat edaran no. 12 Tahun 2026.", "banjir", "12 Tahun 2026"),
        ("menunggu keputusan bupati", "menunggu keputusan bupati", None),
        ("rapat 3 keputusan bersama", "rapat 3 keputusan bersama", None),
    ],
)
def test_what_follows_the_reason_is_a_number_only_where_it_has_a_figure(
    hours: WorkCalendar, words: str, reason: str, decree: str | None
) -> None:
    [closed] = read_closing(f"24-11-2026 {words}", hours, (), NOW).days
    assert (closed.reason, closed.decree) == (reason, decree)


def test_of_several_days_those_that_are_not_worked_stay_out(hours: WorkCalendar) -> None:
    closing = read_closing("27-11 s.d. 30-11-2026 banjir", hours, (), NOW)
    assert [closure.day.day for closure in closing.days] == [27, 30]
    assert [day.day for day in closing.idle] == [28, 29]


def test_what_is_closed_already_is_left_as_it_is(hours: WorkCalendar) -> None:
    closing = read_closing("24-25 November 2026 angin", hours.closing((FLOOD,)), (FLOOD,), NOW)
    assert [closure.day.day for closure in closing.days] == [25]


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("besok banjir", NotADay("besok banjir")),
        ("26-11 s.d. 25-11-2026 banjir", DaysReversed),
        ("20-11-2026 banjir", DayPassed(date(2026, 11, 20))),
        ("20-11-2027 s.d. 31-12-2027 banjir", TooFarAhead(date(2027, 12, 31), 400)),
        ("24-11-2026 s.d. 25-12-2026 banjir", TooManyDays(32, 31)),
        ("28-11-2026 banjir", NotWorked(date(2026, 11, 28))),
        ("25-12-2026 banjir", NotWorked(date(2026, 12, 25), "Hari Raya Natal")),
        ("24-11-2026 angin", ClosedAlready(TUESDAY, "Banjir")),
        ("25-11-2026", NoWhy(date(2026, 11, 25))),
        ("25-11-2026 -", NoWhy(date(2026, 11, 25))),
    ],
)
def test_what_cannot_be_closed_is_refused_with_what_is_wrong(
    hours: WorkCalendar, words: str, refusal: Any
) -> None:
    expected = refusal if isinstance(refusal, type) else type(refusal)
    with pytest.raises(expected) as raised:
        read_closing(words, hours.closing((FLOOD,)), (FLOOD,), NOW)
    if not isinstance(refusal, type):
        assert vars(raised.value) == vars(refusal)


def test_today_can_be_closed_until_its_hours_are_over(hours: WorkCalendar) -> None:
    assert read_closing("23-11-2026 banjir", hours, (), wita("2026-11-23 15:59")).days
    with pytest.raises(DayPassed):
        read_closing("23-11-2026 banjir", hours, (), wita("2026-11-23 16:00"))


def test_only_what_the_office_closed_itself_is_opened_again(hours: WorkCalendar) -> None:
    later = Closure(date(2026, 11, 30), "Banjir")
    own = (FLOOD, later)
    assert reopened(TUESDAY, TUESDAY, own, hours, NOW) == (FLOOD,)
    assert reopened(TUESDAY, later.day, own, hours, NOW) == own
    assert reopened(TUESDAY, later.day, own, hours, wita("2026-11-25 08:00")) == (later,)
    with pytest.raises(NotClosed):
        reopened(date(2026, 12, 25), date(2026, 12, 25), own, hours, NOW)
    with pytest.raises(DayPassed):
        reopened(TUESDAY, TUESDAY, own, hours, wita("2026-11-25 08:00"))


def test_a_limit_returns_where_it_was_once_the_day_is_opened_again(course: Course) -> None:
    course.at("2026-11-23 16:30").order()
    before = course.duty(Task.CONVEY, "penyusun")
    assert before.due_at == wita("2026-11-24 07:50")
    closed = course.calendar.closing((FLOOD,))
    course.do(recounting.recount(course.run, closed, course.now, "kantor libur"))
    # those who were to be told at 07.45 are told at 07.45 of the next day worked
    assert course.duty(Task.CONVEY, "penyusun").due_at == wita("2026-11-25 07:50")
    assert course.facts[-1].detail["alasan"] == "kantor libur"
    course.do(recounting.recount(course.run, course.calendar, course.now))
    assert replace(course.duty(Task.CONVEY, "penyusun"), look_again_at=None) == replace(
        before, look_again_at=None
    )


def test_a_decision_counts_for_the_day_that_it_closes(hours: WorkCalendar) -> None:
    closed = hours.closing(read_closing("24-11-2026 banjir, keputusan 800/1", hours, (), NOW).days)
    assert closed.closure_on(TUESDAY) == Closure(TUESDAY, "banjir", "800/1")
    assert closed.fingerprint != hours.fingerprint


def test_a_day_worked_instead_of_another_can_be_closed(hours: WorkCalendar) -> None:
    saturday = ReplacedDay(date(2026, 11, 28), 0, "Pengganti cuti bersama")
    office = replace(hours, replaced_days=(saturday,))
    assert office.segments(saturday.day)
    [closed] = read_closing("28-11-2026 banjir", office, (), NOW).days
    assert office.closing((closed,)).segments(saturday.day) == ()
    assert office.closing((closed,)).fingerprint != office.fingerprint
    assert office.closing(()).segments(saturday.day)
