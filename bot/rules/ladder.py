"""Reminders: which have come by the SOP's ladder of a duty, and when to look again."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import takewhile

from bot.rules.calendar import WorkCalendar
from bot.rules.run import Duty, Fact, Outcome, Run, Task
from bot.rules.rungs import Occurrence, first_word, occurrence, occurrences, passed, time_of
from bot.rules.sop import RungTo, RungWhere
from bot.rules.waiting import WAITING_TASKS, own_limit, waits
from bot.rules.worktime import MINUTE, add_minutes, minutes_between, own_word_time

WAITING = -1  # the number of the one word to a holder who waits for others


@dataclass(frozen=True, slots=True)
class Reminder:
    """One message to one audience about a duty; `rung` is the occurrence's number on the ladder.

    `late` are working minutes since it is late by its holder, `left` those until its limit.
    `again` is one of a rung that repeats.
    """

    duty: Duty
    to: RungTo
    where: RungWhere
    rung: int
    late: int
    level: int = 1
    left: int = 0
    again: bool = False

    @property
    def waits(self) -> bool:
        """Whether its holder only waits for others."""
        return self.rung == WAITING


def look(
    run: Run,
    calendar: WorkCalendar,
    now: datetime,
    delivering: Collection[str] = (),
    away: Collection[str] = (),
) -> Outcome:
    """Climb every duty whose look_again_at has passed; where the bot may not speak, look later.

    Seats that are `delivering` have sent a file that is not here yet: their handing in is looked
    at again a minute later. Holders of seats that are `away` hear nothing, others do.
    """
    run = awaited(run, delivering, now)
    due = run.duties_where(lambda d: d.look_again_at is not None and d.look_again_at <= now)
    outcome = Outcome(run)
    for duty in due:
        climbing = partial(climb, duty=duty, calendar=calendar, now=now, away=duty.seat in away)
        outcome = outcome.then(climbing)
    return outcome


def awaited(run: Run, delivering: Collection[str], now: datetime) -> Run:
    later = now + MINUTE
    for duty in run.duties_where(lambda d: d.task == Task.HAND_IN and d.seat in delivering):
        if duty.look_again_at is not None and duty.look_again_at <= now:
            run = run.with_duty(replace(duty, look_again_at=later))
    return run


def climb(run: Run, duty: Duty, calendar: WorkCalendar, now: datetime, *, away: bool) -> Outcome:
    """Fire what has come, each once.

    After downtime several may have: nobody is told twice in one breath. Of several words to the
    same people the last one goes, and a mention in the group waits its distance from the private
    word before it, with all that stands above it.
    """
    if not duty.is_open or duty.due_at is None:
        return Outcome(run.with_duty(replace(duty, look_again_at=None)))
    speaks = own_word_time(calendar, now)
    if speaks > now:
        return Outcome(run.with_duty(replace(duty, look_again_at=speaks)))
    if waits(run, duty):
        return wait(run, duty, calendar, now, away=away)
    come = come_by(run, duty, calendar, now)
    fired, over = chosen(come, away=away)
    climbed = replace(duty, rung=duty.rung + over)
    climbed = replace(climbed, look_again_at=next_look(run, climbed, fired, calendar, now))
    told = [told_of(run, climbed, o, duty.rung + n, calendar, now) for n, o in fired]
    return spoken(run.with_duty(climbed), told, now)


def come_by(run: Run, duty: Duty, calendar: WorkCalendar, now: datetime) -> list[Occurrence]:
    def has_come(coming: Occurrence) -> bool:
        at = time_on(run, duty, coming, calendar)
        return at is not None and at <= now

    return list(takewhile(has_come, occurrences(run.sop, duty, duty.rung)))


def time_on(
    run: Run, duty: Duty, coming: Occurrence | None, calendar: WorkCalendar
) -> datetime | None:
    """What comes before the limit comes by it; what comes after, by its holder's own lateness."""
    before = coming is not None and coming.offset < 0
    return time_of(coming, duty.due_at if before else own_limit(run, duty, calendar), calendar)


def chosen(come: list[Occurrence], *, away: bool) -> tuple[list[tuple[int, Occurrence]], int]:
    """What is said, each with its place, and how many of those that came are over with it."""
    last: dict[tuple[RungTo, int], tuple[int, Occurrence]] = {}
    for n, coming in enumerate(come):
        before = last.get(coming.rung.audience)
        if coming.own and away:
            continue
        if before and before[1].private and not coming.private:
            return list(last.values()), n
        if before is None or before[1].private == coming.private:
            last[coming.rung.audience] = (n, coming)
    return list(last.values()), len(come)


