"""What can be wrong in a calendar file, and where; bot/texts/calendars.py says it in words."""

from dataclasses import dataclass
from enum import StrEnum


class CalendarFault(StrEnum):
    UNREADABLE = "unreadable"
    NOT_TOML = "not TOML"
    UNKNOWN_KEY = "unknown key"
    MISSING = "missing"
    WRONG_TYPE = "wrong type"
    EMPTY = "empty"
    UNKNOWN_ZONE = "unknown zone"
    UNKNOWN_WEEKDAY = "unknown weekday"
    NOT_HOURS = "not hours"
    HOURS_OVERLAP = "hours overlap"
    NO_HOURS = "no hours"
    NOT_WORKED = "not worked"
    NOT_YEARS = "not years"
    OUT_OF_RANGE = "out of range"
    ENDS_BEFORE_START = "ends before start"
    SEASONS_OVERLAP = "seasons overlap"
    DATE_TWICE = "date twice"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a calendar file: key path like `musim[1].jam.senin`, and line where known."""

    place: str
    code: CalendarFault
    detail: str = ""
    line: int | None = None


class CalendarFaults(Exception):
    """All faults of a calendar file at once, in the order of its lines."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults
