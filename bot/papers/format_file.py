"""A format file (TOML with Indonesian keys) as the office's format."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from bot.rules.achievement import Direction, Method
from bot.rules.form_faults import FaultCode, FormFault, programmes_twice
from bot.rules.forms import Indicator, OfficeFormat
from bot.rules.numbers import NotANumber, parse_number
from bot.rules.periods import NotAPeriod, Period, parse

Choice = TypeVar("Choice", bound=Enum)
SHIPPED = "format_dpmd.toml"
KEYS = {
    "sasaran", "nama", "satuan", "arah", "cara_hitung", "target_tahun", "target_periode",
    "program", "pagu", "penanggung_jawab",
}  # fmt: skip
FILE_KEYS = {"catatan", "periode", "indikator"}


class FormatFaults(ValueError):
    """Everything wrong in a format file at once; each fault's `cell` is its place."""

    def __init__(self, faults: tuple[FormFault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


def parse_format(text: str) -> OfficeFormat:
    """The indicators in the file's order, numbered from 1. Refused: FormatFaults."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        fault = FormFault("", "", FaultCode.NOT_TOML, (("isi", str(wrong)),))
        raise FormatFaults((fault,)) from wrong
    faults: list[FormFault] = [
        FormFault("", key, FaultCode.UNKNOWN_KEY) for key in data if key not in FILE_KEYS
    ]
    listed = data.get("indikator", [])
    period = _period(data, faults)
    rows = tuple(_Entry(n, entry, faults).indicator() for n, entry in enumerate(listed, start=1))
    faults += [_twice(row) for row in programmes_twice(rows)]
    if not rows:
        faults.append(FormFault("", "indikator", FaultCode.NO_ROWS))
    if faults:
        raise FormatFaults(tuple(faults))
    return OfficeFormat(rows, period)


def _period(data: Mapping[str, Any], faults: list[FormFault]) -> Period | None:
    """The period that the targets are for; without it they hold for whatever is asked."""
    if "periode" not in data:
        return None
    try:
        return parse(str(data["periode"]))
    except NotAPeriod:
        said = (("isi", str(data["periode"])),)
        faults.append(FormFault("", "periode", FaultCode.NOT_A_PERIOD, said))
        return None


def _twice(row: Indicator) -> FormFault:
    place, named = f"indikator {row.number}: program", (("isi", row.programme or ""),)
    return FormFault("", place, FaultCode.PROGRAMME_TWICE, named)


class _Entry:
    """One [[indikator]] table; gaps go to the shared list of faults."""

    def __init__(self, number: int, entry: Mapping[str, Any], faults: list[FormFault]) -> None:
        self.number, self.entry, self.faults = number, entry, faults
        for key in entry:
            if key not in KEYS:
                self.fault(key, FaultCode.UNKNOWN_KEY)

    def fault(self, key: str, code: FaultCode, **params: str) -> None:
        place = f"indikator {self.number}: {key}"
        self.faults.append(FormFault("", place, code, tuple(params.items())))

    def indicator(self) -> Indicator:
        return Indicator(
            number=self.number,
            sasaran=self.text("sasaran"),
            name=self.text("nama"),
            unit=self.text("satuan"),
            direction=self.choice("arah", Direction.UP),
            method=self.choice("cara_hitung", Method.LAST),
            target_year=self.decimal("target_tahun"),
            target_period=self.decimal("target_periode"),
            programme=str(self.entry["program"]) if "program" in self.entry else None,
            budget=self.decimal("pagu") if "program" in self.entry else None,
            seat=self.text("penanggung_jawab"),
        )

    def text(self, key: str) -> str:
        value = str(self.entry.get(key, "")).strip()
        if not value:
            self.fault(key, FaultCode.REQUIRED_EMPTY)
        return value

    def decimal(self, key: str) -> Decimal:
        value = self.entry.get(key)
        try:
            found = parse_number(value)
        except (NotANumber, TypeError):
            self.fault(key, FaultCode.NOT_A_NUMBER, isi=str(value))
            return Decimal(0)
        if not isinstance(found, Decimal):
            self.fault(key, FaultCode.REQUIRED_EMPTY)
            return Decimal(0)
        return found

    def choice(self, key: str, fallback: Choice) -> Choice:
        written = self.text(key)
        for option in type(fallback):
            if option.value == written:
                return option
        if written:
            options = ", ".join(str(option.value) for option in type(fallback))
            self.fault(key, FaultCode.NOT_A_CHOICE, isi=written, pilihan=options)
        return fallback
