"""The form that an office fills in each period: its indicators, what came back, what is wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from bot.rules.achievement import LHE_PREDICATES, Direction, Method, predicate

T = TypeVar("T")
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


@dataclass(frozen=True, slots=True)
class OfficeFormat:
    indicators: tuple[Indicator, ...]

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
        return OfficeFormat(tuple(replace(row, seat=onto[row.seat]) for row in self.indicators))


@dataclass(frozen=True, slots=True)
class FormMark:
    """Whose workbook this is. An empty `seat` marks the office's whole format."""

    office: int
    run: int
    seat: str
    version: int
    schema: int = SCHEMA

    @property
    def is_master(self) -> bool:
        return not self.seat


@dataclass(frozen=True, slots=True)
class Figure:
    """What one indicator came to. None is "belum ada data", which is not 0. Money in rupiah."""

    indicator: Indicator
    actual: Decimal | None
    spent: Decimal | None = None
    factors: str = ""
    obstacles: str = ""
    follow_up: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class LhpRow:
    number: str
    dated: date | None = None
    auditor: str = ""
    audited: str = ""
    findings: Decimal | None = None
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class LheRow:
    """Components out of 30, 30, 15 and 25."""

    number: str
    dated: date | None = None
    year: Decimal | None = None
    planning: Decimal | None = None
    measuring: Decimal | None = None
    reporting: Decimal | None = None
    evaluating: Decimal | None = None

    @property
    def total(self) -> Decimal | None:
        """Out of 100; None while a component is missing."""
        parts = (self.planning, self.measuring, self.reporting, self.evaluating)
        known = [part for part in parts if part is not None]
        return sum(known, Decimal(0)) if len(known) == len(parts) else None

    @property
    def grade(self) -> str | None:
        return None if self.total is None else predicate(self.total, LHE_PREDICATES).label


class TlhpStatus(StrEnum):
    DONE = "sesuai rekomendasi"
    PARTLY = "belum sesuai"
    NOT_YET = "belum ditindaklanjuti"
    IMPOSSIBLE = "tidak dapat ditindaklanjuti"


@dataclass(frozen=True, slots=True)
class TlhpRow:
    number: str
    dated: date | None = None
    auditor: str = ""
    finding: str = ""
    finding_value: Decimal | None = None
    recommendation: str = ""
    recommendation_value: Decimal | None = None
    action: str = ""
    deposited: Decimal | None = None
    status: TlhpStatus | None = None
    evidence: str = ""
    responsible: str = ""
    due: date | None = None

    @property
    def remaining(self) -> Decimal | None:
        """Rupiah still to be deposited; below 0 when more came in than was asked for."""
        if self.recommendation_value is None:
            return None
        return self.recommendation_value - (self.deposited or Decimal(0))


@dataclass(frozen=True, slots=True)
class FilledForm:
    mark: FormMark
    figures: tuple[Figure, ...]
    lhp: tuple[LhpRow, ...] = ()
    lhe: tuple[LheRow, ...] = ()
    tlhp: tuple[TlhpRow, ...] = ()


class FaultCode(StrEnum):
    REQUIRED_EMPTY = "kosong"
    NOT_A_NUMBER = "bukan angka"
    NEGATIVE = "negatif"
    NOT_A_DATE = "bukan tanggal"
    NOT_A_CHOICE = "bukan pilihan"
    TOO_LONG = "terlalu panjang"
    TOO_MANY_ROWS = "terlalu banyak baris"
    SHEET_MISSING = "lembar tidak ada"
    HEADING_MISSING = "judul kolom tidak ada"
    NO_ROWS = "tanpa indikator"
    INDICATOR_TWICE = "indikator ganda"
    PROGRAMME_TWICE = "program ganda"
    ROW_MISSING = "baris tidak ada"
    ROW_UNKNOWN = "baris tidak dikenal"
    CHANGED = "isian format berubah"
    UNKNOWN_KEY = "kunci tidak dikenal"
    NOT_TOML = "bukan TOML"


@dataclass(frozen=True, slots=True)
class FormFault:
    """`cell` like "I7" in a workbook; a key path like "indikator 3: arah" in a format file."""

    sheet: str
    cell: str
    code: FaultCode
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FormFaults:
    """A form that cannot be taken as it is, with everything wrong in it at once."""

    faults: tuple[FormFault, ...]
    mark: FormMark | None = None


def differences(
    form: FilledForm, expected: Iterable[Indicator], sheet: str
) -> tuple[FormFault, ...]:
    """Where a form's indicators are not those that its seat was asked for."""
    asked = {row.number: row for row in expected}
    came = {figure.indicator.number: figure.indicator for figure in form.figures}
    faults = [_row_fault(sheet, FaultCode.ROW_MISSING, asked[n]) for n in asked if n not in came]
    faults += [_row_fault(sheet, FaultCode.ROW_UNKNOWN, came[n]) for n in came if n not in asked]
    faults += [
        _row_fault(sheet, FaultCode.CHANGED, asked[n])
        for n in came
        if n in asked and replace(came[n], seat=asked[n].seat) != asked[n]
    ]
    return tuple(faults)


def _row_fault(sheet: str, code: FaultCode, row: Indicator) -> FormFault:
    return FormFault(sheet, "", code, (("nomor", str(row.number)), ("indikator", row.name)))


def programmes_twice(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Rows that name a programme a second time: its money would be counted twice."""
    seen: set[str] = set()
    again = []
    for row in indicators:
        if row.programme and row.programme.casefold() in seen:
            again.append(row)
        seen.add((row.programme or "").casefold())
    return tuple(again)


def to_json(value: Any) -> Any:
    """Dicts, lists, strings and numbers; decimals as strings so that no cent is lost."""
    if is_dataclass(value):
        return {part.name: to_json(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, tuple):
        return [to_json(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def from_json(kind: type[T], data: Any) -> T:
    """The value that `to_json` came from. Raises KeyError, TypeError or ValueError on others."""
    built: T = _build(kind, data)
    return built


def _build(kind: Any, data: Any) -> Any:
    if get_origin(kind) is tuple:
        return tuple(_build(get_args(kind)[0], part) for part in data)
    if type(None) in get_args(kind):
        return None if data is None else _build(get_args(kind)[0], data)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{key: _build(hints[key], part) for key, part in data.items()})  # type: ignore[operator]
    if kind is date:
        return date.fromisoformat(data)
    return kind(data) if kind in (Decimal, str, int) or issubclass(kind, Enum) else data
