from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.rules import moves
from bot.rules.calendar import WorkCalendar
from bot.rules.periods import Period
from bot.rules.run import Run, Task
from bot.rules.sop import Sop
from bot.rules.timeliness import Measured, Timeliness, timeliness
from tests.bot.conftest import EVLAP, KASUBBAG, PENYUSUN, Course, wita

OPENED, LATER = wita("2026-11-23 07:30"), wita("2026-12-01 10:00")
Begun = Callable[..., Course]


@pytest.fixture
def begun(jeneponto: Sop, hours: WorkCalendar) -> Begun:
    """A run of its own, opened on a Monday at 07.30."""

    def begin(number: int, period: Period | None = None) -> Course:
        now = OPENED + timedelta(minutes=number)
        period = period or Period("bulan", 2026, number)
        run = moves.open_run(1, jeneponto, period, hours, now).run
        return Course(hours, replace(run, id=number), now)

    return begin


def ordered_after(course: Course, minutes: int) -> Run:
    course.now += timedelta(minutes=minutes)
    course.order()
    return course.run


def found(runs: list[Run], hours: WorkCalendar, at=LATER, kind=None) -> Timeliness:
    return timeliness(runs, hours, at, kind=kind)


def of(measured: Timeliness, task: Task, seat: str) -> Measured:
    (row,) = [row for row in measured.rows if (row.task, row.seat) == (task, seat)]
    return row


@pytest.mark.parametrize(
    ("taken", "middle", "worst", "on_time"),
    [
        ([2], 2, 2, 1),
        ([5], 5, 5, 1),
        ([6], 6, 6, 0),
        ([1, 2, 9], 2, 9, 2),
        ([1, 4], 2, 4, 2),  # the half is rounded to the even minute
        ([3, 20, 4, 30], 12, 30, 2),
    ],
)
def test_a_seat_s_minutes_are_set_against_the_standard(
    begun: Begun, hours: WorkCalendar, taken, middle: int, worst: int, on_time: int
) -> None:
    runs = [ordered_after(begun(n), minutes) for n, minutes in enumerate(taken, 1)]
    # measured a minute after the last order, nobody else is late yet
    measured = found(runs, hours, at=OPENED + timedelta(minutes=1))
    row = of(measured, Task.ORDER, KASUBBAG)
    assert (row.standard, row.middle, row.worst) == (5, middle, worst)
    assert (row.on_time, row.counted, row.label) == (on_time, len(taken), "Perencanaan")


def test_an_open_duty_counts_once_it_is_late_and_has_no_minutes(
    begun: Begun, hours: WorkCalendar
) -> None:
    run = ordered_after(begun(1), 2)
    early = found([run], hours, at=OPENED + timedelta(minutes=5))
    assert [row.task for row in early.rows] == [Task.ORDER]
    late = of(found([run], hours), Task.CONVEY, PENYUSUN)
    assert (late.middle, late.worst, late.on_time, late.counted) == (None, None, 0, 1)


def test_a_collector_s_waiting_is_not_his(begun: Begun, hours: WorkCalendar) -> None:
    course = begun(1)
    course.to_step(4).at("2026-11-24 10:00")
    for seat in ("irban-1", "irban-2", "irban-3", "irban-4"):
        course.hand_in(seat)
    course.at("2026-11-24 10:30").accept_all(EVLAP)
    course.convey_collected(EVLAP)
    measured = found([course.run], hours)
    collected, given = of(measured, Task.COLLECT, EVLAP), of(measured, Task.HAND_IN, "irban-2")
    assert (collected.middle, collected.on_time) == (30, 1)
    assert (given.middle, given.on_time) == (599, 0)


@pytest.mark.parametrize(("kind", "runs"), [(None, 3), ("bulan", 2), ("triwulan", 1)])
def test_runs_are_counted_by_their_kind_and_without_the_cancelled(
    begun: Begun, hours: WorkCalendar, kind, runs: int
) -> None:
    every = [ordered_after(begun(n), 1) for n in (1, 2)]
    every.append(ordered_after(begun(3, Period("triwulan", 2026, 3)), 1))
    cancelled = begun(4)
    cancelled.do(moves.cancel(cancelled.run, 7, KASUBBAG, "Salah periode", cancelled.now))
    assert found([*every, cancelled.run], hours, kind=kind).runs == runs


def test_nothing_is_measured_where_nothing_was_done(begun: Begun, hours: WorkCalendar) -> None:
    assert found([], hours) == Timeliness(0, ())
    assert found([begun(1).run], hours, at=OPENED + timedelta(minutes=2)) == Timeliness(0, ())


def test_rows_stand_in_the_sop_s_order(begun: Begun, hours: WorkCalendar) -> None:
    rows = found([begun(1).to_step(6).run], hours).rows
    assert [row.step for row in rows] == [1, 2, 3, 3, 4, 4, 4, 4, 4, 4, 5, 6]
    assert [row.seat for row in rows][4:8] == ["irban-1", "irban-2", "irban-3", "irban-4"]
