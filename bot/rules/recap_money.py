"""What programmes cost, and how much of it is spent."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bot.rules.achievement import Achievement, NoRatio, absorption
from bot.rules.recap_rows import RecapRow


@dataclass(frozen=True, slots=True)
class Money:
    """Over all programmes in rupiah; `absorption` over those whose spending is known."""

    budget: Decimal
    spent: Decimal
    absorption: Achievement | NoRatio
    counted: int
    programmes: int


def total_money(rows: Iterable[RecapRow]) -> Money:
    """Spending not yet known is left out of the ratio, with its budget."""
    funded = [row for row in rows if row.indicator.programme]
    known = [row for row in funded if row.spent is not None]
    spent = sum((row.spent or Decimal(0) for row in known), Decimal(0))
    reach = absorption(_budget(known), spent if known else None)
    return Money(_budget(funded), spent, reach, len(known), len(funded))


def _budget(rows: Iterable[RecapRow]) -> Decimal:
    return sum((row.indicator.budget or Decimal(0) for row in rows), Decimal(0))
