"""What can be wrong in a form, and where; bot/texts/workbooks.py says it in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.rules.forms import Figure, FilledForm, FormMark, Indicator


class Weight(StrEnum):
    """An error sends the form back; a warning is confirmed or explained; a note is only told."""

    ERROR = "galat"
    WARNING = "peringatan"
    NOTE = "catatan"


class FaultCode(StrEnum):
    REQUIRED_EMPTY = "kosong"
    NOT_COMPUTED = "rumus tanpa hasil"
    CELL_ERROR = "rumus galat"
    MERGED = "sel digabung"
    OVER_RANGE = "melebihi rentang"
    ABOVE_BASE = "melebihi jumlah dasar"
    NOT_A_NUMBER = "bukan angka"
    NEGATIVE = "negatif"
    NOT_A_DATE = "bukan tanggal"
    NOT_A_CHOICE = "bukan pilihan"
    TOO_LONG = "terlalu panjang"
    TOO_MANY_ROWS = "terlalu banyak baris"
    SHEET_MISSING = "lembar tidak ada"
    NO_HEADINGS = "tanpa judul kolom"
    HEADING_MISSING = "judul kolom tidak ada"
    HEADING_TWICE = "judul kolom ganda"
    NO_ROWS = "tanpa indikator"
    INDICATOR_TWICE = "indikator ganda"
    PROGRAMME_TWICE = "program ganda"
    ROW_MISSING = "baris tidak ada"
    ROW_UNKNOWN = "baris tidak dikenal"
    RENUMBERED = "nomor berubah"
    CHANGED = "isian format berubah"
    UNKNOWN_KEY = "kunci tidak dikenal"
    NOT_A_PERIOD = "bukan periode"
    NOT_TOML = "bukan TOML"
    # warnings
    NOT_A_PART = "persen di luar 0–100"
    OVER_BUDGET = "melebihi pagu"
    FAR_FROM_LAST = "jauh dari periode lalu"
    SHRANK = "angka kumulatif menyusut"
    SPENT_SHRANK = "realisasi rupiah menyusut"
    NOT_THE_MONTHS = "tidak sesuai bulan"
    LHP_GONE = "LHP hilang"
    TLHP_VALUE = "nilai rekomendasi berubah"
    TLHP_DEPOSIT = "setoran menyusut"
    # notes
    COMPUTED = "rumus"
    MOVED = "baris berpindah"
    STRAY = "kolom tambahan"


WARNINGS = frozenset(
    {
        FaultCode.NOT_A_PART,
        FaultCode.OVER_BUDGET,
        FaultCode.FAR_FROM_LAST,
        FaultCode.SHRANK,
        FaultCode.SPENT_SHRANK,
        FaultCode.NOT_THE_MONTHS,
        FaultCode.LHP_GONE,
        FaultCode.TLHP_VALUE,
        FaultCode.TLHP_DEPOSIT,
    }
)
NOTES = frozenset({FaultCode.COMPUTED, FaultCode.MOVED, FaultCode.STRAY})


UNREAD = frozenset(
    {
        FaultCode.SHEET_MISSING,
        FaultCode.NO_HEADINGS,
        FaultCode.HEADING_MISSING,
        FaultCode.HEADING_TWICE,
        FaultCode.INDICATOR_TWICE,
        FaultCode.TOO_MANY_ROWS,
        FaultCode.NO_ROWS,
        FaultCode.MERGED,
    }
)
"""Faults of a sheet whose cells are then not read, or not told apart."""


@dataclass(frozen=True, slots=True)
class FormFault:
    """`cell` like "I7" in a workbook; a key path like "indikator 3: arah" in a format file."""

    sheet: str
    cell: str
    code: FaultCode
    params: tuple[tuple[str, str], ...] = ()

    @property
    def weight(self) -> Weight:
        if self.code in NOTES:
            return Weight.NOTE
        return Weight.WARNING if self.code in WARNINGS else Weight.ERROR


@dataclass(frozen=True, slots=True)
class FormFaults:
    """A form that cannot be taken as it is, with everything wrong in it at once.

    `form` is what could be read all the same; a cell with a fault holds nothing in it.
    """

    faults: tuple[FormFault, ...]
    mark: FormMark | None = None
    form: FilledForm | None = None


ASKED = (
    "sasaran", "name", "unit", "direction", "method",
    "target_year", "target_period", "programme", "budget",
)  # fmt: skip
"""What the format itself says of an indicator; a seat leaves it as it is."""


def differences(
    form: FilledForm, expected: Iterable[Indicator], sheet: str
) -> tuple[FormFault, ...]:
    """Where a form's indicators are not those that its seat was asked for."""
    asked = {row.number: row for row in expected}
    came = {figure.indicator.number: figure for figure in form.figures}
    lost = {number: row for number, row in asked.items() if number not in came}
    faults: list[FormFault] = []
    for number, figure in came.items():
        if number in asked:
            faults += changes(form, figure, asked[number], sheet)
        elif home := next((n for n, r in lost.items() if plain(r.name) == named(figure)), None):
            row = lost.pop(home)
            faults.append(_row_fault(sheet, FaultCode.RENUMBERED, row, form.cell(figure, "number")))
        else:
            cell = form.cell(figure, "name")
            faults.append(_row_fault(sheet, FaultCode.ROW_UNKNOWN, figure.indicator, cell))
    return (*faults, *(_row_fault(sheet, FaultCode.ROW_MISSING, row) for row in lost.values()))


def changes(form: FilledForm, figure: Figure, asked: Indicator, sheet: str) -> Iterator[FormFault]:
    for key in ASKED:
        came, was = getattr(figure.indicator, key), getattr(asked, key)
        if plain(came) != plain(was):
            found = (("isian", key), ("semula", _said(was)), ("isi", _said(came)))
            about = _row_fault(sheet, FaultCode.CHANGED, asked, form.cell(figure, key))
            yield FormFault(sheet, about.cell, about.code, (*about.params, *found))


def plain(value: object) -> object:
    """As an office program keeps it: 15 digits of a figure, a text without its line breaks."""
    if isinstance(value, Decimal):
        return Decimal(f"{float(value):.15g}")
    return " ".join(value.split()) if isinstance(value, str) else value


def named(figure: Figure) -> object:
    return plain(figure.indicator.name)


def _said(value: object) -> str:
    return "" if value is None else str(value)


def _row_fault(sheet: str, code: FaultCode, row: Indicator, cell: str = "") -> FormFault:
    return FormFault(sheet, cell, code, (("nomor", str(row.number)), ("indikator", row.name)))


def programmes_twice(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Rows that name a programme a second time: its money would be counted twice."""
    seen: set[str] = set()
    again = []
    for row in indicators:
        if row.programme and row.programme.casefold() in seen:
            again.append(row)
        seen.add((row.programme or "").casefold())
    return tuple(again)
