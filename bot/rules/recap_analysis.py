"""The drafted analysis: best, worst, below the target, and missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bot.rules.recap_rows import RecapRow

FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Analysis:
    """A draft that the analysing seat reads; `below` is sorted from the lowest."""

    best: RecapRow | None
    worst: RecapRow | None
    below: tuple[RecapRow, ...]
    missing: tuple[RecapRow, ...]


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
