"""Triwulan accumulated to a year, and months to triwulan, out of the accepted workbooks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.rules.achievement import (
    Achievement,
    Method,
    NoRatio,
    RolledUp,
    absorption,
    achievement,
    roll_up,
)
from bot.rules.forms import Figure, Indicator
from bot.rules.gathered import Gathered, Word, sorted_out
from bot.rules.periods import Period
from bot.rules.quarter_figures import (
    QUARTERS,
    Gap,
    QuarterFigure,
    Told,
    quarter_figures,
    quarters_of,
)
from bot.rules.recap_money import Money, total_money
from bot.rules.recap_rows import RecapRow


@dataclass(frozen=True, slots=True)
class YearRow:
    """An indicator over a year, by its newest format; `before` is the year before it, None where
    no run of that year says anything of it."""

    indicator: Indicator
    quarters: tuple[QuarterFigure, ...]
    before: "YearRow | None" = None

    @property
    def year(self) -> RolledUp:
        """By the indicator's Cara hitung, from the triwulan that have come; None of nothing."""
        come = [quarter.known for quarter in self.quarters if quarter.value is not Gap.LATER]
        return roll_up(self.indicator.method, come)

    @property
    def achievement(self) -> Achievement | NoRatio:
        """Against the year's target."""
        return achievement(self.indicator.direction, self.indicator.target_year, self.year.value)

    @property
    def last_spent(self) -> QuarterFigure | None:
        """The newest triwulan whose spending is known: it is told as it stands within the year."""
        known = (quarter for quarter in reversed(self.quarters) if quarter.spent is not None)
        return next(known, None)

    @property
    def absorption(self) -> Achievement | NoRatio:
        last = self.last_spent
        return absorption(self.indicator.budget, last.spent if last else None)

    @property
    def targets(self) -> tuple[tuple[Period, Decimal], ...]:
        """The year's target as it was told, each time with the period since when."""
        told: list[tuple[Period, Decimal]] = []
        for quarter in self.quarters:
            for period, figure in quarter.words:
                if not told or told[-1][1] != figure.indicator.target_year:
                    told.append((period, figure.indicator.target_year))
        return tuple(told)

    @property
    def last_target(self) -> Decimal | None:
        """The year's target as it was told last, in that year; None where nobody told one."""
        return self.targets[-1][1] if self.targets else None

    @property
    def known_in(self) -> frozenset[int]:
        """The triwulan that have a value, by their numbers."""
        return frozenset(q.period.number for q in self.quarters if q.known is not None)

    def compares_with(self, other: "YearRow") -> bool:
        """Not a sum of some triwulan with one of others."""
        return self.indicator.method != Method.SUM or self.known_in == other.known_in


@dataclass(frozen=True, slots=True)
class YearAccount:
    """A year as far as `until`; `gone` are indicators that the newest format no longer has."""

    until: Period
    rows: tuple[YearRow, ...]
    gone: tuple[YearRow, ...]
    runs: tuple[Gathered, ...]

    @property
    def year(self) -> int:
        return self.until.year

    @property
    def quarters(self) -> tuple[Period, ...]:
        return quarters_of(self.year)


def year_account(rows: Sequence[Indicator], runs: Sequence[Gathered], until: Period) -> YearAccount:
    """`runs` are of this year up to `until` and of the year before; at most one of each period."""
    mine = tuple(sorted((r for r in runs if r.period.year == until.year), key=_period))
    past = [run for run in runs if run.period.year == until.year - 1]
    told, others = _told(rows, mine)
    told_before, _ = _told(rows, past)
    left = _last_words(others)
    told_left, _ = _told(left, mine)
    return YearAccount(
        until,
        tuple(
            YearRow(
                row,
                quarter_figures(row, told[place], mine, until),
                _before(row, told_before[place], past, until.year - 1),
            )
            for place, row in enumerate(rows)
        ),
        tuple(
            YearRow(row, quarter_figures(row, told_left[place], mine, until))
            for place, row in enumerate(left)
        ),
        mine,
    )


def year_money(rows: Iterable[YearRow]) -> Money:
    """Over all programmes, each as it stood last."""
    return total_money(_as_it_stands(row) for row in rows)


def _as_it_stands(row: YearRow) -> RecapRow:
    spent = row.last_spent.spent if row.last_spent else None
    return RecapRow(row.indicator, Figure(row.indicator, row.year.value, spent))


def _period(run: Gathered) -> Period:
    return run.period


def _told(
    rows: Sequence[Indicator], runs: Sequence[Gathered]
) -> tuple[list[dict[Period, Word]], list[Word]]:
    """For each row what every run says of it; then all that they say of others, oldest first."""
    told: list[dict[Period, Word]] = [{} for _ in rows]
    others: list[Word] = []
    for run in runs:
        found, left = sorted_out(rows, run)
        for place, word in found.items():
            told[place][run.period] = word
        others.extend(left)
    return told, others


def _last_words(words: Sequence[Word]) -> tuple[Indicator, ...]:
    """Each indicator of a seat once, as it was last asked."""
    last = {(seat, figure.indicator.known_as): figure.indicator for seat, figure in words}
    return tuple(last.values())


def _before(row: Indicator, told: Told, runs: Sequence[Gathered], year: int) -> YearRow | None:
    whole = Period("triwulan", year, QUARTERS[-1])
    return YearRow(row, quarter_figures(row, told, runs, whole)) if told else None
