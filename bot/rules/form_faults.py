"""What can be wrong in a form, and where; bot/texts/workbooks.py says it in words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.rules.forms import FilledForm, FormMark, Indicator


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
