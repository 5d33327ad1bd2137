"""An indicator with its figure, as the office judges it."""

from dataclasses import dataclass
from decimal import Decimal

from bot.rules.achievement import (
    Achievement,
    NoRatio,
    Predicate,
    absorption,
    achievement,
    predicate,
    rounded,
)
from bot.rules.forms import Figure, Indicator


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
