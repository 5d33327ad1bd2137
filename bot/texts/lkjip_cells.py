"""How figures stand in the chapter's tables and sentences."""

from collections.abc import Sequence
from decimal import Decimal

from bot.rules.achievement import Achievement, Means, NoRatio, predicate
from bot.rules.periods import Period
from bot.rules.quarter_figures import Gap, QuarterFigure
from bot.rules.recap_rows import RecapRow
from bot.texts import formats
from bot.texts import recap as recap_words
from bot.texts import workbooks as words

LONGEST_FRACTION = 8  # digits that somebody may have typed
NO_RATIO = {
    NoRatio.NO_DATA: "–",
    NoRatio.NO_TARGET: "Tanpa target",
    NoRatio.TARGET_NOT_POSITIVE: "Target nol",
}


def means_cells(means: Means) -> tuple[str, str]:
    return recap_words.percent_or_dash(means.raw), recap_words.percent_or_dash(means.capped)


def quarters_in(cited: Sequence[tuple[QuarterFigure, str]]) -> str:
    """A line for each triwulan, TW I: [2] I7, and one for those that are missing."""
    come = [(quarter, at) for quarter, at in cited if quarter.value is not Gap.LATER]
    known = [f"{numeral(q.period)}: {at}" for q, at in come if q.known is not None]
    lacking = [numeral(q.period) for q, _ in come if q.known is None]
    without = [f"tanpa {formats.join_names(lacking)}"] if lacking else []
    return "\n".join([*known, *without])


def numeral(quarter: Period) -> str:
    return f"TW\N{NO-BREAK SPACE}{formats.TRIWULAN[quarter.number - 1]}"


def amount(value: Decimal) -> str:
    """As it was written; what never ends, such as a mean, to two decimals."""
    exponent = value.as_tuple().exponent
    endless = isinstance(exponent, int) and exponent < -LONGEST_FRACTION
    return formats.number(value) if endless else formats.exact(value)


def measured(value: Decimal, unit: str) -> str:
    """41,46% or 5 desa."""
    unit = " ".join(unit.split())
    return f"{amount(value)}%" if is_percent(unit) else f"{amount(value)} {unit}".strip()


def is_percent(unit: str) -> bool:
    return unit.strip().casefold() in ("%", "persen")


def actual(row: RecapRow) -> str:
    if row.figure is None:
        return "Data belum diterima"
    return words.NO_DATA_LABEL if row.actual is None else amount(row.actual)


def reached(value: Achievement | NoRatio) -> str:
    if isinstance(value, Achievement):
        return formats.percent(value.shown)
    return NO_RATIO[value]


def label(value: Achievement | NoRatio) -> str:
    return predicate(value.shown).label if isinstance(value, Achievement) else "–"


def or_no_data(value: Decimal | None) -> str:
    return words.NO_DATA_LABEL if value is None else amount(value)
