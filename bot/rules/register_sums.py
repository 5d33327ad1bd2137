"""What the registers of a recap come to: how many, and how much. Money in rupiah."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.rules.achievement import LHE_PREDICATES, predicate
from bot.rules.from_seats import FromSeat
from bot.rules.registers import LheRow, LhpRow, TlhpRow, TlhpStatus


@dataclass(frozen=True, slots=True)
class LhpSum:
    count: int
    findings: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class LheSum:
    """`mean` of the totals that are known, out of 100; None while none is."""

    count: int
    counted: int
    mean: Decimal | None

    @property
    def grade(self) -> str:
        return "" if self.mean is None else predicate(self.mean, LHE_PREDICATES).label


@dataclass(frozen=True, slots=True)
class TlhpSum:
    """Of one status, or of recommendations that name none."""

    status: TlhpStatus | None
    count: int
    recommended: Decimal
    deposited: Decimal
    remaining: Decimal


def lhp_sum(entries: Sequence[FromSeat[LhpRow]]) -> LhpSum:
    return LhpSum(
        len(entries),
        _sum(entry.row.findings for entry in entries),
        _sum(entry.row.value for entry in entries),
    )


def lhe_sum(entries: Sequence[FromSeat[LheRow]]) -> LheSum:
    known = [total for entry in entries if (total := entry.row.total) is not None]
    return LheSum(len(entries), len(known), _sum(known) / len(known) if known else None)


def tlhp_sums(entries: Sequence[FromSeat[TlhpRow]]) -> tuple[TlhpSum, ...]:
    """All four, also those that nothing has; one more where some name no status."""
    named: tuple[TlhpStatus | None, ...] = tuple(TlhpStatus)
    if any(entry.row.status is None for entry in entries):
        named = (*named, None)
    return tuple(_of_status(status, entries) for status in named)


def _of_status(status: TlhpStatus | None, entries: Sequence[FromSeat[TlhpRow]]) -> TlhpSum:
    rows = [entry.row for entry in entries if entry.row.status is status]
    return TlhpSum(
        status,
        len(rows),
        _sum(row.recommendation_value for row in rows),
        _sum(row.deposited for row in rows),
        _sum(row.remaining for row in rows),
    )


def _sum(values: Iterable[Decimal | None]) -> Decimal:
    return sum((value or Decimal(0) for value in values), Decimal(0))
