"""The lateness ledger against a slow model that watches a run minute by minute."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.rules import granting, owing
from bot.rules.errors.refusal import Refusal
from bot.rules.ledger import Share, account, late_at, ledger
from bot.rules.run import DocumentState, DutyState, Task
from bot.rules.worktime import minutes_between

EVLAP, UMUM, KASUBBAG = "kasubbag-evlap", "kasubbag-umum", "kasubbag-perencanaan"
IRBAN = [f"irban-{n}" for n in range(1, 5)]
MINUTE = timedelta(minutes=1)
READING = 120  # of 480, after 75 %
ENDED = {DutyState.DONE: Share.OUTSIDE, DutyState.WAIVED: Share.OUTSIDE,
         DutyState.CANCELLED: Share.OUTSIDE, DutyState.WAITING: Share.UPSTREAM}  # fmt: skip


def wita(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Makassar"))


def minutes_of(course, seat: str, task: Task = Task.HAND_IN, absences=None) -> dict[str, int]:
    duty = course.duty(task, seat)
    found = account(course.run, duty, course.calendar, course.now, absences or {})
    return {share.value: n for share, n in found.minutes.items() if n} | {"telat": found.late}


def test_waiting_for_the_step_own_time_review_and_after_it_are_told_apart(asked) -> None:
    asked.at("2026-11-23 10:00").hand_in("irban-1")
    asked.at("2026-11-23 11:00").accept_all(EVLAP)
    asked.at("2026-11-23 11:30").accept_all(UMUM)
    asked.at("2026-11-23 13:30")
    assert minutes_of(asked, "irban-1") == {
        "menunggu": 20, "sendiri": 130, "diperiksa": 90, "lepas": 60, "telat": 0
    }  # fmt: skip


def test_a_return_gives_own_time_again_and_its_lateness_is_counted_by_rounds(asked) -> None:
    asked.at("2026-11-23 15:00").hand_in("irban-1")
    asked.at("2026-11-24 08:00").give_back(asked.run.filed("irban-1", "LHP")[0])
    asked.at("2026-11-24 09:30").file("irban-1", "LHP", "baru.pdf")
    duty = asked.hand_in_duty("irban-1")
    assert duty.due_at == wita("2026-11-24 09:00")
    assert minutes_of(asked, "irban-1")["telat"] == 10 + 30
    late = [
        late_at(asked.run, duty, asked.calendar, d.received_at) for d in asked.run.documents[::4]
    ]
    assert late == [10, 30]


def test_a_collector_who_waits_is_not_late_and_reads_first_what_comes_late(asked) -> None:
    asked.at("2026-11-24 10:00")
    assert minutes_of(asked, UMUM, Task.COLLECT) == {"menunggu": 530 + 50, "telat": 0} | {
        "menunggu": minutes_between(asked.calendar, asked.run.opened_at, asked.now)
    }
    asked.file("irban-1", "DATA", "data.xlsx")
    asked.at("2026-11-24 14:00")
    found = minutes_of(asked, UMUM, Task.COLLECT)
    assert (found["sendiri"], found["telat"]) == (180, 60)


def test_what_was_granted_is_excused_and_leave_with_nobody_acting_too(asked) -> None:
    duty = asked.hand_in_duty("irban-1")
    by = (9, KASUBBAG)
    asked.at("2026-11-23 15:10")
    asked.do(granting.extend(asked.run, duty, 60, by, "Banjir", asked.calendar, asked.now))
    asked.at("2026-11-24 08:30")
    found = minutes_of(asked, "irban-1")
    # due 14.50, granted at 15.10 until 07.40: from the old limit on, 70 + 10 minutes
    assert (found["diizinkan"], found["sendiri"], found["telat"]) == (80, 360 + 50, 50)
    away = {"irban-1": [(wita("2026-11-24 07:30"), wita("2026-11-24 08:00"))]}
    found = minutes_of(asked, "irban-1", absences=away)
    assert (found["diizinkan"], found["telat"]) == (100, 30)


def test_who_was_conveyed_without_is_not_late_any_more(asked) -> None:
    for seat in (EVLAP, UMUM):
        asked.at("2026-11-23 15:00").convey_collected(seat, "Irban dinas luar")
    asked.at("2026-11-24 08:00")
    assert minutes_of(asked, "irban-1") == {
        "menunggu": 20, "sendiri": 370, "lepas": 90, "telat": 10
    }  # fmt: skip


# ---- the slow model


class Watch:
    """Looks at a live run once in each working minute."""

    def __init__(self, course) -> None:
        self.course = course
        self.seen: dict[object, list[tuple[datetime, Share]]] = defaultdict(list)
        self.limits: dict[object, list[tuple[datetime, datetime]]] = defaultdict(list)
        self.granted: dict[object, list[tuple[datetime, datetime]]] = defaultdict(list)
        self.due: dict[object, datetime] = {}

    def look(self) -> None:
        """Between acts nothing changes but the time."""
        self.now = [
            (duty.key, self.share(duty), len(duty.rounds)) for duty in self.course.run.duties
        ]
        for duty in self.course.run.duties:
            if duty.due_at is not None:
                self.due[duty.key, len(duty.rounds)] = duty.due_at

    def minute(self) -> None:
        for key, share, round_ in self.now:
            self.seen[key].append((self.course.now, share, round_))

    def share(self, duty) -> Share:
        run = self.course.run
        seat = run.sop.seat(duty.seat)
        recap = run.duty(Task.COMPILE, "penyusun")
        if duty.task == Task.HAND_IN:
            if recap.state == DutyState.DONE:
                return Share.OUTSIDE
            if not owing.owed(run, seat):
                unread = [d for d in run.documents if d.seat == duty.seat]
                read = all(d.state != DocumentState.RECEIVED for d in unread)
                return Share.OUTSIDE if read else Share.REVIEW
        if duty.state in ENDED:
            return ENDED[duty.state]
        waits = False
        if duty.task == Task.COLLECT:
            waits = bool(owing.missing(run, seat)) and not owing.to_review(run, seat)
        if duty.task == Task.COMPILE:
            waits = any(d.state == DocumentState.RECEIVED for d in run.documents) or any(
                d.is_open for d in run.duties if d.task == Task.HAND_IN
            )
        return Share.UPSTREAM if waits else Share.OWN

    def account(self, key) -> tuple[Counter, int]:
        minutes, late, came, before = Counter(), 0, None, None
        for n, (at, share, round_) in enumerate(self.seen[key]):
            if share == Share.OWN and before == Share.UPSTREAM:
                came = n if n and self.open_before(key, n) else None
            excused = share == Share.OWN and any(
                a <= at < b for r, a, b in self.granted[key] if r == round_
            )
            minutes[Share.EXCUSED if excused else share] += 1
            due = self.due.get((key, round_))
            reads = key[1] == Task.COLLECT and came is not None and n < came + READING
            late += (
                share == Share.OWN and not excused and not reads and due is not None and at >= due
            )
            before = share
        return minutes, late

    def open_before(self, key, n: int) -> bool:
        opened = self.course.run.duty(key[1], key[2], key[0]).opened_at
        return opened is not None and opened <= self.seen[key][n - 1][0]


def act(course, dice: Random, watch: Watch) -> None:
    """One thing that somebody of the office may do now; a refusal changes nothing."""
    if course.run.step < 4:
        collector = dice.choice([EVLAP, UMUM])
        early = {1: course.order, 2: course._conveyed, 3: lambda: course.convey(3, collector)}
        early[course.run.step]()
    else:
        acts = (hand_in, hand_in, read, read, convey, grant, end)
        dice.choices(acts, (30, 12, 20, 14, 8, 6, 5))[0](course, dice, watch)


def hand_in(course, dice: Random, _watch: Watch) -> None:
    seat = course.run.sop.seat(dice.choice(IRBAN))
    kind = dice.choice(owing.owed(course.run, seat) or course.run.kinds_owed_by(seat)).code
    if dice.random() < 0.2:
        course.nihil(seat.key, kind)
    else:
        course.file(seat.key, kind, f"{kind}{dice.random()}.pdf")


def read(course, dice: Random, _watch: Watch) -> None:
    collector = dice.choice([EVLAP, UMUM])
    own = {EVLAP: ("LHP", "LHE", "TLHP"), UMUM: ("DATA",)}[collector]
    standing = [d for d in course.run.documents if d.kind in own]
    how = dice.random()
    if how < 0.25 or not standing:
        course.accept_all(collector)
    elif how < 0.7:
        course.accept(dice.choice(standing), collector)
    else:
        course.give_back(dice.choice(standing), seat=collector)


def convey(course, dice: Random, _watch: Watch) -> None:
    course.convey_collected(dice.choice([EVLAP, UMUM]), dice.choice(["", "Irban dinas luar"]))


def end(course, dice: Random, _watch: Watch) -> None:
    if dice.random() < 0.7:
        course.approve()
    else:
        course.finish()


def grant(course, dice: Random, watch: Watch) -> None:
    opened = [d for d in course.run.duties if d.is_open]
    if not opened:
        return
    duty, before = dice.choice(opened), course.run
    minutes = dice.choice([30, 60, 225])
    course.do(
        granting.extend(before, duty, minutes, (9, KASUBBAG), "", course.calendar, course.now)
    )
    for old in before.duties:
        new = course.run.duty(old.task, old.seat, old.step)
        if new.due_at != old.due_at:
            watch.granted[old.key].append((len(new.rounds), old.due_at, new.due_at))


@pytest.mark.parametrize("seed", range(12))
def test_the_ledger_closes_to_the_minute_with_a_model_that_watches_each_one(course, seed) -> None:
    dice, watch = Random(seed), Watch(course)  # noqa: S311
    watch.look()
    for at in working_minutes(course, wita("2026-11-26 16:00")):
        course.now = at
        for _ in range(3 if dice.random() < 0.03 else 0):
            with suppress(Refusal):
                act(course, dice, watch)
            watch.look()
        if not course.run.is_open:
            break
        watch.minute()
    end_at = course.run.closed_at or course.now + MINUTE
    whole = minutes_between(course.calendar, course.run.opened_at, end_at)
    for found in ledger(course.run, course.calendar, end_at):
        minutes, late = watch.account(found.duty.key)
        assert sum(found.minutes.values()) == whole
        assert {s: n for s, n in found.minutes.items() if n} == minutes, found.duty.key
        assert found.late == late, found.duty.key


def working_minutes(course, until: datetime) -> Iterator[datetime]:
    at = course.now
    while at < until:
        if minutes_between(course.calendar, at, at + MINUTE):
            yield at
        at += MINUTE


@pytest.mark.parametrize("seconds", [1, 29, 59])
def test_what_happens_within_a_minute_loses_none(asked, seconds: int) -> None:
    asked.now += timedelta(seconds=seconds)
    for seat in IRBAN:
        asked.hand_in(seat)
        asked.now += timedelta(minutes=7, seconds=31)
    for found in ledger(asked.run, asked.calendar, asked.now):
        whole = minutes_between(asked.calendar, asked.run.opened_at, asked.now)
        assert sum(found.minutes.values()) == whole
