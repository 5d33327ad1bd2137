"""The registers that come with a form: audits (LHP), evaluations (LHE), follow-up (TLHP).

Money in rupiah; None is a cell left empty.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.rules.achievement import LHE_PREDICATES, predicate

LHE_WEIGHTS = {
    "planning": Decimal(30),
    "measuring": Decimal(30),
    "reporting": Decimal(15),
    "evaluating": Decimal(25),
}
"""The most that each component of an evaluation can reach (assumed; they make 100)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """`cells` are where the row's figures stood, by column: ("value", "F6")."""

    cells: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    def cell(self, key: str) -> str:
        """Empty where nobody knows."""
        return dict(self.cells).get(key, "")


@dataclass(frozen=True, slots=True)
class LhpRow(Entered):
    number: str
    dated: date | None = None
    auditor: str = ""
    audited: str = ""
    findings: Decimal | None = None
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class LheRow(Entered):
    """Components out of 30, 30, 15 and 25."""

    number: str
    dated: date | None = None
    year: Decimal | None = None
    planning: Decimal | None = None
    measuring: Decimal | None = None
    reporting: Decimal | None = None
    evaluating: Decimal | None = None

    @property
    def total(self) -> Decimal | None:
        """Out of 100; None while a component is missing."""
        parts = (self.planning, self.measuring, self.reporting, self.evaluating)
        known = [part for part in parts if part is not None]
        return sum(known, Decimal(0)) if len(known) == len(parts) else None

    @property
    def grade(self) -> str | None:
        return None if self.total is None else predicate(self.total, LHE_PREDICATES).label


class TlhpStatus(StrEnum):
    DONE = "sesuai rekomendasi"
    PARTLY = "belum sesuai"
    NOT_YET = "belum ditindaklanjuti"
    IMPOSSIBLE = "tidak dapat ditindaklanjuti"


@dataclass(frozen=True, slots=True)
class TlhpRow(Entered):
    number: str
    dated: date | None = None
    auditor: str = ""
    finding: str = ""
    finding_value: Decimal | None = None
    recommendation: str = ""
    recommendation_value: Decimal | None = None
    action: str = ""
    deposited: Decimal | None = None
    status: TlhpStatus | None = None
    evidence: str = ""
    responsible: str = ""
    due: date | None = None

    @property
    def remaining(self) -> Decimal | None:
        """Rupiah still to be deposited; below 0 when more came in than was asked for."""
        if self.recommendation_value is None:
            return None
        return self.recommendation_value - (self.deposited or Decimal(0))
