"""How long each step took each seat over an office's runs, against the SOP's standard time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from bot.rules.calendar import WorkCalendar
from bot.rules.ledger import NOBODY_AWAY, Absences, Account, Share, account
from bot.rules.periods import PeriodKind
from bot.rules.run import DutyState, Run, RunState, Task
from bot.rules.sop import Role

Key = tuple[int, Task, str]
Found = tuple[Run, Account]
NEVER_AWAY: Mapping[int, Absences] = {}


@dataclass(frozen=True, slots=True)
class Measured:
    """One seat in one step. `standard`, `middle` and `worst` are working minutes of its own
    (rules/ledger.py), `middle` the median of what was done; `on_time` of `counted` kept their
    limit."""

    step: int
    task: Task
    seat: str
    title: str
    label: str
    standard: int
    middle: int | None
    worst: int | None
    on_time: int
    counted: int


@dataclass(frozen=True, slots=True)
class Timeliness:
    """`runs` are those that anything was measured in."""

    runs: int
    rows: tuple[Measured, ...]

    @property
    def on_time(self) -> int:
        return sum(row.on_time for row in self.rows)

    @property
    def counted(self) -> int:
        return sum(row.counted for row in self.rows)


def timeliness(
    runs: Sequence[Run],
    calendar: WorkCalendar,
    now: datetime,
    away: Mapping[int, Absences] = NEVER_AWAY,
    kind: PeriodKind | None = None,
) -> Timeliness:
    """Over the runs that were not cancelled, of one kind of period or of all; by step and seat.

    A duty counts once it is over, or open past its limit. Names and standard time are the newest
    run's. `away` is by the run's id.
    """
    fitting = sorted(
        (r for r in runs if r.state != RunState.CANCELLED and kind in (None, r.period.kind)),
        key=lambda run: run.opened_at,
    )
    found: dict[Key, list[Found]] = {}
    for run in fitting:
        absences = away.get(run.id, NOBODY_AWAY)
        for duty in run.duties:
            until = duty.done_at if duty.state == DutyState.DONE else None
            own = account(run, duty, calendar, until or now, absences)
            if counts(own):
                found.setdefault(duty.key, []).append((run, own))
    measured = {run.id for own in found.values() for run, _ in own}
    rows = sorted(map(measure, found.values()), key=order_in(fitting))
    return Timeliness(len(measured), tuple(rows))


def counts(own: Account) -> bool:
    over = own.duty.state in (DutyState.DONE, DutyState.WAIVED)
    late = own.duty.is_open and own.late > 0
    return own.duty.opened_at is not None and (over or late)


def measure(own: Sequence[Found]) -> Measured:
    run, newest = own[-1][0], own[-1][1].duty
    done = [each for _, each in own if each.duty.state == DutyState.DONE]
    taken = [each.minutes[Share.OWN] for each in done]
    seat = run.sop.seat(newest.seat)
    return Measured(
        newest.step,
        newest.task,
        newest.seat,
        seat.title,
        label_of(run.sop.role(seat.role), seat.title),
        newest.minutes,
        round(median(taken)) if taken else None,
        max(taken, default=None),
        sum(each.late == 0 for each in done),
        len(own),
    )


def label_of(role: Role, title: str) -> str:
    """What it is called where there is little room."""
    return title if role.count > 1 else role.short


def order_in(runs: Sequence[Run]) -> Callable[[Measured], tuple[int, int]]:
    """By step, then as the duties stand in the newest run that has them."""
    places = {duty.key: place for run in runs for place, duty in enumerate(run.duties)}
    return lambda found: (found.step, places[found.step, found.task, found.seat])