def next_look(
    run: Run,
    duty: Duty,
    fired: list[tuple[int, Occurrence]],
    calendar: WorkCalendar,
    now: datetime,
) -> datetime | None:
    """When the next one comes; one in the group never before its distance from a private word
    that went just now."""
    above = occurrence(run.sop, duty, duty.rung)
    at = time_on(run, duty, above, calendar)
    if above is None or at is None:
        return None
    for _, below in fired:
        if below.rung.audience == above.rung.audience and below.private and not above.private:
            at = max(at, add_minutes(calendar, now, above.offset - below.offset))
    return at


def told_of(
    run: Run, duty: Duty, coming: Occurrence, number: int, calendar: WorkCalendar, now: datetime
) -> Reminder:
    rung = coming.rung
    return Reminder(
        duty,
        rung.to,
        rung.where,
        number,
        minutes_between(calendar, own_limit(run, duty, calendar) or now, now),
        rung.level,
        minutes_between(calendar, now, duty.due_at or now) if coming.offset < 0 else 0,
        rung.again > 0,
    )


def spoken(run: Run, told: list[Reminder], now: datetime) -> Outcome:
    facts = tuple(
        Fact("pengingat", now, None, r.duty.seat, {"langkah": r.duty.step, "anak tangga": r.rung})
        for r in told
    )
    return Outcome(run, facts, tuple(told))


def wait(run: Run, duty: Duty, calendar: WorkCalendar, now: datetime, *, away: bool) -> Outcome:
    """Who waits for others hears one private word, in place of the first one past the limit.

    Neither the group nor a superior hears of him; his ladder stands still until it is his turn.
    """
    duty = replace(duty, rung=max(duty.rung, passed(run.sop, duty, calendar, now)))
    look_at = waiting_look(run, duty, calendar, now)
    if look_at is None or look_at > now:
        return Outcome(run.with_duty(replace(duty, look_again_at=look_at)))
    told = replace(duty, look_again_at=None, waited=True)
    return spoken(run.with_duty(told), [] if away else [waiting_word(told)], now)


def waiting_look(run: Run, duty: Duty, calendar: WorkCalendar, now: datetime) -> datetime | None:
    """When who waits hears his one word, or sooner where a word would come if he waited no more."""
    number, word = first_word(run.sop, duty) or (0, None)
    at = time_of(word, duty.due_at, calendar)
    if at is None or duty.waited or number < duty.rung:
        return None
    first = time_of(occurrence(run.sop, duty, duty.rung), duty.due_at, calendar)
    return at if first is None or first <= now else min(at, first)


def waiting_word(duty: Duty) -> Reminder:
    return Reminder(duty, RungTo.HOLDER, RungWhere.PRIVATE, WAITING, 0)


def still_true(
    run: Run, duty: Duty, number: int, calendar: WorkCalendar, now: datetime
) -> Reminder | None:
    """The reminder of this number as it would be said now; None where its cause is gone."""
    turn = not waits(run, duty)
    if number == WAITING:
        return None if turn else waiting_word(duty)
    coming = occurrence(run.sop, duty, number)
    begun_anew = duty.rung <= number
    if not turn or coming is None or begun_anew or duty.due_at is None:
        return None
    if coming.offset < 0 and duty.due_at <= now:
        return None
    return told_of(run, duty, coming, number, calendar, now)


def awakened(run: Run, calendar: WorkCalendar, now: datetime) -> Run:
    """After a move: what began to wait is looked at by its limit, and what stood still because it
    waited as soon as it is its holder's turn."""
    for duty in run.duties_where(lambda d: d.is_open and d.task in WAITING_TASKS):
        look_at = duty.look_again_at
        if waits(run, duty):
            if not duty.waited and duty.due_at is not None and look_at is not None:
                look_at = min(look_at, max(duty.due_at, now))
        elif look_at is None:
            at = time_on(run, duty, occurrence(run.sop, duty, duty.rung), calendar)
            look_at = max(at, now) if at else None
        run = run.with_duty(replace(duty, look_again_at=look_at))
    return run
