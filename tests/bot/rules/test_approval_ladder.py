"""Reminders of an approval: by their own ladder, in working hours, each once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.rules import approving
from bot.rules.approval_ladder import ApprovalReminder, remind_of
from bot.rules.approvals import Approval
from bot.rules.sop import Approving, Rung, RungTo, RungWhere
from bot.rules.worktime import add_minutes, speaking_time
from tests.bot.conftest import Course

RECAP = "a1" * 32


@pytest.fixture
def asked(course: Course) -> Course:
    """Asked on Monday at 10.00: the holder after 225 minutes and each 450 more, his superior after
    450, those who oversee after 900."""
    course.at("2026-11-23 10:00")
    course.do(approving.open_chain(course.run, RECAP, course.calendar, course.now))
    return course


def only(course: Course) -> Approval:
    found = approving.awaited(course.run)
    assert found is not None
    return found


def look(course: Course, *, away: bool = False) -> list[tuple[RungTo, int, bool]]:
    outcome = course.do(remind_of(course.run, only(course), course.calendar, course.now, away=away))
    told = [n for n in outcome.notices if isinstance(n, ApprovalReminder)]
    return [(n.to, n.waited, n.again) for n in told]


def later(course: Course, minutes: int) -> Course:
    course.now = add_minutes(course.calendar, only(course).asked_at or course.now, minutes)
    return course


def test_nothing_is_said_before_the_first_rung_and_each_once(asked: Course) -> None:
    assert only(asked).look_again_at == add_minutes(asked.calendar, asked.now, 225)
    assert look(later(asked, 224)) == []
    assert look(later(asked, 225)) == [(RungTo.HOLDER, 225, True)]
    assert look(asked) == []
    assert look(later(asked, 450)) == [(RungTo.SUPERIOR, 450, False)]
    assert look(later(asked, 675)) == [(RungTo.HOLDER, 675, True)]
    assert look(later(asked, 900)) == [(RungTo.OVERSEERS, 900, False)]


def test_after_downtime_each_hears_one_word(asked: Course) -> None:
    told = look(later(asked, 2000))
    assert sorted(to for to, _, _ in told) == sorted(
        [RungTo.HOLDER, RungTo.SUPERIOR, RungTo.OVERSEERS]
    )
    assert look(asked) == []
    assert only(asked).look_again_at == add_minutes(asked.calendar, only(asked).asked_at, 2025)


def test_outside_working_hours_it_waits_for_the_first_word(asked: Course) -> None:
    later(asked, 225)
    asked.now += timedelta(hours=14)  # at night
    assert look(asked) == []
    assert only(asked).look_again_at == speaking_time(asked.calendar, asked.now)


def test_who_is_on_leave_is_spared_and_those_above_hear(asked: Course) -> None:
    assert look(later(asked, 450), away=True) == [(RungTo.SUPERIOR, 450, False)]


def test_what_was_decided_is_not_looked_at_again(asked: Course) -> None:
    first = only(asked)
    by = approving.Decider(11, "Sari")
    asked.do(approving.give(asked.run, first, by, asked.calendar, asked.now))
    given = next(a for a in asked.run.approvals if a.key == first.key)
    assert given.look_again_at is None
    stale = replace(given, look_again_at=asked.now)
    outcome = remind_of(asked.run, stale, asked.calendar, asked.now, away=False)
    assert outcome.notices == ()


def test_a_sop_without_a_ladder_of_approvals_reminds_nobody(course: Course) -> None:
    sop = course.run.sop
    bare = replace(sop, approving=Approving(sop.approving.chain))
    run = replace(course.run, sop=bare)
    course.do(approving.open_chain(run, RECAP, course.calendar, course.now))
    assert only(course).look_again_at is None


def test_a_rung_at_once_comes_with_the_asking(course: Course) -> None:
    chain = course.run.sop.approving.chain
    now = Rung(0, RungTo.SUPERIOR, RungWhere.PRIVATE)
    run = replace(course.run, sop=replace(course.run.sop, approving=Approving(chain, (now,))))
    course.at("2026-11-23 10:00")
    course.do(approving.open_chain(run, RECAP, course.calendar, course.now))
    assert look(course) == [(RungTo.SUPERIOR, 0, False)]
