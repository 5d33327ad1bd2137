"""Reminders: each rung once and never early, downtime in one word, limits that move."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendars.file import load_calendar
from bot.rules import granting, ladder, moves, predicted, recounting
from bot.rules.periods import Period
from bot.rules.recounting import LimitMoved
from bot.rules.run import DutyState, Task
from bot.rules.sop import Rung, RungTo, RungWhere
from bot.rules.sop_file import parse_sop
from bot.rules.special_days import Closure
from bot.rules.worktime import minutes_between, next_opening

KASUBBAG, PENYUSUN = "kasubbag-perencanaan", "penyusun"
EVLAP, UMUM = "kasubbag-evlap", "kasubbag-umum"


def wita(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Makassar"))


def told(reminders) -> list[tuple[str, str, int]]:
    return [(r.to.value, r.where.value, r.late) for r in reminders]


@pytest.fixture
def late(course):
    """The order is due on Monday 07.35; nobody taps."""
    return course


def test_nothing_is_said_before_the_limit(late) -> None:
    assert late.at("2026-11-23 07:34").look() == []
    assert late.duty(Task.ORDER, KASUBBAG).look_again_at == wita("2026-11-23 07:35")


def test_each_rung_is_climbed_once_at_its_minute(late) -> None:
    extend(late, Task.ORDER, KASUBBAG, 60)
    climbed = []
    for _ in range(4):
        late.now = late.duty(Task.ORDER, KASUBBAG).look_again_at
        climbed += [(late.now, *one) for one in told(late.look())]
    assert climbed == [
        (wita("2026-11-23 08:35"), "pemilik", "pribadi", 0),
        (wita("2026-11-23 09:05"), "pemilik", "grup", 30),
        (wita("2026-11-23 10:35"), "atasan", "pribadi", 120),
        (wita("2026-11-23 13:35"), "pengawas", "pribadi", 240),
    ]
    assert late.duty(Task.ORDER, KASUBBAG).look_again_at is None
    assert late.at("2026-11-27 09:00").look() == []


def test_a_duty_late_by_one_working_minute_reminds_once(late) -> None:
    extend(late, Task.ORDER, KASUBBAG, 60)
    assert told(late.at("2026-11-23 08:36").look()) == [("pemilik", "pribadi", 1)]
    assert late.look() == []
    assert late.at("2026-11-23 08:37").look() == []


def test_a_limit_that_passes_during_the_apel_reminds_after_it_and_does_not_move(late) -> None:
    assert late.at("2026-11-23 07:35").look() == []
    duty = late.duty(Task.ORDER, KASUBBAG)
    assert (duty.due_at, duty.rung) == (wita("2026-11-23 07:35"), 0)
    assert duty.look_again_at == wita("2026-11-23 07:45")
    assert told(late.at("2026-11-23 07:45").look()) == [("pemilik", "pribadi", 10)]
    assert late.duty(Task.ORDER, KASUBBAG).look_again_at == wita("2026-11-23 08:15")


def test_a_limit_that_passes_just_after_the_break_reminds_at_once(late) -> None:
    extend(late, Task.ORDER, KASUBBAG, 270)
    assert late.duty(Task.ORDER, KASUBBAG).due_at == wita("2026-11-23 13:05")
    assert told(late.at("2026-11-23 13:05").look()) == [("pemilik", "pribadi", 0)]


def test_a_limit_that_ends_with_the_day_reminds_on_the_next(late) -> None:
    late.do(
        granting.extend(
            late.run,
            late.duty(Task.ORDER, KASUBBAG),
            445,
            (9, "sekretaris"),
            "",
            late.calendar,
            late.now,
        )
    )
    assert late.duty(Task.ORDER, KASUBBAG).due_at == wita("2026-11-23 16:00")
    assert late.at("2026-11-23 16:00").look() == []
    assert late.duty(Task.ORDER, KASUBBAG).look_again_at == wita("2026-11-24 07:45")
    assert told(late.at("2026-11-24 07:45").look()) == [("pemilik", "pribadi", 15)]


@pytest.mark.parametrize(
    ("at", "later"),
    [
        ("2026-11-23 12:10", "2026-11-23 13:15"),
        ("2026-11-23 21:00", "2026-11-24 07:45"),
        ("2026-11-28 09:00", "2026-11-30 07:45"),
    ],
)
def test_outside_working_hours_it_is_looked_at_later(late, at: str, later: str) -> None:
    assert late.at(at).look() == []
    assert late.duty(Task.ORDER, KASUBBAG).look_again_at == wita(later)
    assert late.duty(Task.ORDER, KASUBBAG).rung == 0


def test_after_downtime_one_private_word_and_the_group_after_its_grace(late) -> None:
    assert told(late.at("2026-11-24 10:00").look()) == [("pemilik", "pribadi", 595)]
    assert late.at("2026-11-24 10:29").look() == []
    rest = told(late.at("2026-11-24 10:30").look())
    assert rest == [
        ("pemilik", "grup", 625),
        ("atasan", "pribadi", 625),
        ("pengawas", "pribadi", 625),
    ]
    assert late.duty(Task.ORDER, KASUBBAG).look_again_at is None


def test_a_reminder_is_a_fact_without_a_person(late) -> None:
    late.facts.clear()
    late.at("2026-11-23 07:46").look()
    (fact,) = late.facts
    assert (fact.verb, fact.at, fact.person, fact.seat) == ("pengingat", late.now, None, KASUBBAG)
    assert fact.detail == {"langkah": 1, "anak tangga": 0}


def test_who_is_done_is_not_reminded(late) -> None:
    late.order()
    reminded = late.at("2026-11-24 10:00").look()
    assert [r.duty.seat for r in reminded] == [PENYUSUN]


def test_only_the_late_are_reminded(course) -> None:
    course.at("2026-11-23 07:50").to_step(4)
    course.hand_in("irban-2")
    reminded = [r for r in course.at("2026-11-23 14:50").look() if r.duty.task == Task.HAND_IN]
    assert [r.duty.seat for r in reminded] == ["irban-1", "irban-3", "irban-4"]


@pytest.mark.parametrize("ended", ["waived", "cancelled"])
def test_what_was_let_go_is_not_chased(course, ended: str) -> None:
    course.at("2026-11-23 07:50").to_step(4)
    if ended == "waived":
        for seat in (EVLAP, UMUM):
            course.convey_collected(seat, "Irban dinas luar")
    else:
        course.do(moves.cancel(course.run, 7, KASUBBAG, "Salah periode", course.now))
    course.at("2026-12-01 10:00")
    assert [r for r in course.look() if r.duty.task == Task.HAND_IN] == []


def test_a_stray_look_at_a_duty_that_is_not_open_ends_there(late) -> None:
    late.order()
    stray = replace(late.duty(Task.ORDER, KASUBBAG), look_again_at=late.now)
    late.do(ladder.look(late.run.with_duty(stray), late.calendar, late.now))
    assert late.duty(Task.ORDER, KASUBBAG).look_again_at is None
    assert not [n for n in late.notices if isinstance(n, ladder.Reminder)]


def test_a_seat_whose_file_is_on_its_way_is_looked_at_a_minute_later(course) -> None:
    course.at("2026-11-23 07:50").to_step(4).at("2026-11-23 14:50")
    outcome = ladder.look(course.run, course.calendar, course.now, {"irban-1"})
    reminded = [n.duty.seat for n in outcome.notices if isinstance(n, ladder.Reminder)]
    assert reminded == ["irban-2", "irban-3", "irban-4"]
    waiting = outcome.run.duty(Task.HAND_IN, "irban-1")
    assert (waiting.look_again_at, waiting.rung) == (wita("2026-11-23 14:51"), 0)


# ---- limits that move


def extend(course, task: Task, seat: str, minutes: int = 120):
    duty = course.duty(task, seat)
    by = (9, "sekretaris")
    return course.do(
        granting.extend(course.run, duty, minutes, by, "Rapat", course.calendar, course.now)
    )


@pytest.mark.parametrize(
    ("granted", "due"),
    [
        ("2026-11-23 07:33", "2026-11-23 09:35"),  # on top of the limit that is still to come
        ("2026-11-23 09:00", "2026-11-23 11:00"),  # from now, since the limit has passed
        ("2026-11-23 18:00", "2026-11-24 09:45"),  # from when the seat can be told
    ],
)
def test_more_time_counts_from_the_limit_or_from_now(late, granted: str, due: str) -> None:
    outcome = extend(late.at(granted), Task.ORDER, KASUBBAG)
    duty = late.duty(Task.ORDER, KASUBBAG)
    assert duty.due_at == duty.look_again_at == wita(due)
    assert duty.minutes == 5
    assert outcome.notices == (LimitMoved(duty, wita("2026-11-23 07:35"), "Rapat"),)
    (fact,) = outcome.facts
    assert (fact.verb, fact.person, fact.seat) == ("waktu ditambah", 9, "sekretaris")
    assert datetime.fromisoformat(fact.detail["semula"]) == wita("2026-11-23 07:35")
    assert (fact.detail["menit"], fact.detail["alasan"]) == (120, "Rapat")


def test_more_time_is_granted_twice_over(late) -> None:
    extend(late, Task.ORDER, KASUBBAG)
    extend(late, Task.ORDER, KASUBBAG)
    assert late.duty(Task.ORDER, KASUBBAG).due_at == wita("2026-11-23 11:35")


def test_a_moved_limit_starts_the_ladder_anew(late) -> None:
    late.at("2026-11-23 08:10").look()
    extend(late, Task.ORDER, KASUBBAG, 60)
    assert late.duty(Task.ORDER, KASUBBAG).rung == 0
    assert late.at("2026-11-23 09:09").look() == []
    assert told(late.at("2026-11-23 09:10").look()) == [("pemilik", "pribadi", 0)]


def closed_on(course, *days: str):
    closures = tuple(Closure(date.fromisoformat(day), "Banjir") for day in days)
    return replace(course.calendar, closures=course.calendar.closures + closures)


def test_a_changed_calendar_moves_open_limits_and_says_from_where(course) -> None:
    course.at("2026-11-23 07:50").to_step(4)
    course.hand_in("irban-1")
    done = course.hand_in_duty("irban-1")
    moved = course.do(recounting.recount(course.run, closed_on(course, "2026-11-24"), course.now))
    assert course.duty(Task.COLLECT, EVLAP).due_at == wita("2026-11-25 08:20")
    assert moved.notices == tuple(
        LimitMoved(course.duty(Task.COLLECT, seat), wita("2026-11-24 08:20"))
        for seat in (EVLAP, UMUM)
    )
    assert [(f.verb, f.seat) for f in moved.facts] == [
        ("batas dihitung kembali", seat) for seat in (EVLAP, UMUM)
    ]
    assert course.hand_in_duty("irban-1") == done
    assert course.hand_in_duty("irban-2").due_at == wita("2026-11-23 14:50")


def test_a_limit_moved_past_by_the_calendar_is_reminded_of_anew(course) -> None:
    course.at("2026-11-23 07:50").to_step(4).at("2026-11-24 08:21").look()
    course.do(recounting.recount(course.run, closed_on(course, "2026-11-24"), course.now))
    duty = course.duty(Task.COLLECT, EVLAP)
    # the words before the new limit would have come on Monday: nobody hears them late
    assert (duty.rung, duty.look_again_at) == (2, wita("2026-11-25 08:20"))


def test_an_unchanged_calendar_moves_nothing(course) -> None:
    course.to_step(4)
    before = course.run
    outcome = recounting.recount(course.run, closed_on(course, "2027-01-04"), course.now)
    assert (outcome.run, outcome.facts, outcome.notices) == (before, (), ())


def test_the_end_of_a_run_is_foretold_by_the_longest_duty_of_each_step(course) -> None:
    assert predicted.predicted_end(course.run, course.calendar, course.now) == wita(
        "2026-11-26 09:20"
    )
    course.to_step(5).at("2026-11-23 08:00")
    assert predicted.predicted_end(course.run, course.calendar, course.now) == wita(
        "2026-11-25 09:00"
    )


# ---- over random times

SOP = parse_sop((files("bot") / "sops" / "dpmd_jeneponto.toml").read_text("utf-8"))
HOURS = load_calendar()
START = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
PEOPLE = list(RungTo)
LADDERS = st.lists(
    st.tuples(st.integers(0, 300), st.sampled_from(PEOPLE), st.sampled_from(list(RungWhere))),
    min_size=1,
    max_size=5,
    unique_by=lambda rung: rung[:2],
)
PAUSES = st.lists(st.integers(1, 60 * 60), max_size=60)  # seconds, times a power of two
SCALES = st.lists(st.integers(0, 6), min_size=60, max_size=60)


@settings(max_examples=60)
@given(LADDERS, PAUSES, SCALES)
def test_no_rung_fires_twice_or_early_or_at_night_or_in_the_apel(rungs, pauses, scales) -> None:
    climb = tuple(Rung(*rung) for rung in sorted(rungs, key=lambda r: (r[0], PEOPLE.index(r[1]))))
    sop = replace(SOP, ladder=climb)
    run = moves.open_run(1, sop, Period("triwulan", 2026, 3), HOURS, START).run
    due, now, fired = run.duty(Task.ORDER, KASUBBAG).due_at, START, []
    for pause, scale in zip(pauses, scales, strict=False):
        now += timedelta(seconds=pause * 2**scale)
        outcome = ladder.look(run, HOURS, now)
        run = outcome.run
        audience = [(reminder.to, reminder.level) for reminder in outcome.notices]
        numbers = [reminder.rung for reminder in outcome.notices]
        assert not fired or not numbers or min(numbers) > max(fired)
        assert len(set(audience)) == len(audience)
        for reminder in outcome.notices:
            assert next_opening(HOURS, now) == now
            assert now.astimezone(ZoneInfo(HOURS.zone)).time() >= time(7, 45)
            assert reminder.late == minutes_between(HOURS, due, now)
            assert reminder.late >= climb[reminder.rung].after
            fired.append(reminder.rung)
    assert len(set(fired)) == len(fired)
    duty = run.duty(Task.ORDER, KASUBBAG)
    assert duty.state == DutyState.OPEN
    assert (duty.look_again_at is None) == (duty.rung == len(climb))
