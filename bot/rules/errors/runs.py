"""Refusals about a run, its steps and its limits."""

from dataclasses import dataclass
from datetime import datetime

from bot.rules.errors.refusal import Refusal


@dataclass
class NoRun(Refusal):
    """The office has no open run: a `file` came for one, or there is nothing to read.

    `may_start`: who asks may begin one.
    """

    file: bool = False
    may_start: bool = False


@dataclass
class RunNotOpen(Refusal):
    """The button or file belongs to a run that is closed, cancelled or unknown."""

    closed_at: datetime | None = None


@dataclass
class PeriodTaken(Refusal):
    period: str


@dataclass
class NotNow(Refusal):
    """The duty is not open: `done` before, or its step has not come."""

    done: bool
    step: int


class NotYetOrdered(Refusal):
    """The request has not been ordered; nothing is collected yet."""


@dataclass
class StillMissing(Refusal):
    """Something is owed or not yet reviewed; conveying without it takes a reason."""

    missing: tuple[str, ...]


class RecapApproved(Refusal):
    """The recap is approved; no document enters it any more."""


class RecapChanged(Refusal):
    """The recap on the button is no longer what would be approved."""


class FormatChanged(Refusal):
    """The format on the button was replaced by another one."""


class FormatConveyed(Refusal):
    """The format was conveyed already and cannot be replaced any more."""


class NothingOwed(Refusal):
    """The person has no open duty."""


@dataclass
class AlreadyAsked(Refusal):
    """More time is asked and not decided."""

    superior: str


class PleaSettled(Refusal):
    """More time was granted or refused before."""


@dataclass
class NobodyAbove(Refusal):
    """Nobody else is there in a seat above, so nobody can decide."""

    titles: tuple[str, ...]
