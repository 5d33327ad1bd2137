"""Refusals about days and proposals."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.rules.errors.refusal import Refusal
from bot.rules.periods import Period


@dataclass
class NotADay(Refusal):
    """No date is read in what was written."""

    text: str


@dataclass
class DaysReversed(Refusal):
    first: date
    last: date


@dataclass
class DayPassed(Refusal):
    """The day's working hours are over."""

    day: date


@dataclass
class TooFarAhead(Refusal):
    day: date
    most: int  # days


@dataclass
class TooManyDays(Refusal):
    days: int
    most: int


@dataclass
class NoWhy(Refusal):
    """A day is closed with a reason or not at all."""

    first: date


@dataclass
class NotWorked(Refusal):
    """The day is not worked anyway, by this reason; by its weekday where there is none."""

    day: date
    reason: str = ""


@dataclass
class ClosedAlready(Refusal):
    """The office closed the day before."""

    day: date
    reason: str


@dataclass
class NotClosed(Refusal):
    """None of these days was closed by /libur."""

    first: date
    last: date


@dataclass
class OutsideHours(Refusal):
    """Nobody is reminded now; `opens` is when others may be told again, UTC."""

    opens: datetime


@dataclass
class ProposalOver(Refusal):
    """The proposed run was begun, or the proposal is unknown."""

    period: Period | None = None
