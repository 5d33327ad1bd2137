"""The state machine of a run: opening, ordering, conveying, and the step after (SOP.md, steps).

Every move is a pure function of the run, the seat that acts and `now` (UTC), checks that the
duty is the seat's and open, and gives an Outcome.
"""

import math
from dataclasses import dataclass, replace
from datetime import datetime

from bot.rules.calendar import WorkCalendar
from bot.rules.errors.runs import NotNow, RunNotOpen
from bot.rules.errors.seats import NotYours
from bot.rules.periods import Period
from bot.rules.run import Duty, DutyState, Fact, Outcome, Run, RunState, Task
from bot.rules.rungs import occurrence, passed, time_of
from bot.rules.sop import Limit, Sop, Step, StepKind
from bot.rules.worktime import add_minutes, in_minutes, speaking_time

TASK_OF = {
    StepKind.ORDER: Task.ORDER,
    StepKind.CONVEY: Task.CONVEY,
    StepKind.COLLECT: Task.COLLECT,
    StepKind.COMPILE: Task.COMPILE,
    StepKind.ANALYSE: Task.ANALYSE,
}


@dataclass(frozen=True, slots=True)
class DutyOpened:
    duty: Duty


@dataclass(frozen=True, slots=True)
class DutyDone:
    duty: Duty


@dataclass(frozen=True, slots=True)
class Requested:
    """A conveyor has asked the suppliers; `first` where nobody had before."""

    seat: str
    first: bool


@dataclass(frozen=True, slots=True)
class RunClosed:
    pass


@dataclass(frozen=True, slots=True)
class RunCancelled:
    """With the duties that were open."""

    duties: tuple[Duty, ...]


def open_run(
    office_id: int, sop: Sop, period: Period, calendar: WorkCalendar, now: datetime
) -> Outcome:
    """A run with its first step open; every duty of the SOP stands in it from the start."""
    duties = tuple(duty for step in sop.steps for duty in duties_of(sop, step, calendar))
    run = Run(0, office_id, period, sop, now, duties=duties)
    return open_step(run, sop.steps[0], calendar, now)


def duties_of(sop: Sop, step: Step, calendar: WorkCalendar) -> tuple[Duty, ...]:
    minutes = limit_minutes(step.limit, calendar)
    own = tuple(
        Duty(step.number, TASK_OF[step.kind], seat.key, minutes)
        for seat in sop.seats_of(step.actors)
    )
    if step.kind != StepKind.COLLECT:
        return own
    share = math.floor(minutes * sop.hand_in_share)
    kinds = [kind for kind in sop.kinds if kind.collector in step.actors]
    suppliers = sop.seats_of(dict.fromkeys(kind.handed_in_by for kind in kinds))
    return tuple(Duty(step.number, Task.HAND_IN, seat.key, share) for seat in suppliers) + own


def limit_minutes(limit: Limit, calendar: WorkCalendar) -> int:
    return in_minutes(limit.amount, limit.unit, calendar)


def open_step(run: Run, step: Step, calendar: WorkCalendar, now: datetime) -> Outcome:
    """Open what this step's seats owe. A duty that was settled before its step stays settled.

    Limits count from when the seats can be told: outside working hours that is the next
    working time plus the calendar's first-word delay.
    """
    start = speaking_time(calendar, now)
    after = replace(run, step=step.number, step_opened_at=now)
    notices: list[object] = []
    for duty in run.duties_where(lambda d: d.step == step.number and d.state == DutyState.WAITING):
        opened = replace(duty, state=DutyState.OPEN, opened_at=now)
        opened = limited(run.sop, opened, start, duty.minutes, calendar, now)
        after = after.with_duty(opened)
        notices.append(DutyOpened(opened))
    return Outcome(
        after, (Fact("langkah dibuka", now, detail={"langkah": step.number}),), tuple(notices)
    )


