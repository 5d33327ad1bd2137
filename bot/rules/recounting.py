"""Open limits counted again, by a changed calendar."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.rules.calendar import WorkCalendar
from bot.rules.ladder import time_on, waiting_look
from bot.rules.moves import limited
from bot.rules.run import Duty, Fact, Outcome, Run
from bot.rules.rungs import distance, occurrence
from bot.rules.waiting import waits
from bot.rules.worktime import add_minutes


@dataclass(frozen=True, slots=True)
class LimitMoved:
    """A limit counted again: `was` and the duty's new one, with the reason in words or none.

    `follows` is the supplier's duty whose new limit it keeps its distance from.
    """

    duty: Duty
    was: datetime
    reason: str = ""
    follows: Duty | None = None


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
    moved = limited(run.sop, duty, duty.counted_from, duty.counted, calendar, now)
    if moved.due_at is None or moved.due_at == duty.due_at:
        again = look_time(run, duty, calendar, now)
        return Outcome(run.with_duty(replace(duty, look_again_at=again)))
    limits = {"semula": duty.due_at.isoformat(), "menjadi": moved.due_at.isoformat()}
    detail = {"langkah": duty.step, "tugas": duty.task.value, **limits, "alasan": why}
    fact = Fact("batas dihitung kembali", now, None, duty.seat, detail)
    return Outcome(run.with_duty(moved), (fact,), (LimitMoved(moved, duty.due_at, why),))


def look_time(run: Run, duty: Duty, calendar: WorkCalendar, now: datetime) -> datetime | None:
    """When the next word comes by this calendar. A mention in the group that was put off comes no
    sooner for it than its distance from the private word."""
    if waits(run, duty):
        return waiting_look(run, duty, calendar, now)
    coming = occurrence(run.sop, duty, duty.rung)
    at = time_on(run, duty, coming, calendar)
    apart = distance(run.sop, duty)
    if at is None or duty.look_again_at is None or not apart:
        return at
    return max(at, min(duty.look_again_at, add_minutes(calendar, now, apart)))
