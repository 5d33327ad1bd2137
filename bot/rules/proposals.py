"""Runs that are proposed by themselves once their period has ended."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.calendar import WorkCalendar
from bot.rules.periods import Period, PeriodKind, period_of
from bot.rules.sop import Sop
from bot.rules.worktime import IDLE_DAYS, CalendarClosed, own_word_time

DAY = timedelta(days=1)


class ProposalState(StrEnum):
    ASKED = "diajukan"
    PUT_OFF = "ditunda"
    SILENT = "didiamkan"  # put off as often as may be
    PASSED = "dilewati"  # not wanted, or the period has its run


@dataclass(frozen=True, slots=True)
class Proposal:
    """One period of one office, proposed once. `again_at` (UTC) is when it is asked again."""

    id: int
    office_id: int
    period: Period
    state: ProposalState
    put_offs: int = 0
    again_at: datetime | None = None


def ripe(sop: Sop, calendar: WorkCalendar, now: datetime) -> tuple[Period, ...]:
    """The periods that ended lately: from the set working day on, for as long as it is made up."""
    today = calendar.on(now)
    ended = [period_of(today, kind).previous() for kind in sop.period_kinds]
    return tuple(p for p in ended if opens_at(p, sop, calendar) <= now < shuts_at(p, sop, calendar))


def opens_at(period: Period, sop: Sop, calendar: WorkCalendar) -> datetime:
    return first_word_on(calendar, period.end, sop.proposing.workday)


def shuts_at(period: Period, sop: Sop, calendar: WorkCalendar) -> datetime:
    return first_word_on(calendar, period.end, sop.proposing.workday + sop.proposing.bound)


def first_word_on(calendar: WorkCalendar, after: date, workday: int) -> datetime:
    """When the bot may first speak on the so-many-th working day after that day.

    Refused: CalendarClosed.
    """
    day, idle = after, 0
    while workday and idle < IDLE_DAYS:
        day += DAY
        worked = bool(calendar.segments(day))
        workday, idle = (workday - 1, 0) if worked else (workday, idle + 1)
    if workday:
        raise CalendarClosed(after)
    return own_word_time(calendar, calendar.segments(day)[0][0])


def wanted(sop: Sop, kind: PeriodKind, last: Period | None) -> bool:
    """Whether the office is proposed such periods; `last` is the one that it ran last."""
    if sop.proposing.kinds is not None:
        return kind in sop.proposing.kinds
    if kind == "triwulan" or len(sop.period_kinds) == 1:
        return True
    return last is not None and last.kind == kind


def asked(proposal: Proposal) -> Proposal:
    return replace(proposal, state=ProposalState.ASKED, again_at=None)


def ended(proposal: Proposal) -> Proposal:
    return replace(proposal, state=ProposalState.PASSED, again_at=None)


def put_off(proposal: Proposal, sop: Sop, calendar: WorkCalendar, now: datetime) -> Proposal:
    """To the next working day; silent once it was put off as often as the SOP allows."""
    again = next_day(proposal, calendar, now)
    counted = replace(again, put_offs=proposal.put_offs + 1)
    if counted.put_offs <= sop.proposing.put_offs:
        return counted
    return replace(counted, state=ProposalState.SILENT, again_at=None)


def next_day(proposal: Proposal, calendar: WorkCalendar, now: datetime) -> Proposal:
    today = calendar.on(now)
    later = first_word_on(calendar, today, 1)
    return replace(proposal, state=ProposalState.PUT_OFF, again_at=later)
