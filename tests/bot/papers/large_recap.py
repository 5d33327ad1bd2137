"""Recaps as large and as hostile as a test wants them."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

from bot.rules.achievement import Direction, Method
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator, OfficeFormat
from bot.rules.handed_in import HandedIn
from bot.rules.periods import Period
from bot.rules.recap import Heading, Recap, compile_recap
from bot.rules.registers import TlhpRow
from bot.rules.run import DocumentState
from bot.rules.sop import DocumentKind, Seat

AT = datetime(2026, 11, 24, 1, tzinfo=UTC)
MARKUP = '#panic("x") $x^2$ *tebal* _miring_ `kode` <a@b> @ref // /* \\ ]] )) = Judul'
HUNDRED = Decimal(100)


def indicator(number: int, name: str, seat: str) -> Indicator:
    funded = number % 4 == 0
    return Indicator(
        number, "Sasaran", name, "desa", Direction.UP, Method.SUM, HUNDRED, HUNDRED,
        f"Program {number}" if funded else None, Decimal(10**12) if funded else None, seat,
    )  # fmt: skip


def large_recap(
    indicators: int,
    seats: int = 4,
    kinds: int = 4,
    text: str = "Keterangan",
    name: Callable[[int], str] = lambda number: f"Indikator {number}",
) -> Recap:
    """Capaian runs from 1 to 160; every eleventh has no data; the last unit owes one kind."""
    units = [Seat(f"unit-{n}", "unit", f"Bidang {n}") for n in range(1, seats + 1)]
    asked = [indicator(n, name(n), units[(n - 1) % seats].key) for n in range(1, indicators + 1)]
    codes = [DocumentKind(f"K{n}", "Jenis", "unit", "p") for n in range(1, kinds + 1)]
    forms = {
        unit.key: FilledForm(
            FormMark(1, 1, unit.key, 1),
            tuple(figure(one, text) for one in asked if one.seat == unit.key),
            tlhp=(TlhpRow("700/1", date(2026, 8, 14), finding=f"Temuan {text}"),),
        )
        for unit in units
    }
    documents = [
        HandedIn(unit.key, kind.code, f"{text}.pdf", 1, AT, DocumentState.ACCEPTED)
        for unit in units
        for kind in codes
        if (unit, kind) != (units[-1], codes[-1])
    ]
    head = Heading(("PEMERINTAH KABUPATEN", text), Period("triwulan", 2026, 3), "Asia/Makassar", AT)
    return compile_recap(head, OfficeFormat(tuple(asked)), units, codes, forms, documents, text)


def figure(asked: Indicator, text: str) -> Figure:
    actual = None if asked.number % 11 == 0 else Decimal(asked.number * 37 % 160 + 1)
    spent = Decimal(123_456_789_012) if asked.programme else None
    return Figure(asked, actual, spent, text, text, text, text)
