"""Whom a supervisor may remind at once: who is late or due today, of what he himself owes."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from bot.rules.calendar import WorkCalendar
from bot.rules.owing import chased
from bot.rules.run import Duty, Fact, Run, Task
from bot.rules.waiting import waits

REMINDED = "diingatkan atas permintaan"
AT_MOST_EVERY = timedelta(hours=1)


def to_remind(run: Run, calendar: WorkCalendar, now: datetime) -> tuple[Duty, ...]:
    """Open duties whose limit is today's or past, save what only waits for others."""
    today = calendar.on(now)
    return run.duties_where(
        lambda d: (
            d.is_open
            and d.due_at is not None
            and calendar.on(d.due_at) <= today
            and not waits(run, d)
            and still_owes(run, d)
        )
    )


def still_owes(run: Run, duty: Duty) -> bool:
    return duty.task != Task.HAND_IN or bool(chased(run, run.sop.seat(duty.seat)))


def reminded_since(facts: Sequence[Fact], now: datetime) -> frozenset[int]:
    """The people who were reminded so within the hour before."""
    return frozenset(
        person
        for fact in facts
        if fact.verb == REMINDED and fact.at > now - AT_MOST_EVERY
        for person in fact.detail["pegawai"]
    )


def reminded(seat: str, by: int, people: Collection[int], now: datetime) -> Fact:
    return Fact(REMINDED, now, by, seat, {"pegawai": sorted(people)})
