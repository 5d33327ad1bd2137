"""A SOP's flow as it is drawn: columns of actors, a row for each step, and how each box stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.rules.approving import current
from bot.rules.calendar import WorkCalendar
from bot.rules.ledger import NOBODY_AWAY, Absences, account
from bot.rules.moves import TASK_OF
from bot.rules.run import Duty, DutyState, Run, Task
from bot.rules.sop import ApprovalAct, Seat, Sop, Step, StepKind

OVER = (DutyState.DONE, DutyState.WAIVED)


class BoxState(StrEnum):
    PLANNED = "rencana"  # of a SOP that no run follows
    WAITING = "menunggu"
    OPEN = "berjalan"
    LATE = "lewat"
    DONE = "selesai"
    CANCELLED = "batal"


@dataclass(frozen=True, slots=True)
class Lane:
    """A column: the roles that the SOP draws in it, one as a rule."""

    title: str
    roles: tuple[str, ...]
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """What one lane does in one step.

    `at` is the limit of what runs and the end of what is done, UTC; `late` the working minutes
    past the limit; `done` of `seats` are over. `hands_in` where it gives what others collect.
    """

    lane: int
    state: BoxState
    seats: int
    done: int = 0
    at: datetime | None = None
    late: int = 0
    hands_in: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    step: Step
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One who approves the recap after the last step: `at` is when he did, or was asked, UTC."""

    seat: Seat
    act: ApprovalAct
    state: BoxState
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Swimlane:
    """`chain` is empty until the run has closed, and where the SOP asks nobody to approve."""

    lanes: tuple[Lane, ...]
    rows: tuple[Row, ...]
    chain: tuple[Link, ...] = ()


def planned(sop: Sop) -> Swimlane:
    """The SOP as it is written."""
    lanes = lanes_of(sop)
    rows = []
    for step in sop.steps:
        boxes = [
            Box(n, BoxState.PLANNED, len(own), hands_in=not acts(lane, step))
            for n, lane in enumerate(lanes)
            if (own := [s for s in lane.seats if s.role in concerned(sop, step)])
        ]
        rows.append(Row(step, tuple(boxes)))
    return Swimlane(lanes, tuple(rows))


def followed(
    run: Run, calendar: WorkCalendar, now: datetime, away: Absences = NOBODY_AWAY
) -> Swimlane:
    """The run's SOP with each box as it stands now."""
    lanes = lanes_of(run.sop)
    rows = []
    for step in run.sop.steps:
        boxes = [
            box_of(n, own, lates(run, own, calendar, now, away))
            for n, lane in enumerate(lanes)
            if (own := duties_in(run, step, lane))
        ]
        rows.append(Row(step, tuple(boxes)))
    return Swimlane(lanes, tuple(rows), tuple(chain_of(run)))


def chain_of(run: Run) -> Iterator[Link]:
    for one in current(run) if run.recap else ():
        seat = run.sop.seat(one.seat)
        if one.given:
            yield Link(seat, one.act, BoxState.DONE, one.decided_at)
        elif one.is_asked:
            yield Link(seat, one.act, BoxState.OPEN, one.asked_at)
        else:
            yield Link(seat, one.act, BoxState.WAITING, None)


def lanes_of(sop: Sop) -> tuple[Lane, ...]:
    """In the SOP's order those who act or hand in; roles of one `kolom` stand in one lane."""
    flowing = {role for step in sop.steps for role in concerned(sop, step)}
    columns: dict[str, list[str]] = {}
    for role in sop.roles:
        if role.key in flowing:
            columns.setdefault(role.column or role.key, []).append(role.key)
    return tuple(lane_of(sop, name, keys) for name, keys in columns.items())


def lane_of(sop: Sop, name: str, keys: Sequence[str]) -> Lane:
    role = sop.role(keys[0])
    return Lane(name if role.column else role.short, tuple(keys), sop.seats_of(keys))


def concerned(sop: Sop, step: Step) -> tuple[str, ...]:
    """The roles that do the step, then those that hand in for it."""
    if step.kind != StepKind.COLLECT:
        return step.actors
    gives = (kind.handed_in_by for kind in sop.kinds if kind.collector in step.actors)
    return tuple(dict.fromkeys((*step.actors, *gives)))


def acts(lane: Lane, step: Step) -> bool:
    return any(role in step.actors for role in lane.roles)


def duties_in(run: Run, step: Step, lane: Lane) -> tuple[Duty, ...]:
    """Of a lane that does the step what it owes as its actor, else what it hands in."""
    seats = {seat.key for seat in lane.seats}
    task = TASK_OF[step.kind] if acts(lane, step) else Task.HAND_IN
    return run.duties_where(lambda d: d.step == step.number and d.task == task and d.seat in seats)


def box_of(lane: int, own: Sequence[Duty], late: int) -> Box:
    state = state_of(own, late=late > 0)
    return Box(
        lane,
        state,
        len(own),
        sum(duty.state in OVER for duty in own),
        moment_of(own, state),
        late if state == BoxState.LATE else 0,
        own[0].task == Task.HAND_IN,
    )


def state_of(own: Sequence[Duty], *, late: bool) -> BoxState:
    """Of a lane that was begun and is not over: open, late where one of it is late."""
    states = {duty.state for duty in own}
    if states <= set(OVER):
        return BoxState.DONE
    if DutyState.CANCELLED in states:
        return BoxState.CANCELLED
    if states == {DutyState.WAITING}:
        return BoxState.WAITING
    return BoxState.LATE if late else BoxState.OPEN


def moment_of(own: Sequence[Duty], state: BoxState) -> datetime | None:
    """When the last was done; of what runs the nearest limit."""
    if state == BoxState.DONE:
        return max(instants(duty.done_at for duty in own), default=None)
    if state in (BoxState.OPEN, BoxState.LATE):
        return min(instants(duty.due_at for duty in own if duty.is_open), default=None)
    return None


def instants(found: Iterable[datetime | None]) -> list[datetime]:
    return [at for at in found if at is not None]


def lates(
    run: Run, own: Sequence[Duty], calendar: WorkCalendar, now: datetime, away: Absences
) -> int:
    return max(late_minutes(run, duty, calendar, now, away) for duty in own)


def late_minutes(
    run: Run, duty: Duty, calendar: WorkCalendar, now: datetime, away: Absences = NOBODY_AWAY
) -> int:
    """Working minutes of its own that an open duty is past its limit (rules/ledger.py)."""
    return account(run, duty, calendar, now, away).late if duty.is_open else 0
