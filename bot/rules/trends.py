"""What a recap's figures were in the periods before, out of its background."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.rules.achievement import Direction, Means, means
from bot.rules.carrying import Earlier, comparable, last_value
from bot.rules.forms import FilledForm
from bot.rules.periods import Period
from bot.rules.recap import Recap
from bot.rules.recap_money import Money, total_money
from bot.rules.recap_rows import RecapRow

POINTS = 8  # two years of triwulan


@dataclass(frozen=True, slots=True)
class TrendPoint:
    period: Period
    means: Means
    money: Money


@dataclass(frozen=True, slots=True)
class Change:
    """A row beside its last value of the same measure."""

    row: RecapRow
    before: Earlier

    @property
    def difference(self) -> Decimal | None:
        """In the indicator's unit; None while either is "belum ada data"."""
        now, then = self.row.actual, self.before.actual
        return None if now is None or then is None else now - then

    @property
    def better(self) -> bool | None:
        """By the indicator's direction; None where nothing moved or nobody can tell."""
        if not self.difference:
            return None
        return (self.difference > 0) == (self.row.indicator.direction is Direction.UP)


def trend(recap: Recap) -> tuple[TrendPoint, ...]:
    """Oldest first, this recap last; empty where no period of this length came before."""
    alike = [
        _point(period, forms)
        for period, forms in recap.background.history
        if period.months == recap.period.months and period < recap.period and forms
    ]
    if not alike:
        return ()
    past = sorted(alike, key=lambda point: point.period)[-(POINTS - 1) :]
    return (*past, TrendPoint(recap.period, recap.means, recap.money))


def _point(period: Period, forms: Mapping[str, FilledForm]) -> TrendPoint:
    rows = [RecapRow(f.indicator, f) for form in forms.values() for f in form.figures]
    return TrendPoint(period, means(row.achievement for row in rows), total_money(rows))


def changes(recap: Recap) -> tuple[Change, ...]:
    """Every indicator that has an earlier value which measures the same."""
    history = recap.background.history
    found = ((r, last_value(history, r.indicator, recap.period)) for r in recap.rows if r.figure)
    return tuple(
        Change(row, before)
        for row, before in found
        if before is not None
        and comparable(before, row.indicator, recap.period)
        and not (row.actual is None and before.actual is None)
    )
