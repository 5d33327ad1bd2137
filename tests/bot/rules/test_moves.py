"""Opening, ordering, conveying: one step after another, and who may not."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.rules import moves, recapping
from bot.rules.calendar import WorkCalendar
from bot.rules.errors.runs import NotNow, RunNotOpen
from bot.rules.errors.seats import NotYours
from bot.rules.moves import DutyDone, DutyOpened, Requested, RunClosed
from bot.rules.periods import Period
from bot.rules.run import DutyState, RunState, Task
from bot.rules.sop import Limit, Sop
from bot.rules.worktime import WorkUnit

KASUBBAG, PENYUSUN = "kasubbag-perencanaan", "penyusun"
EVLAP, UMUM = "kasubbag-evlap", "kasubbag-umum"
IRBAN = ["irban-1", "irban-2", "irban-3", "irban-4"]


def wita(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Makassar"))


def opened(notices) -> list[tuple[Task, str]]:
    return [(n.duty.task, n.duty.seat) for n in notices if isinstance(n, DutyOpened)]


def test_a_run_opens_with_the_order_and_every_duty_of_the_sop_standing(course) -> None:
    assert opened(course.notices) == [(Task.ORDER, KASUBBAG)]
    waiting = [d for d in course.run.duties if d.state == DutyState.WAITING]
    assert [(d.step, d.task, d.seat) for d in waiting] == [
        (2, Task.CONVEY, PENYUSUN),
        (3, Task.CONVEY, EVLAP),
        (3, Task.CONVEY, UMUM),
        *((4, Task.HAND_IN, seat) for seat in IRBAN),
        (4, Task.COLLECT, EVLAP),
        (4, Task.COLLECT, UMUM),
        (5, Task.COMPILE, PENYUSUN),
        (6, Task.ANALYSE, KASUBBAG),
    ]
    assert all(d.due_at is None and d.look_again_at is None for d in waiting)


def test_a_run_used_to_every_limit_ends_as_the_sop_foretells(course) -> None:
    limits = []

    def wait_for_the_limit(task: Task, seat: str) -> None:
        due = course.duty(task, seat, course.run.step).due_at
        limits.append(due)
        course.now = due

    wait_for_the_limit(Task.ORDER, KASUBBAG)
    course.order()
    wait_for_the_limit(Task.CONVEY, PENYUSUN)
    course.convey(2, PENYUSUN)
    wait_for_the_limit(Task.CONVEY, UMUM)
    course.to_step(4)
    wait_for_the_limit(Task.COLLECT, EVLAP)
    course.to_step(5)
    wait_for_the_limit(Task.COMPILE, PENYUSUN)
    course.to_step(6)
    wait_for_the_limit(Task.ANALYSE, KASUBBAG)
    course.finish()
    assert limits == [
        wita("2026-11-23 07:35"),
        wita("2026-11-23 07:40"),
        wita("2026-11-23 07:50"),
        wita("2026-11-24 08:20"),
        wita("2026-11-25 08:50"),
        wita("2026-11-26 09:20"),
    ]
    assert course.run.state == RunState.CLOSED


def test_documents_are_due_at_three_quarters_of_the_collecting(course) -> None:
    course.at("2026-11-23 07:50").to_step(4)
    assert {course.hand_in_duty(seat).minutes for seat in IRBAN} == {360}
    assert {course.hand_in_duty(seat).due_at for seat in IRBAN} == {wita("2026-11-23 14:50")}
    assert course.duty(Task.COLLECT, EVLAP).due_at == wita("2026-11-24 08:20")


def test_a_broken_minute_of_the_share_is_given_to_the_collector(
    jeneponto: Sop, hours: WorkCalendar
) -> None:
    collect = replace(jeneponto.step(4), limit=Limit(7, WorkUnit.MINUTE))
    assert {d.minutes for d in moves.duties_of(jeneponto, collect, hours) if d.task == "serah"} == {
        5
    }


@pytest.mark.parametrize(
    ("ordered", "told", "limit"),
    [
        ("2026-11-23 09:00", "2026-11-23 09:00", "2026-11-23 09:05"),
        ("2026-11-23 12:10", "2026-11-23 13:15", "2026-11-23 13:20"),
        ("2026-11-23 20:00", "2026-11-24 07:45", "2026-11-24 07:50"),
        ("2026-11-28 10:00", "2026-11-30 07:45", "2026-11-30 07:50"),
    ],
)
def test_a_limit_counts_from_when_its_seat_can_be_told(
    course, ordered: str, told: str, limit: str
) -> None:
    course.at(ordered).order()
    duty = course.duty(Task.CONVEY, PENYUSUN)
    assert (duty.opened_at, duty.counted_from) == (wita(ordered), wita(told))
    assert duty.due_at == duty.look_again_at == wita(limit)


def test_each_step_opens_when_all_of_the_one_before_are_done(course) -> None:
    assert opened(course.order().notices) == [(Task.CONVEY, PENYUSUN)]
    assert opened(course.convey(2, PENYUSUN).notices) == [(Task.CONVEY, EVLAP), (Task.CONVEY, UMUM)]
    assert opened(course.convey(3, EVLAP).notices) == []
    assert course.run.step == 3
    collecting = [(Task.COLLECT, EVLAP), (Task.COLLECT, UMUM)]
    asked = [(Task.HAND_IN, seat) for seat in IRBAN]
    assert opened(course.convey(3, UMUM).notices) == asked + collecting
    course.to_step(5)
    assert opened(course.approve().notices) == [(Task.ANALYSE, KASUBBAG)]


def test_the_suppliers_are_asked_once_by_each_who_conveys_to_them(course) -> None:
    assert not [n for n in course.to_step(3).notices if isinstance(n, Requested)]
    course.convey(3, UMUM)
    course.convey(3, EVLAP)
    asked = [n for n in course.notices if isinstance(n, Requested)]
    assert asked == [Requested(UMUM, first=True), Requested(EVLAP, first=False)]


def test_a_done_duty_is_looked_at_no_more(course) -> None:
    course.order()
    done = course.duty(Task.ORDER, KASUBBAG)
    assert (done.state, done.done_at, done.look_again_at) == (DutyState.DONE, course.now, None)
    assert DutyDone(done) in course.notices


MOVES = {
    "order": lambda c, seat: moves.order(c.run, seat, 7, c.calendar, c.now),
    "convey 2": lambda c, seat: moves.convey(c.run, 2, seat, 7, c.calendar, c.now),
    "convey 3": lambda c, seat: moves.convey(c.run, 3, seat, 7, c.calendar, c.now),
    "approve": lambda c, seat: recapping.approve_recap(c.run, seat, 7, "x", c.calendar, c.now),
    "remark": lambda c, seat: recapping.remark(c.run, seat, 7, "Baik", c.now),
    "finish": lambda c, seat: recapping.finish(c.run, seat, 7, c.calendar, c.now),
}
OWNERS = {
    "order": (1, [KASUBBAG]),
    "convey 2": (2, [PENYUSUN]),
    "convey 3": (3, [EVLAP, UMUM]),
    "approve": (5, [PENYUSUN]),
    "remark": (6, [KASUBBAG]),
    "finish": (6, [KASUBBAG]),
}


@pytest.mark.parametrize("move", MOVES)
def test_a_move_is_refused_to_every_other_seat_with_whose_it_is(course, move: str) -> None:
    step, owners = OWNERS[move]
    course.to_step(step)
    titles = tuple(course.run.sop.seat(owner).title for owner in owners)
    for seat in course.run.sop.seats:
        if seat.key not in owners:
            with pytest.raises(NotYours) as refused:
                MOVES[move](course, seat.key)
            assert refused.value.seats == titles


@pytest.mark.parametrize("move", [m for m in MOVES if m != "order"])
def test_a_move_before_its_step_is_refused_with_the_step(course, move: str) -> None:
    step, owners = OWNERS[move]
    course.to_step(step - 1)
    with pytest.raises(NotNow) as refused:
        MOVES[move](course, owners[0])
    assert (refused.value.done, refused.value.step) == (False, step)


@pytest.mark.parametrize("move", [m for m in MOVES if m != "remark"])
def test_a_move_is_done_once(course, move: str) -> None:
    step, owners = OWNERS[move]
    course.to_step(step).do(MOVES[move](course, owners[0]))
    with pytest.raises(NotNow) as refused:
        MOVES[move](course, owners[0])
    assert (refused.value.done, refused.value.step) == (True, step)


def test_the_last_step_done_closes_the_run(course) -> None:
    outcome = course.to_step(6).at("2026-11-24 10:00").finish()
    assert (course.run.state, course.run.closed_at) == (RunState.CLOSED, course.now)
    assert RunClosed() in outcome.notices
    assert outcome.facts[-1].verb == "putaran selesai"
    assert not [d for d in course.run.duties if d.is_open or d.look_again_at]


@pytest.mark.parametrize("step", [1, 3, 4, 6])
def test_a_cancelled_run_leaves_no_duty_open(course, step: int) -> None:
    course.to_step(step)
    done = [d for d in course.run.duties if d.state == DutyState.DONE]
    course.do(moves.cancel(course.run, 7, KASUBBAG, "Salah periode", course.now))
    assert (course.run.state, course.run.reason) == (RunState.CANCELLED, "Salah periode")
    assert course.run.closed_at == course.now
    assert [d for d in course.run.duties if d.state == DutyState.DONE] == done
    rest = [d for d in course.run.duties if d not in done]
    assert {(d.state, d.look_again_at) for d in rest} == {(DutyState.CANCELLED, None)}


@pytest.mark.parametrize("ended", ["closed", "cancelled"])
def test_a_run_that_ended_is_not_cancelled(course, ended: str) -> None:
    if ended == "closed":
        course.to_step(6).finish()
    else:
        course.do(moves.cancel(course.run, 7, KASUBBAG, "Salah periode", course.now))
    with pytest.raises(RunNotOpen) as refused:
        moves.cancel(course.run, 7, KASUBBAG, "Sekali lagi", course.now)
    assert refused.value.closed_at == course.run.closed_at


def told(fact) -> tuple[object, ...]:
    return (fact.verb, fact.at, fact.person, fact.seat, dict(fact.detail))


def test_the_facts_say_who_did_what_and_when(course) -> None:
    start = course.now
    course.at("2026-11-23 07:33").order()
    ordered = course.now
    course.at("2026-11-23 07:39").do(
        moves.cancel(course.run, 9, KASUBBAG, "Salah periode", wita("2026-11-23 07:39"))
    )
    assert [told(fact) for fact in course.facts] == [
        ("langkah dibuka", start, None, "", {"langkah": 1}),
        ("perintah selesai", ordered, 7, KASUBBAG, {"langkah": 1}),
        ("langkah dibuka", ordered, None, "", {"langkah": 2}),
        ("putaran dibatalkan", course.now, 9, KASUBBAG, {"alasan": "Salah periode"}),
    ]


def test_a_run_knows_its_office_and_its_own_sop(jeneponto: Sop, hours: WorkCalendar) -> None:
    period = Period("bulan", 2026, 10)
    run = moves.open_run(3, jeneponto, period, hours, wita("2026-11-23 07:30")).run
    assert (run.id, run.office_id, run.period, run.sop) == (0, 3, period, jeneponto)
    assert (run.step, run.step_opened_at) == (1, wita("2026-11-23 07:30"))
