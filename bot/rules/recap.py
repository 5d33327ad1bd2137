"""The recap of a run as one value: capaian, registers, who handed in what, and what stands out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic

from bot.rules.achievement import (
    Achievement,
    Means,
    NoRatio,
    Predicate,
    absorption,
    achievement,
    means,
    predicate,
    rounded,
)
from bot.rules.background import Background
from bot.rules.forms import Figure, FilledForm, Indicator, OfficeFormat
from bot.rules.letters import LetterState
from bot.rules.periods import Period
from bot.rules.registers import LheRow, LhpRow, TlhpRow
from bot.rules.run import DocumentState
from bot.rules.shared_rows import Row, Told, as_counted, letters_told, teller_of
from bot.rules.sop import DocumentKind, Seat
from bot.rules.twins import counted_once

FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One version of one document. `minutes_late` are working minutes past its limit; UTC.

    `sender` is a name; `number` and `dated` are the letter's own, `twins` the names of documents
    that stand for the same letter, `repeats` how often the same bytes came again.
    """

    seat: str
    kind: str
    name: str
    version: int
    received_at: datetime
    state: DocumentState
    nihil: bool = False
    minutes_late: int = 0
    reason: str = ""
    sender: str = ""
    number: str = ""
    dated: date | None = None
    letter: LetterState = LetterState.UNREAD
    twins: tuple[str, ...] = ()
    repeats: int = 0
    digest: str = ""
    hand: str = ""  # the sender with as what he acted, where that was not as the seat's holder

    @property
    def counts(self) -> bool:
        return self.state in (DocumentState.RECEIVED, DocumentState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class RecapRow:
    """An indicator with its figure; no figure means that its seat's form is not in the recap."""

    indicator: Indicator
    figure: Figure | None

    @property
    def actual(self) -> Decimal | None:
        return self.figure.actual if self.figure else None

    @property
    def spent(self) -> Decimal | None:
        return self.figure.spent if self.figure else None

    @property
    def achievement(self) -> Achievement | NoRatio:
        asked = self.indicator
        return achievement(asked.direction, asked.target_period, self.actual)

    @property
    def shown(self) -> Decimal | None:
        """Capaian in percent, rounded as the office judges it."""
        reached = self.achievement
        return rounded(reached.shown) if isinstance(reached, Achievement) else None

    @property
    def predicate(self) -> Predicate | None:
        return None if self.shown is None else predicate(self.shown)

    @property
    def absorption(self) -> Achievement | NoRatio:
        return absorption(self.indicator.budget, self.spent)


@dataclass(frozen=True, slots=True)
class Money:
    """Over all programmes in rupiah; `absorption` over those whose spending is known."""

    budget: Decimal
    spent: Decimal
    absorption: Achievement | NoRatio
    counted: int
    programmes: int


@dataclass(frozen=True, slots=True)
class FromSeat(Generic[Row]):
    """A register's row as it counts, of the first seat that tells it; `told` is what each seat
    says of it, by the seat."""

    seat: str
    row: Row
    told: Told[Row]

    @property
    def seats(self) -> tuple[str, ...]:
        return tuple(seat for seat, _ in self.told)

    def teller(self, key: str) -> tuple[str, Row]:
        """Whose word on this counts, and the row that he told."""
        return teller_of(self.told, key)


@dataclass(frozen=True, slots=True)
class Completeness:
    """What one seat owed of one kind. `received_at` is the last of what counts, UTC."""

    seat: str
    kind: str
    accepted: int
    waiting: int
    nihil: bool
    received_at: datetime | None
    minutes_late: int
    hands: tuple[str, ...] = ()  # of those who sent it for the seat's holder

    @property
    def missing(self) -> bool:
        return not (self.accepted or self.waiting or self.nihil)


@dataclass(frozen=True, slots=True)
class Analysis:
    """A draft that the analysing seat reads; `below` is sorted from the lowest."""

    best: RecapRow | None
    worst: RecapRow | None
    below: tuple[RecapRow, ...]
    missing: tuple[RecapRow, ...]


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
        completeness=tuple(_completeness(seats, kinds, documents)),
        documents=tuple(sorted(documents, key=_filing_order(order, kinds))),
        analysis=analyse(rows),
        remarks=remarks,
        kinds=tuple(kind.code for kind in kinds),
        background=background or Background(),
    )


def joined(registers: Iterable[tuple[str, Sequence[Row]]]) -> tuple[FromSeat[Row], ...]:
    """The seats' registers in one, each letter once."""
    return tuple(FromSeat(t[0][0], as_counted(t), t) for t in letters_told(registers))


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


def total_money(rows: Iterable[RecapRow]) -> Money:
    """Spending not yet known is left out of the ratio, with its budget."""
    funded = [row for row in rows if row.indicator.programme]
    known = [row for row in funded if row.spent is not None]
    spent = sum((row.spent or Decimal(0) for row in known), Decimal(0))
    reach = absorption(_budget(known), spent if known else None)
    return Money(_budget(funded), spent, reach, len(known), len(funded))


def _budget(rows: Iterable[RecapRow]) -> Decimal:
    return sum((row.indicator.budget or Decimal(0) for row in rows), Decimal(0))


def _completeness(
    seats: Sequence[Seat], kinds: Sequence[DocumentKind], documents: Sequence[HandedIn]
) -> Iterable[Completeness]:
    counted: dict[tuple[str, str], list[HandedIn]] = {}
    for document in documents:
        if document.counts:
            counted.setdefault((document.seat, document.kind), []).append(document)
    for seat in seats:
        for kind in (kind for kind in kinds if kind.handed_in_by == seat.role):
            mine = counted.get((seat.key, kind.code), [])
            files = [document for document in mine if not document.nihil]
            accepted = len(counted_once(d for d in files if d.state is DocumentState.ACCEPTED))
            yield Completeness(
                seat=seat.key,
                kind=kind.code,
                accepted=accepted,
                waiting=len(counted_once(files)) - accepted,
                nihil=any(document.nihil for document in mine),
                received_at=max((document.received_at for document in mine), default=None),
                minutes_late=max((document.minutes_late for document in mine), default=0),
                hands=tuple(dict.fromkeys(document.hand for document in mine if document.hand)),
            )


def analyse(rows: Iterable[RecapRow]) -> Analysis:
    """Ranked by capaian as shown; among equals the earlier indicator stands first."""
    listed = list(rows)
    ranked = sorted((row for row in listed if row.shown is not None), key=_shown)
    return Analysis(
        best=max(ranked, key=_shown, default=None),
        worst=ranked[0] if ranked else None,
        below=tuple(row for row in ranked if _shown(row) < FULL),
        missing=tuple(row for row in listed if row.shown is None),
    )


def _shown(row: RecapRow) -> Decimal:
    return row.shown if row.shown is not None else Decimal(0)
