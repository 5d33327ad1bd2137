"""What a format says of a year, and nobody has said anew for another one.

An office sets its targets of the year (PK, rencana aksi) and its pagu (APBD) each year; those of
the year before are carried so that nothing is lost, but they are to be looked at.
"""

from dataclasses import dataclass

from bot.rules.forms import Indicator, OfficeFormat


@dataclass(frozen=True, slots=True)
class KeptOver:
    """How many targets of the year `since` stand unchanged in the year `to`, out of how many
    indicators; the same of the pagu of its programmes."""

    since: int
    to: int
    targets: int
    indicators: int
    budgets: int
    programmes: int


def kept_over(before: OfficeFormat, after: OfficeFormat) -> KeptOver | None:
    """None within one year, where a period is not known, and where all was said anew."""
    if before.period is None or after.period is None or before.period.year == after.period.year:
        return None
    old = {row.known_as: row for row in before.indicators}
    pairs = [(old.get(row.known_as), row) for row in after.indicators]
    targets = sum(was is not None and was.target_year == row.target_year for was, row in pairs)
    funded = [(was, row) for was, row in pairs if row.budget is not None]
    budgets = sum(was is not None and _same_budget(was, row) for was, row in funded)
    if not (targets or budgets):
        return None
    years = before.period.year, after.period.year
    return KeptOver(*years, targets, len(pairs), budgets, len(funded))


def _same_budget(was: Indicator, row: Indicator) -> bool:
    return (was.programme, was.budget) == (row.programme, row.budget)
