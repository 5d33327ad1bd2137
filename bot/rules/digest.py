"""The morning digest: what is due today or late, and who was told of it already."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.rules.calendar import WorkCalendar
from bot.rules.hours import Span
from bot.rules.run import Duty, Run
from bot.rules.waiting import own_limit, waits
from bot.rules.wall_clock import in_utc
from bot.rules.worktime import DAY, IDLE_DAYS, MINUTE, minutes_between, own_word_time, speaking_time

MORNING = Span(0, 12 * 60)  # where the calendar names no hours
Named = tuple[int, int, str, str]  # a duty: its run, step, task and seat


@dataclass(frozen=True, slots=True)
class Item:
    """An open duty as the digest tells it; `late` are working minutes, 0 where it is due today."""

    run: Run
    duty: Duty
    late: int = 0

    @property
    def named(self) -> Named:
        return (self.run.id, self.duty.step, self.duty.task.value, self.duty.seat)


def digest_hours(calendar: WorkCalendar, day: date) -> tuple[datetime, datetime] | None:
    """From when (UTC) the day's digest is told and until when it is made up for.

    Never before the day's first word; None on a day without working hours in that time.
    """
    worked = calendar.segments(day)
    if not worked:
        return None
    wanted = in_utc(day, (calendar.digest_hours or MORNING,), ZoneInfo(calendar.zone))
    first_word = own_word_time(calendar, worked[0][0])
    if calendar.digest_hours is None:
        first_word += calendar.first_word_delay * MINUTE
    opens = speaking_time(calendar, max(first_word, wanted[0][0]))
    return (opens, wanted[-1][1]) if opens < wanted[-1][1] else None


def due_now(calendar: WorkCalendar, told_on: date | None, now: datetime) -> bool:
    """Whether the digest of this day is to be told at this moment."""
    today = calendar.on(now)
    hours = digest_hours(calendar, today) if told_on != today else None
    return hours is not None and hours[0] <= now < hours[1] and speaking_time(calendar, now) <= now


def items(run: Run, calendar: WorkCalendar, now: datetime, back: Collection[str]) -> Iterator[Item]:
    """What is late by its holder or due today, and all that seats owe whose holder is `back` today.

    What opened today was just told, and who only waits for others is not chased.
    """
    today = calendar.on(now)
    for duty in run.duties_where(lambda d: d.is_open and d.due_at is not None):
        if duty.counted_from is None or duty.due_at is None or waits(run, duty):
            continue
        limit = own_limit(run, duty, calendar) or duty.due_at
        if calendar.on(duty.counted_from) == today and duty.seat not in back:
            continue
        if limit <= now:
            yield Item(run, duty, max(minutes_between(calendar, limit, now), 1))
        elif calendar.on(limit) == today or duty.seat in back:
            yield Item(run, duty)


def late_since_before(item: Item, calendar: WorkCalendar, now: datetime) -> bool:
    """Whether its limit had passed before this day's working hours began."""
    begins = calendar.segments(calendar.on(now))[0][0]
    limit = own_limit(item.run, item.duty, calendar)
    return bool(item.late) and limit is not None and limit <= begins


def told(reminders: Collection[Mapping[str, Any]], audience: str) -> frozenset[Named]:
    """The duties that today's reminders to an audience have named (usecases/remind.py)."""
    return frozenset(
        (kept["run"], step, task, seat)
        for kept in reminders
        if kept.get("audience") == audience
        for step, task, seat, *_ in kept["late"]
    )


def last_worked(calendar: WorkCalendar, day: date) -> date:
    """The working day before this one."""
    before = (day - n * DAY for n in range(1, IDLE_DAYS))
    return next((one for one in before if calendar.segments(one)), day - timedelta(days=1))
