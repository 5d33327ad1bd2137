"""The recap of a run as one value: capaian, registers, who handed in what, and what stands out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.rules.achievement import Means, means
from bot.rules.background import Background
from bot.rules.completeness import Completeness, completeness_of
from bot.rules.forms import Figure, FilledForm, Indicator, OfficeFormat
from bot.rules.from_seats import FromSeat, joined
from bot.rules.handed_in import HandedIn
from bot.rules.periods import Period
from bot.rules.recap_analysis import Analysis, analyse
from bot.rules.recap_money import Money, total_money
from bot.rules.recap_rows import RecapRow
from bot.rules.registers import LheRow, LhpRow, TlhpRow
from bot.rules.sop import DocumentKind, Seat


@dataclass(frozen=True, slots=True)
class Recap:
    """`kinds` are the codes of what the SOP asks for; `documents` stand by seat, kind, version."""

    head: tuple[str, ...]
    period: Period
    zone: str
    compiled_at: datetime
    titles: Mapping[str, str]
    rows: tuple[RecapRow, ...]
    means: Means
    money: Money
    lhp: tuple[FromSeat[LhpRow], ...]
    lhe: tuple[FromSeat[LheRow], ...]
    tlhp: tuple[FromSeat[TlhpRow], ...]
    completeness: tuple[Completeness, ...]
    documents: tuple[HandedIn, ...]
    analysis: Analysis
    remarks: str
    kinds: tuple[str, ...] = ()
    background: Background = field(default_factory=Background)

    def title(self, seat: str) -> str:
        return self.titles.get(seat, seat)

    def registers(self) -> Mapping[str, Sequence[FromSeat[Any]]]:
        """Those that the SOP asks for, or that hold something all the same."""
        every: dict[str, Sequence[FromSeat[Any]]] = {
            "LHP": self.lhp,
            "LHE": self.lhe,
            "TLHP": self.tlhp,
        }
        return {name: rows for name, rows in every.items() if rows or name in self.kinds}

    @property
    def programmes(self) -> tuple[RecapRow, ...]:
        return tuple(row for row in self.rows if row.indicator.programme)


@dataclass(frozen=True, slots=True)
class Heading:
    """`office` are the kop lines; `zone` is where the office's clock stands."""

    office: tuple[str, ...]
    period: Period
    zone: str
    compiled_at: datetime


def compile_recap(
    heading: Heading,
    office_format: OfficeFormat,
    seats: Sequence[Seat],
    kinds: Sequence[DocumentKind],
    forms: Mapping[str, FilledForm],
    documents: Sequence[HandedIn],
    remarks: str = "",
    background: Background | None = None,
) -> Recap:
    """All in the order of the format and of the seats; `forms` are the accepted ones, by seat."""
    order = [seat.key for seat in seats]
    rows = tuple(RecapRow(asked, _figure(asked, forms)) for asked in office_format.indicators)
    filed = [(key, forms[key]) for key in order if key in forms]
    return Recap(
        head=heading.office,
        period=heading.period,
        zone=heading.zone,
        compiled_at=heading.compiled_at,
        titles={seat.key: seat.title for seat in seats},
        rows=rows,
        means=means(row.achievement for row in rows),
        money=total_money(rows),
        lhp=joined((key, form.lhp) for key, form in filed),
        lhe=joined((key, form.lhe) for key, form in filed),
        tlhp=joined((key, form.tlhp) for key, form in filed),
        completeness=tuple(completeness_of(seats, kinds, documents)),
        documents=tuple(sorted(documents, key=_filing_order(order, kinds))),
        analysis=analyse(rows),
        remarks=remarks,
        kinds=tuple(kind.code for kind in kinds),
        background=background or Background(),
    )


def _filing_order(
    seats: Sequence[str], kinds: Sequence[DocumentKind]
) -> Callable[[HandedIn], tuple[int, int, int, datetime, str]]:
    of_seat = {key: place for place, key in enumerate(seats)}
    of_kind = {kind.code: place for place, kind in enumerate(kinds)}
    return lambda d: (
        of_seat.get(d.seat, len(seats)),
        of_kind.get(d.kind, len(kinds)),
        d.version,
        d.received_at,
        d.name,
    )


def _figure(asked: Indicator, forms: Mapping[str, FilledForm]) -> Figure | None:
    figures = forms[asked.seat].figures if asked.seat in forms else ()
    return next((f for f in figures if f.indicator.number == asked.number), None)
