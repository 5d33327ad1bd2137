"""Reminders: which rung of the SOP's ladder a late duty stands on, and when to look again."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.rules.calendar import WorkCalendar
from bot.rules.moves import limited
from bot.rules.run import Duty, Fact, Outcome, Run, Task
from bot.rules.sop import Rung, RungTo, RungWhere
from bot.rules.worktime import (
    MINUTE,
    add_minutes,
    minutes_between,
    own_word_time,
    speaking_time,
)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One message to one audience about a late duty; `late` are working minutes."""

    duty: Duty
    to: RungTo
    where: RungWhere
    rung: int
    late: int


@dataclass(frozen=True, slots=True)
class LimitMoved:
    """A limit counted again: `was` and the duty's new one, with the reason in words or none."""

    duty: Duty
    was: datetime
    reason: str = ""


def look(
    run: Run, calendar: WorkCalendar, now: datetime, delivering: Collection[str] = ()
) -> Outcome:
    """Climb every duty whose look_again_at has passed; where the bot may not speak, look later.

    Seats that are `delivering` have sent a file that is not here yet: their handing in is looked
    at again a minute later.
    """
    run = awaited(run, delivering, now)
    due = run.duties_where(lambda d: d.look_again_at is not None and d.look_again_at <= now)
    outcome = Outcome(run)
    for duty in due:
        outcome = outcome.then(partial(climb, duty=duty, calendar=calendar, now=now))
    return outcome


def awaited(run: Run, delivering: Collection[str], now: datetime) -> Run:
    later = now + MINUTE
    for duty in run.duties_where(lambda d: d.task == Task.HAND_IN and d.seat in delivering):
        if duty.look_again_at is not None and duty.look_again_at <= now:
            run = run.with_duty(replace(duty, look_again_at=later))
    return run


def climb(run: Run, duty: Duty, calendar: WorkCalendar, now: datetime) -> Outcome:
    """Fire the rungs that have come, each once.

    After downtime several may have: nobody is told twice in one breath. The rung that would
    tell the same people again waits its distance from the one before, as a private word goes
    before a mention in the group.
    """
    if not duty.is_open or duty.due_at is None:
        return Outcome(run.with_duty(replace(duty, look_again_at=None)))
    speaks = own_word_time(calendar, now)
    if speaks > now:
        return Outcome(run.with_duty(replace(duty, look_again_at=speaks)))
    late = minutes_between(calendar, duty.due_at, now)
    fired = reached(run.sop.ladder, duty.rung, late)
    climbed = replace(duty, rung=fired.stop)
    climbed = replace(climbed, look_again_at=next_look(climbed, run.sop.ladder, calendar, now))
    reminders = tuple(
        Reminder(climbed, run.sop.ladder[number].to, run.sop.ladder[number].where, number, late)
        for number in fired
    )
    facts = tuple(
        Fact("pengingat", now, None, duty.seat, {"langkah": duty.step, "anak tangga": r.rung})
        for r in reminders
    )
    return Outcome(run.with_duty(climbed), facts, reminders)


def reached(ladder: tuple[Rung, ...], start: int, late: int) -> range:
    """The rungs from `start` whose time has come, up to one whose people were just told."""
    told: set[RungTo] = set()
    end = start
    while end < len(ladder) and ladder[end].after <= late and ladder[end].to not in told:
        told.add(ladder[end].to)
        end += 1
    return range(start, end)


def next_look(
    duty: Duty, ladder: tuple[Rung, ...], calendar: WorkCalendar, now: datetime
) -> datetime | None:
    """When the next rung comes: its minutes past the limit, but never before now and its
    distance from the rung below."""
    if duty.due_at is None or duty.rung == len(ladder):
        return None
    above = ladder[duty.rung]
    below = ladder[duty.rung - 1].after if duty.rung else above.after
    return max(
        add_minutes(calendar, duty.due_at, above.after),
        add_minutes(calendar, now, above.after - below) if duty.rung else now,
    )


def extend(
    run: Run,
    duty: Duty,
    minutes: int,
    granted_by: tuple[int, str],
    reason: str,
    calendar: WorkCalendar,
    now: datetime,
) -> Outcome:
    """Move the limit by working minutes, from the old limit or from now, whichever is later."""
    was = duty.due_at or now
    if was > now:
        later = limited(duty, duty.counted_from or now, duty.counted + minutes, calendar)
    else:
        later = limited(duty, speaking_time(calendar, now), minutes, calendar)
    person, seat = granted_by
    detail = {"tugas": duty.seat, "semula": was.isoformat(), "alasan": reason}
    fact = Fact("waktu ditambah", now, person, seat, {**detail, "menit": minutes})
    return Outcome(run.with_duty(later), (fact,), (LimitMoved(later, was, reason),))


def recount(run: Run, calendar: WorkCalendar, now: datetime, why: str = "") -> Outcome:
    """Count every open limit again by a changed calendar (invariant 6); `why` is kept."""
    outcome = Outcome(run)
    for duty in run.duties_where(lambda d: d.is_open and d.counted_from is not None):
        outcome = outcome.then(
            partial(recount_duty, duty=duty, calendar=calendar, now=now, why=why)
        )
    return outcome


def recount_duty(run: Run, duty: Duty, calendar: WorkCalendar, now: datetime, why: str) -> Outcome:
    if duty.counted_from is None or duty.due_at is None:
        return Outcome(run)
    moved = limited(duty, duty.counted_from, duty.counted, calendar)
    if moved.due_at is None or moved.due_at == duty.due_at:
        return Outcome(run)
    limits = {"semula": duty.due_at.isoformat(), "menjadi": moved.due_at.isoformat()}
    detail = {"langkah": duty.step, "tugas": duty.task.value, **limits, "alasan": why}
    fact = Fact("batas dihitung kembali", now, None, duty.seat, detail)
    return Outcome(run.with_duty(moved), (fact,), (LimitMoved(moved, duty.due_at, why),))


def predicted_end(run: Run, calendar: WorkCalendar, now: datetime) -> datetime:
    """When the run ends if every step still to come is used to its limit."""
    end = speaking_time(calendar, now)
    for step in run.sop.steps:
        own = [d.counted or d.minutes for d in run.duties if d.step == step.number]
        if step.number >= run.step and own:
            end = add_minutes(calendar, end, max(own))
    return end
