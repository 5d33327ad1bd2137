"""The months and triwulan that a run gathers data for."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering
from typing import Literal

PeriodKind = Literal["bulan", "triwulan"]
KINDS: tuple[PeriodKind, ...] = ("triwulan", "bulan")
_MONTHS = {"bulan": 1, "triwulan": 3}
_KEY = re.compile(r"([2-9]\d{3})-(?:TW([1-4])|(0[1-9]|1[0-2]))", re.ASCII)


class NotAPeriod(ValueError):
    """Neither a month nor a triwulan between 2000 and 9999."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """One month (1–12) or triwulan (1–4) of a year; sorted by its end, the longer one first."""

    kind: PeriodKind
    year: int
    number: int

    def __post_init__(self) -> None:
        if not 2000 <= self.year <= 9999 or not 1 <= self.number <= 12 // self.months:
            raise NotAPeriod(f"{self.kind} {self.number} {self.year}")

    def __lt__(self, other: "Period") -> bool:
        return (self.end, self.start) < (other.end, other.start)

    @property
    def months(self) -> int:
        return _MONTHS[self.kind]

    @property
    def start(self) -> date:
        return date(self.year, (self.number - 1) * self.months + 1, 1)

    @property
    def end(self) -> date:
        """The last day, included."""
        last = self.number * self.months
        if last == 12:
            return date(self.year, 12, 31)
        return date(self.year, last + 1, 1) - timedelta(days=1)

    @property
    def key(self) -> str:
        """2026-TW3 or 2026-10, for buttons, file names and columns."""
        return f"{self.year}-TW{self.number}" if self.months == 3 else self.start.strftime("%Y-%m")

    def previous(self) -> "Period":
        return period_of(self.start - timedelta(days=1), self.kind)


def parse(key: str) -> Period:
    """The period of a key; anything else is NotAPeriod."""
    found = _KEY.fullmatch(key)
    if found is None:
        raise NotAPeriod(key)
    year, quarter, month = found.groups()
    if quarter:
        return Period("triwulan", int(year), int(quarter))
    return Period("bulan", int(year), int(month))


def period_of(day: date, kind: PeriodKind) -> Period:
    return Period(kind, day.year, (day.month - 1) // _MONTHS[kind] + 1)


def offered(today: date, kinds: Collection[PeriodKind] = KINDS) -> tuple[Period, ...]:
    """What `/mulai` offers on the office's day: the completed ones first, then the running ones."""
    running = [period_of(today, kind) for kind in KINDS if kind in kinds]
    return (*(period.previous() for period in running), *running)
