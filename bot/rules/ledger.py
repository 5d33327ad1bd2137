"""The lateness ledger: whose every working minute of a run was, duty by duty.

Derived from what is kept: the duties with their rounds and grants, and the documents. A minute
belongs to what held at its end, so that the sums close to the minute.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from bot.rules.calendar import WorkCalendar
from bot.rules.run import Duty, Run, Task
from bot.rules.turns import Turn, turns
from bot.rules.waiting import reading_minutes
from bot.rules.worktime import add_minutes, minutes_between

Span = tuple[datetime, datetime]
Absences = Mapping[str, Sequence[Span]]
NOBODY_AWAY: Absences = {}


class Share(StrEnum):
    OWN = "sendiri"
    UPSTREAM = "menunggu"  # for an earlier step, or for what others owe
    REVIEW = "diperiksa"
    EXCUSED = "diizinkan"  # granted beyond the limit, or on leave with nobody acting
    OUTSIDE = "lepas"  # not his any more


@dataclass(frozen=True, slots=True)
class Account:
    """A duty's working minutes; `late` are those of its own past its limit, each counted once.

    What came late to a collector makes him late only after his reading time.
    """

    duty: Duty
    minutes: Mapping[Share, int]
    late: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a duty's time with one share of it."""

    start: datetime
    end: datetime
    share: Share
    late: bool


def ledger(
    run: Run, calendar: WorkCalendar, now: datetime, absences: Absences = NOBODY_AWAY
) -> tuple[Account, ...]:
    """An account for each duty, from the run's opening to its end or `now`."""
    return tuple(account(run, duty, calendar, now, absences) for duty in run.duties)


def account(
    run: Run, duty: Duty, calendar: WorkCalendar, now: datetime, absences: Absences = NOBODY_AWAY
) -> Account:
    minutes = dict.fromkeys(Share, 0)
    late = 0
    for piece in pieces(run, duty, calendar, now, absences):
        whole = whole_minutes(run, piece.start, piece.end, calendar)
        minutes[piece.share] += whole
        late += whole if piece.late else 0
    return Account(duty, minutes, late)


def late_at(
    run: Run, duty: Duty, calendar: WorkCalendar, at: datetime, absences: Absences = NOBODY_AWAY
) -> int:
    """The duty's own late minutes by then, in the round of that moment."""
    since = max((ended.ended_at for ended in duty.rounds if ended.ended_at <= at), default=None)
    return sum(
        whole_minutes(run, piece.start, min(piece.end, at), calendar)
        for piece in pieces(run, duty, calendar, at, absences)
        if piece.late and (since is None or piece.start >= since)
    )


def whole_minutes(run: Run, start: datetime, end: datetime, calendar: WorkCalendar) -> int:
    """Between two moments, each counted from the run's opening, so that no cut loses any."""
    until = minutes_between(calendar, run.opened_at, end)
    return until - minutes_between(calendar, run.opened_at, start)


def pieces(
    run: Run, duty: Duty, calendar: WorkCalendar, now: datetime, absences: Absences
) -> Iterator[Piece]:
    excused = [*granted(duty, calendar), *absences.get(duty.seat, ())]
    cuts = sorted({m for span in excused for m in span} | {r[2] for r in limits(duty)})
    for turn in turns(run, duty, min(run.closed_at or now, now)):
        grace = late_from(run, duty, turn, calendar)
        moments = [turn.start, *(m for m in (*cuts, *grace) if turn.start < m < turn.end), turn.end]
        moments.sort()
        for start, end in pairwise(moments):
            own = turn.own and not any(a <= start < b for a, b in excused)
            share = share_of(turn, own=own)
            limit = limit_at(duty, start)
            late = own and limit is not None and start >= max([limit, *grace])
            yield Piece(start, end, share, late)


def share_of(turn: Turn, *, own: bool) -> Share:
    if turn.own:
        return Share.OWN if own else Share.EXCUSED
    if turn.upstream:
        return Share.UPSTREAM
    return Share.REVIEW if turn.review else Share.OUTSIDE


def limits(duty: Duty) -> list[tuple[datetime | None, int, datetime]]:
    """Each round: until when (None for the one that runs), what was granted in it, its limit."""
    ended: list[tuple[datetime | None, int, datetime]] = [
        (each.ended_at, each.granted, each.due_at) for each in duty.rounds
    ]
    return [*ended, (None, duty.granted, duty.due_at)] if duty.due_at else ended


def limit_at(duty: Duty, at: datetime) -> datetime | None:
    return next((due for until, _, due in limits(duty) if until is None or at < until), None)


def granted(duty: Duty, calendar: WorkCalendar) -> Iterator[Span]:
    """From the limit that stood before to the one that was granted."""
    since: datetime | None = None
    for until, minutes, due in limits(duty):
        if minutes:
            before = add_minutes(calendar, due, -minutes)
            yield max(before, since or before), min(due, until or due)
        since = until


def late_from(run: Run, duty: Duty, turn: Turn, calendar: WorkCalendar) -> list[datetime]:
    """A collector who waited before reads first."""
    if duty.task != Task.COLLECT or not turn.after_waiting:
        return []
    return [add_minutes(calendar, turn.since or turn.start, reading_minutes(run, duty))]
