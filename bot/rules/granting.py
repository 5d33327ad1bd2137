"""More time, granted by a superior: the limit moves, and with it what waits for it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.rules.calendar import WorkCalendar
from bot.rules.moves import limited
from bot.rules.owing import collect_duties, owed
from bot.rules.recounting import LimitMoved
from bot.rules.run import Duty, Fact, Outcome, Run, Task
from bot.rules.waiting import reading_minutes
from bot.rules.worktime import add_minutes, minutes_between, speaking_time


def extend(
    run: Run,
    duty: Duty,
    minutes: int,
    granted_by: tuple[int, str],
    reason: str,
    calendar: WorkCalendar,
    now: datetime,
) -> Outcome:
    """Move the limit by working minutes, from the old limit or from now, whichever is later.

    All that lies between the old limit and the new one is granted. The collectors of what is owed
    keep their reading time.
    """
    was = duty.due_at or now
    later = moved_by(run, duty, minutes, calendar, now)
    person, seat = granted_by
    limits = {"semula": was.isoformat(), "menjadi": (later.due_at or now).isoformat()}
    detail = {"langkah": duty.step, "jenis tugas": duty.task.value, "tugas": duty.seat, **limits}
    fact = Fact("waktu ditambah", now, person, seat, {**detail, "menit": minutes, "alasan": reason})
    done = Outcome(run.with_duty(later), (fact,), (LimitMoved(later, was, reason),))
    if duty.task != Task.HAND_IN:
        return done
    for collecting in collectors_waiting(run, later):
        following = partial(follow, duty=collecting, supplier=later, calendar=calendar, now=now)
        done = done.then(following)
    return done


def awaiting(run: Run, moves: Iterable[LimitMoved]) -> tuple[str, ...]:
    """Who waits for these duties: a supplier's collectors, else who does the next step."""
    seats: list[str] = []
    for duty in (moved.duty for moved in moves):
        if duty.task == Task.HAND_IN:
            seats += [collecting.seat for collecting in collectors_waiting(run, duty)]
        else:
            after = [step for step in run.sop.steps if step.number > duty.step][:1]
            seats += [seat.key for step in after for seat in run.sop.seats_of(step.actors)]
    return tuple(dict.fromkeys(seats))


def moved_by(run: Run, duty: Duty, minutes: int, calendar: WorkCalendar, now: datetime) -> Duty:
    was = duty.due_at or now
    if was > now:
        start, counted = duty.counted_from or now, duty.counted + minutes
    else:
        start, counted = speaking_time(calendar, now), minutes
    later = limited(run.sop, duty, start, counted, calendar, now)
    granted = minutes_between(calendar, was, later.due_at or was)
    return replace(later, granted=duty.granted + granted)


def collectors_waiting(run: Run, supplying: Duty) -> tuple[Duty, ...]:
    """The open duties of those who collect what this seat still owes."""
    lacking = owed(run, run.sop.seat(supplying.seat))
    found = [d for kind in lacking for d in collect_duties(run, kind) if d.is_open]
    return tuple(dict.fromkeys(found))


def follow(run: Run, duty: Duty, supplier: Duty, calendar: WorkCalendar, now: datetime) -> Outcome:
    """A collector has his reading time after the latest limit of those who supply him."""
    if duty.due_at is None or supplier.due_at is None:
        return Outcome(run)
    needed = add_minutes(calendar, supplier.due_at, reading_minutes(run, duty))
    extra = minutes_between(calendar, duty.due_at, needed)
    if extra <= 0:
        return Outcome(run)
    later = moved_by(run, duty, extra, calendar, now)
    limits = {"semula": duty.due_at.isoformat(), "menjadi": (later.due_at or now).isoformat()}
    detail = {"langkah": duty.step, "mengikuti": supplier.seat, **limits, "menit": extra}
    fact = Fact("batas mengikuti", now, None, duty.seat, detail)
    return Outcome(
        run.with_duty(later), (fact,), (LimitMoved(later, duty.due_at, follows=supplier),)
    )
