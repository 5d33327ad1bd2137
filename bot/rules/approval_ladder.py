"""The reminders of an approval: by its own ladder, in working minutes since it was asked."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice, takewhile

from bot.rules.approvals import Approval
from bot.rules.calendar import WorkCalendar
from bot.rules.ladder import chosen
from bot.rules.run import Fact, Outcome, Run
from bot.rules.rungs import Occurrence, comings
from bot.rules.sop import RungTo, Sop
from bot.rules.worktime import add_minutes, minutes_between, own_word_time, speaking_time


@dataclass(frozen=True, slots=True)
class ApprovalReminder:
    """One message to one audience; `waited` are working minutes since it was asked, `again` says
    that it is one of a rung that repeats."""

    approval: Approval
    to: RungTo
    level: int
    rung: int
    waited: int
    again: bool


def first_look(sop: Sop, calendar: WorkCalendar, asked_at: datetime) -> datetime | None:
    return look_at(sop, 0, calendar, asked_at)


def look_at(sop: Sop, number: int, calendar: WorkCalendar, asked_at: datetime) -> datetime | None:
    """When the occurrence of this number comes; None past the ladder's end."""
    coming = next(occurrences(sop, number), None)
    return time_of(coming, calendar, asked_at) if coming else None


def look_by(run: Run, calendar: WorkCalendar) -> Run:
    """The run with its next reminder at its time by a changed calendar."""
    for approval in run.approvals:
        if approval.is_asked and approval.asked_at is not None:
            at = look_at(run.sop, approval.rung, calendar, approval.asked_at)
            run = run.with_approval(replace(approval, look_again_at=at))
    return run


def occurrences(sop: Sop, start: int = 0) -> Iterator[Occurrence]:
    """Without end where a rung repeats."""
    every = (comings(rung, 0) for rung in sop.approving.ladder)
    return islice(heapq.merge(*every, key=lambda coming: coming.offset), start, None)


def time_of(coming: Occurrence, calendar: WorkCalendar, asked_at: datetime) -> datetime:
    """The clock runs from when the holder could be told."""
    start = speaking_time(calendar, asked_at)
    return add_minutes(calendar, start, coming.offset) if coming.offset else start


def remind_of(
    run: Run, approval: Approval, calendar: WorkCalendar, now: datetime, *, away: bool
) -> Outcome:
    """What has come of its ladder, each once; after downtime of several to the same people the
    last. A holder who is `away` with nobody acting hears nothing, those above him do."""
    asked_at = approval.asked_at
    if not approval.is_asked or asked_at is None:
        return Outcome(run.with_approval(replace(approval, look_again_at=None)))
    speaks = own_word_time(calendar, now)
    if speaks > now:
        return Outcome(run.with_approval(replace(approval, look_again_at=speaks)))
    ladder = occurrences(run.sop, approval.rung)
    come = list(takewhile(lambda o: time_of(o, calendar, asked_at) <= now, ladder))
    fired, over = chosen(come, away=away)
    climbed = replace(approval, rung=approval.rung + over)
    climbed = replace(climbed, look_again_at=look_at(run.sop, climbed.rung, calendar, asked_at))
    waited = minutes_between(calendar, speaking_time(calendar, asked_at), now)
    reminders = tuple(
        ApprovalReminder(
            climbed, o.rung.to, o.rung.level, approval.rung + n, waited, o.rung.again > 0
        )
        for n, o in fired
    )
    facts = tuple(
        Fact("pengingat persetujuan", now, None, climbed.seat, {"anak tangga": each.rung})
        for each in reminders
    )
    return Outcome(run.with_approval(climbed), facts, reminders)
