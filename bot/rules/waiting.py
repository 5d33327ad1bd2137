"""Whose turn it is: a duty that waits for somebody else is not late by its holder (issue: nobody
is chased without cause)."""

import math
from datetime import datetime

from bot.rules.calendar import WorkCalendar
from bot.rules.owing import missing, to_review
from bot.rules.run import DocumentState, Duty, Run, Task
from bot.rules.worktime import add_minutes

WAITING_TASKS = (Task.COLLECT, Task.COMPILE)


def waits(run: Run, duty: Duty) -> bool:
    """A collector who lacks something and has nothing to review; a compiler while a document is
    returned or under review."""
    if duty.task == Task.COLLECT:
        collector = run.sop.seat(duty.seat)
        return bool(missing(run, collector)) and not to_review(run, collector)
    if duty.task == Task.COMPILE:
        unread = any(d.state == DocumentState.RECEIVED for d in run.documents)
        return unread or any(d.task == Task.HAND_IN and d.is_open for d in run.duties)
    return False


def reading_minutes(run: Run, duty: Duty) -> int:
    """What the SOP leaves a collector for reading after its suppliers' limit (`batas_serah`)."""
    return duty.minutes - math.floor(duty.minutes * run.sop.hand_in_share)


def own_limit(run: Run, duty: Duty, calendar: WorkCalendar) -> datetime | None:
    """From when on the duty is late by its holder: its limit, or later where what it waited for
    came late. A collector has his reading time for it, a compiler looks at what was decided last.
    """
    if duty.due_at is None:
        return None
    since = free_since(run, duty)
    if since is None or (since <= duty.due_at and duty.task != Task.COLLECT):
        return duty.due_at
    extra = reading_minutes(run, duty) if duty.task == Task.COLLECT else 0
    return max(duty.due_at, add_minutes(calendar, since, extra))


def free_since(run: Run, duty: Duty) -> datetime | None:
    """When the last that it waited for came: of what a collector has not read yet the oldest."""
    if duty.task == Task.COLLECT:
        collector = run.sop.seat(duty.seat)
        unread = [d.received_at for d in to_review(run, collector)]
        own = {kind.code for kind in run.sop.kinds_for(collector.role)}
        came = [d.received_at for d in run.documents if d.kind in own]
        return min(unread) if unread else max(came, default=None)
    if duty.task == Task.COMPILE:
        decided = [d.decided_at for d in run.documents if d.decided_at is not None]
        return max(decided, default=None)
    return None
