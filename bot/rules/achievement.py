"""Capaian, predikat and serapan; exact decimals throughout, rounded half up only to be judged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum, StrEnum

from bot.rules.numbers import NoData

HUNDRED = Decimal(100)
_WIDE = Context(prec=100)  # a tiny target makes a long ratio, which must not fail to round


class Direction(StrEnum):
    """What is better: more (naik) or less (turun)."""

    UP = "naik"
    DOWN = "turun"


class Method(StrEnum):
    """How months make a triwulan, or triwulan a year."""

    SUM = "jumlah"
    MEAN = "rata-rata"
    LAST = "posisi akhir"


class NoRatio(Enum):
    """Why there is no percentage; neither counts as 0, neither enters a mean."""

    NO_DATA = "belum ada data"
    NO_TARGET = "belum ada target"
    TARGET_NOT_POSITIVE = "target bukan bilangan positif"


@dataclass(frozen=True, slots=True)
class Achievement:
    """Percent: `raw` as computed, `shown` not below 0; never capped above (700 is printed)."""

    raw: Decimal
    shown: Decimal


@dataclass(frozen=True, slots=True)
class Predicate:
    """Holds for values above `above`; None holds for all that remain."""

    label: str
    above: Decimal | None = None


# Intervals from published reports; the labels are assumed, an office may give its own.
PREDICATES = (
    Predicate("Sangat Tinggi", Decimal(90)),
    Predicate("Tinggi", Decimal(75)),
    Predicate("Sedang", Decimal(65)),
    Predicate("Rendah", Decimal(50)),
    Predicate("Sangat Rendah"),
)
LHE_PREDICATES = (
    Predicate("AA", Decimal(90)),
    Predicate("A", Decimal(80)),
    Predicate("BB", Decimal(70)),
    Predicate("B", Decimal(60)),
    Predicate("CC", Decimal(50)),
    Predicate("C", Decimal(30)),
    Predicate("D"),
)


@dataclass(frozen=True, slots=True)
class Means:
    """Percent over the `counted` values; `capped` takes each value as 100 at most."""

    raw: Decimal | None
    capped: Decimal | None
    counted: int


@dataclass(frozen=True, slots=True)
class RolledUp:
    """`value` from the `counted` parts that have data, out of `parts`; None when none has."""

    value: Decimal | None
    counted: int
    parts: int


def achievement(
    direction: Direction, target: Decimal | NoData | None, actual: Decimal | NoData | None
) -> Achievement | NoRatio:
    """Naik: actual/target; turun: (2×target − actual)/target (by analogy with Permenpan 8/2021)."""
    if not isinstance(actual, Decimal):
        return NoRatio.NO_DATA
    if not isinstance(target, Decimal):
        return NoRatio.NO_TARGET
    if target <= 0:
        return NoRatio.TARGET_NOT_POSITIVE
    reached = actual if direction is Direction.UP else 2 * target - actual
    raw = reached / target * HUNDRED
    return Achievement(raw, max(raw, Decimal(0)))


def absorption(
    budget: Decimal | NoData | None, spent: Decimal | NoData | None
) -> Achievement | NoRatio:
    """Serapan: what part of the pagu was spent; for a total, give the sums of both."""
    return achievement(Direction.UP, budget, spent)


def rounded(value: Decimal, decimals: int = 2) -> Decimal:
    """Half up, as the office rounds."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _WIDE)


def predicate(shown: Decimal, bands: Sequence[Predicate] = PREDICATES) -> Predicate:
    """The first band, from high to low, that the value rounded to two decimals lies above."""
    value = rounded(shown)
    return next(band for band in bands if band.above is None or value > band.above)


def means(values: Iterable[Achievement | NoRatio]) -> Means:
    """Of the shown values; what has no ratio is left out."""
    shown = [value.shown for value in values if isinstance(value, Achievement)]
    return Means(_mean(shown), _mean([min(value, HUNDRED) for value in shown]), len(shown))


def roll_up(method: Method, values: Sequence[Decimal | NoData | None]) -> RolledUp:
    """Months, in order, as a triwulan; a month without data counts as nothing, not as 0."""
    known = [value for value in values if isinstance(value, Decimal)]
    if method is Method.SUM:
        value = sum(known, Decimal(0)) if known else None
    elif method is Method.MEAN:
        value = _mean(known)
    else:
        value = known[-1] if known else None
    return RolledUp(value, len(known), len(values))


def _mean(values: Sequence[Decimal]) -> Decimal | None:
    return sum(values, Decimal(0)) / len(values) if values else None