def limited(
    sop: Sop, duty: Duty, start: datetime, minutes: int, calendar: WorkCalendar, now: datetime
) -> Duty:
    """The duty due `minutes` after `start`; its ladder is climbed from the first rung again.

    What would have come before the new limit and before `now` is past: nobody hears it late.
    A start on a day that was closed since counts from the next time to speak, but stays kept.
    """
    due_at = add_minutes(calendar, speaking_time(calendar, start), minutes)
    moved = replace(duty, counted_from=start, counted=minutes, due_at=due_at, waited=False)
    moved = replace(moved, rung=passed(sop, moved, calendar, now))
    first = time_of(occurrence(sop, moved, moved.rung), due_at, calendar)
    return replace(moved, look_again_at=first)


def finish_duty(
    run: Run,
    duty: Duty,
    now: datetime,
    *,
    remark: str = "",
    person: int | None = None,
    at: datetime | None = None,
) -> Outcome:
    """`at` is when it was done, where that is learnt only now."""
    done = replace(duty, state=DutyState.DONE, done_at=at or now, look_again_at=None, remark=remark)
    fact = Fact(
        f"{duty.task.value} selesai",
        now,
        person,
        duty.seat,
        {"langkah": duty.step, **({"catatan": remark} if remark else {})},
    )
    return Outcome(run.with_duty(done), (fact,), (DutyDone(done),))


def next_step(run: Run, calendar: WorkCalendar, now: datetime) -> Outcome:
    """Open the following step once all that this one's actors owe is done; or close the run."""
    own = run.duties_where(lambda d: d.step == run.step and d.task != Task.HAND_IN)
    if any(duty.state != DutyState.DONE for duty in own):
        return Outcome(run)
    later = [step for step in run.sop.steps if step.number > run.step]
    return open_step(run, later[0], calendar, now) if later else close(run, now)


def close(run: Run, now: datetime) -> Outcome:
    closed = replace(run, state=RunState.CLOSED, closed_at=now)
    return Outcome(settled(closed), (Fact("putaran selesai", now),), (RunClosed(),))


def cancel(run: Run, person: int, seat: str, reason: str, now: datetime) -> Outcome:
    if not run.is_open:
        raise RunNotOpen(run.closed_at)
    cancelled = replace(run, state=RunState.CANCELLED, closed_at=now, reason=reason)
    fact = Fact("putaran dibatalkan", now, person, seat, {"alasan": reason})
    after = settled(cancelled, DutyState.CANCELLED)
    ended = tuple(duty for duty in run.duties if duty.is_open)
    return Outcome(after, (fact,), (RunCancelled(ended),))


def settled(run: Run, state: DutyState = DutyState.WAIVED) -> Run:
    """A run that ends leaves no duty open and nothing to look at again."""
    duties = tuple(
        duty
        if duty.state in (DutyState.DONE, DutyState.WAIVED)
        else replace(duty, state=state, look_again_at=None)
        for duty in run.duties
    )
    return replace(run, duties=duties)


def order(run: Run, seat: str, person: int, calendar: WorkCalendar, now: datetime) -> Outcome:
    duty = own_duty(run, Task.ORDER, seat)
    return finish_duty(run, duty, now, person=person).then(lambda r: next_step(r, calendar, now))


def convey(
    run: Run, step: int, seat: str, person: int, calendar: WorkCalendar, now: datetime
) -> Outcome:
    duty = own_duty(run, Task.CONVEY, seat, step)
    suppliers = {supplier.role for supplier in run.sop.suppliers}
    done = finish_duty(run, duty, now, person=person)
    if suppliers & set(run.sop.step(step).recipients):
        before = run.duties_where(lambda d: d.step == step and d.state == DutyState.DONE)
        asked = Requested(seat, first=not before)
        done = Outcome(done.run, done.facts, (*done.notices, asked))
    return done.then(lambda r: next_step(r, calendar, now))


def own_duty(run: Run, task: Task, seat: str, step: int | None = None) -> Duty:
    """The open duty of this seat; refuses what is not the seat's, not open yet, or done."""
    duty = run.duty(task, seat, step)
    if duty is None:
        owners = run.duties_where(lambda d: d.task == task and step in (None, d.step))
        raise NotYours(tuple(run.sop.seat(d.seat).title for d in owners))
    if not duty.is_open:
        raise NotNow(duty.state != DutyState.WAITING, duty.step)
    return duty
