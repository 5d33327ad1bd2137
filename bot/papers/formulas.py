"""The live formulas of the sheets, and what each gives by the rules."""

from collections.abc import Sequence
from decimal import Decimal

from bot.papers.layout import DATA, LHE, TLHP
from bot.papers.package import Cached
from bot.rules.achievement import (
    LHE_PREDICATES,
    PREDICATES,
    Achievement,
    NoRatio,
    Predicate,
    absorption,
    achievement,
    predicate,
)
from bot.rules.forms import Indicator
from bot.rules.registers import LheRow, TlhpRow
from bot.texts import workbooks as words

Formula = tuple[str, Cached]


def achievement_formula(row: int) -> str:
    target, actual, direction = (
        f"{DATA.letter(key)}{row}" for key in ("target_period", "actual", "direction")
    )
    down = f"MAX(0,(2*{target}-{actual})/{target}*100)"
    ratio = f'IF({direction}="turun",{down},{actual}/{target}*100)'
    return f'=IF(AND(ISNUMBER({actual}),N({target})>0),{ratio},"")'


def predicate_formula(row: int) -> str:
    shown, actual = f"{DATA.letter('achievement')}{row}", f"{DATA.letter('actual')}{row}"
    missing = f'IF(ISTEXT({actual}),"{words.NO_DATA_LABEL}","")'
    return f"=IF(ISNUMBER({shown}),{bands_formula(f'ROUND({shown},2)', PREDICATES)},{missing})"


def absorption_formula(row: int) -> str:
    budget, spent = f"{DATA.letter('budget')}{row}", f"{DATA.letter('spent')}{row}"
    return f'=IF(AND(ISNUMBER({spent}),N({budget})>0),{spent}/{budget}*100,"")'


def bands_formula(value: str, bands: Sequence[Predicate]) -> str:
    """Nested IFs over the bands, as the rules judge."""
    formula = f'"{bands[-1].label}"'
    for band in reversed(bands[:-1]):
        formula = f'IF({value}>{band.above},"{band.label}",{formula})'
    return formula


def indicator_formulas(
    row: int, indicator: Indicator, actual: Decimal | None, spent: Decimal | None, *, entered: bool
) -> dict[str, Formula]:
    """By column; `entered` tells "belum ada data" from a cell still empty."""
    reached = achievement(indicator.direction, indicator.target_period, actual)
    label = predicate(reached.shown).label if isinstance(reached, Achievement) else ""
    if entered and actual is None:
        label = words.NO_DATA_LABEL
    return {
        "achievement": (achievement_formula(row), shown(reached)),
        "predicate": (predicate_formula(row), label),
        "absorption": (absorption_formula(row), shown(absorption(indicator.budget, spent))),
    }


def shown(value: Achievement | NoRatio) -> Cached:
    return value.shown if isinstance(value, Achievement) else ""


def lhe_formulas(row: int, entry: LheRow | None) -> dict[str, Formula]:
    first, last = f"{LHE.letter('planning')}{row}", f"{LHE.letter('evaluating')}{row}"
    parts, total = f"{first}:{last}", f"{LHE.letter('total')}{row}"
    grade = bands_formula(f"ROUND({total},2)", LHE_PREDICATES)
    value, label = (entry.total, entry.grade) if entry else (None, None)
    return {
        "total": (f'=IF(COUNT({parts})=4,SUM({parts}),"")', "" if value is None else value),
        "grade": (f'=IF(ISNUMBER({total}),{grade},"")', label or ""),
    }


def tlhp_formulas(row: int, entry: TlhpRow | None) -> dict[str, Formula]:
    asked, paid = f"{TLHP.letter('recommendation_value')}{row}", f"{TLHP.letter('deposited')}{row}"
    value = entry.remaining if entry else None
    formula = f'=IF(ISNUMBER({asked}),{asked}-N({paid}),"")'
    return {"remaining": (formula, "" if value is None else value)}
