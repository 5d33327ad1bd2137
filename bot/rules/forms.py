"""The form that an office fills in each period: its indicators, and what came back."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from string import ascii_uppercase

from bot.rules.achievement import Direction, Method
from bot.rules.periods import Period
from bot.rules.registers import LheRow, LhpRow, TlhpRow

SCHEMA = 1  # the layout of the workbooks that this code writes


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the format. `budget` is the pagu in whole rupiah of the programme on this row."""

    number: int
    sasaran: str
    name: str
    unit: str
    direction: Direction
    method: Method
    target_year: Decimal
    target_period: Decimal
    programme: str | None
    budget: Decimal | None
    seat: str

    @property
    def known_as(self) -> tuple[str, str]:
        """Name and unit, by which an indicator is the same one wherever it stands."""
        return " ".join(self.name.split()).casefold(), self.unit.strip().casefold()


@dataclass(frozen=True, slots=True)
class OfficeFormat:
    """`period` is the one that the targets are for, where it is known."""

    indicators: tuple[Indicator, ...]
    period: Period | None = None

    def of(self, seat: str) -> tuple[Indicator, ...]:
        return tuple(row for row in self.indicators if row.seat == seat)

    @property
    def seats(self) -> tuple[str, ...]:
        """The responsible seats, each once, in the order of their first indicator."""
        return tuple(dict.fromkeys(row.seat for row in self.indicators))

    def spread(self, seats: Sequence[str]) -> "OfficeFormat":
        """The same indicators on an office's own seats: its n-th seat takes the n-th one's rows.

        With fewer seats than responsible ones, the count begins again at the first seat.
        A format whose seats all exist in the office stays as it is.
        """
        if not seats or set(self.seats) <= set(seats):
            return self
        onto = {old: seats[place % len(seats)] for place, old in enumerate(self.seats)}
        rows = tuple(replace(row, seat=onto[row.seat]) for row in self.indicators)
        return replace(self, indicators=rows)


@dataclass(frozen=True, slots=True)
class FormMark:
    """Whose workbook this is. An empty `seat` marks the office's whole format.

    `period` is the run's (rules/periods.py, key), so that a workbook of another one can be named.
    """

    office: int
    run: int
    seat: str
    version: int
    schema: int = SCHEMA
    period: str = ""

    @property
    def is_master(self) -> bool:
        return not self.seat


@dataclass(frozen=True, slots=True)
class ReadFormat:
    """A format as a workbook says it; no mark where the workbook is not one that the bot sent."""

    form: OfficeFormat
    mark: FormMark | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """What one indicator came to. None is "belum ada data", which is not 0. Money in rupiah.

    `actual_at` and `spent_at` are the cells that they were read from, like "I7".
    """

    indicator: Indicator
    actual: Decimal | None
    spent: Decimal | None = None
    factors: str = ""
    obstacles: str = ""
    follow_up: str = ""
    source: str = ""
    actual_at: str = field(default="", compare=False)
    spent_at: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class FilledForm:
    """`formulas` are the cells whose values formulas gave, like "Data Kinerja I7"; `strays` the
    headings of columns that were put in and are not read; `columns` the letter of each column;
    `next_tlhp` the cell where one more row of that register would begin."""

    mark: FormMark
    figures: tuple[Figure, ...]
    lhp: tuple[LhpRow, ...] = ()
    lhe: tuple[LheRow, ...] = ()
    tlhp: tuple[TlhpRow, ...] = ()
    formulas: tuple[str, ...] = field(default=(), compare=False)
    strays: tuple[str, ...] = field(default=(), compare=False)
    columns: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    next_tlhp: str = field(default="", compare=False)

    def cell(self, figure: Figure, key: str) -> str:
        """Where this column of the figure's row stands, like "H7"; empty where nobody knows."""
        row, letter = figure.actual_at.lstrip(ascii_uppercase), dict(self.columns).get(key, "")
        return f"{letter}{row}" if row and letter else ""
