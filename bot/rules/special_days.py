"""Days that are not worked as their weekday is, each with what makes it so."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.rules.hours import Week


@dataclass(frozen=True, slots=True)
class Season:
    """Days with other hours, both ends included (Ramadan: Perpres 21/2023)."""

    name: str
    first: date
    last: date
    week: Week


@dataclass(frozen=True, slots=True)
class Closure:
    """A closed day and why; `decree` is the number of the decision."""

    day: date
    reason: str
    decree: str | None = None


@dataclass(frozen=True, slots=True)
class ReplacedDay:
    """A day that is worked like a weekday (0 is Monday), whatever else would close it, and why."""

    day: date
    weekday: int
    reason: str = ""
    decree: str | None = None


@dataclass(frozen=True, slots=True)
class NationalDays:
    """Public holidays and cuti bersama, asked a year at a time since few years are needed.

    `source` names the list and its version, for a newer list makes another calendar. `decreed` is
    whether it knows the cuti bersama of a year.
    """

    source: str
    closures_in: Callable[[int], tuple[Closure, ...]]
    decreed: Callable[[int], bool]
