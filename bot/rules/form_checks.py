"""What stands out in a filled form, by itself and against the period before.

Nothing here sends a form back but a realisation above its known base; the rest is confirmed or
explained by who handed it in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.rules.achievement import Direction, Method, rounded
from bot.rules.carrying import Earlier, Forms, comparable, earlier, leads_up_to
from bot.rules.form_faults import UNREAD, FaultCode, FormFault, differences
from bot.rules.forms import Figure, FilledForm, Indicator
from bot.rules.numbers import NotANumber, parse_number
from bot.rules.periods import Period
from bot.rules.register_checks import register_findings

HUNDRED = Decimal(100)
BASE = re.compile(r"\bdari (\d[\d.]*)\b")


@dataclass(frozen=True, slots=True)
class Checks:
    """`share`: how far a figure may be from the one before (0.5: half of it). `past`: the seat's
    forms of other periods. `data`, `tlhp`: the sheets' names."""

    period: Period
    past: Forms
    share: Decimal
    data: str
    tlhp: str


def looked_over(
    form: FilledForm,
    unread: Sequence[FormFault],
    asked: Iterable[Indicator],
    checks: Checks,
) -> tuple[FormFault, ...]:
    """All that is wrong, then all that stands out; `unread` is what could not be read in it.

    Of a sheet whose rows are not told apart, and of a cell that was told of, no more is said.
    """
    if any(fault.code in UNREAD for fault in unread):
        return tuple(unread)
    told = {(fault.sheet, fault.cell) for fault in unread}
    errors = (*differences(form, asked, checks.data), *above_base(form, checks.data))
    whole = all(fault.sheet == checks.data for fault in unread)  # the registers were read
    standing_out = [f for f in findings(form, checks) if whole or f.sheet == checks.data]
    more = [fault for fault in (*errors, *standing_out) if (fault.sheet, fault.cell) not in told]
    return (*unread, *more)


def above_base(form: FilledForm, sheet: str) -> tuple[FormFault, ...]:
    """More than there are: "83" of the unit "desa (dari 82)"."""
    found = []
    for figure in form.figures:
        base = base_of(figure.indicator)
        if base is not None and figure.actual is not None and figure.actual > base:
            params = {"isi": figure.actual, "paling": base}
            found.append(about(figure, FaultCode.ABOVE_BASE, sheet, figure.actual_at, params))
    return tuple(found)


def base_of(indicator: Indicator) -> Decimal | None:
    """How many there are in all, where the unit tells it; a percentage has none."""
    told = BASE.search(indicator.unit.casefold())
    if told is None or "%" in indicator.unit:
        return None
    try:
        base = parse_number(told[1].rstrip("."))
    except NotANumber:
        return None
    return base if isinstance(base, Decimal) else None


def findings(form: FilledForm, checks: Checks) -> tuple[FormFault, ...]:
    """Warnings in the order of the rows, then of the registers, then what is only told."""
    past = tuple((when, old) for when, old in checks.past if leads_up_to(when, checks.period))
    last = max(past, key=lambda kept: kept[0], default=None)
    return (
        *(found for figure in form.figures for found in _of_figure(figure, checks)),
        *(register_findings(form, *last, checks.tlhp) if last else ()),
        *_notes(form, checks.data),
    )


def _of_figure(figure: Figure, checks: Checks) -> Iterator[FormFault]:
    yield from _by_itself(figure, checks.data)
    before = earlier(checks.past, figure.indicator, checks.period)
    if before is not None:
        yield from _against(figure, before, checks)


def _by_itself(figure: Figure, sheet: str) -> Iterator[FormFault]:
    asked, actual, spent = figure.indicator, figure.actual, figure.spent
    if asked.unit == "%" and actual is not None and not 0 <= actual <= HUNDRED:
        yield about(figure, FaultCode.NOT_A_PART, sheet, figure.actual_at, {"isi": actual})
    if spent is not None and asked.budget is not None and spent > asked.budget:
        params = {"isi": spent, "paling": asked.budget}
        yield about(figure, FaultCode.OVER_BUDGET, sheet, figure.spent_at, params)


def _against(figure: Figure, before: Earlier, checks: Checks) -> Iterator[FormFault]:
    code = _strange(figure, before, checks)
    if code is not None and figure.actual is not None:
        sums = code is FaultCode.NOT_THE_MONTHS and before.rolled is not None
        was = before.rolled.value if sums and before.rolled else before.actual
        params = {"isi": figure.actual, "semula": was, "periode": before.period.key}
        way = _way(figure.actual, was)
        yield about(figure, code, checks.data, figure.actual_at, {**params, **way})
    if _less(figure.spent, before.spent) and before.period.year == checks.period.year:
        params = {"isi": figure.spent, "semula": before.spent, "periode": before.period.key}
        yield about(figure, FaultCode.SPENT_SHRANK, checks.data, figure.spent_at, params)


def _strange(figure: Figure, before: Earlier, checks: Checks) -> FaultCode | None:
    """The one thing to say of a figure: it is not what its months make, or far from the last."""
    rolled, actual, was = before.rolled, figure.actual, before.actual
    if actual is None:
        return None
    if rolled is not None and rolled.value is not None and rolled.counted == rolled.parts:
        same = rounded(actual) == rounded(rolled.value)
        return None if same else FaultCode.NOT_THE_MONTHS
    if was is None or not comparable(before, figure.indicator, checks.period):
        return None
    same_year = before.period.year == checks.period.year
    if _cumulative(figure.indicator) and same_year and actual < was:
        return FaultCode.SHRANK
    return FaultCode.FAR_FROM_LAST if abs(actual - was) > checks.share * abs(was) > 0 else None


def _cumulative(indicator: Indicator) -> bool:
    """A last position of what should grow: it is not expected to lose what was reached."""
    return indicator.method is Method.LAST and indicator.direction is Direction.UP


def _less(now: Decimal | None, then: Decimal | None) -> bool:
    """Money counts from the year's first day, as the pagu does (assumed)."""
    return now is not None and then is not None and now < then


def _way(now: Decimal, then: Decimal | None) -> dict[str, object]:
    if not then:
        return {}
    way = Direction.UP if now > then else Direction.DOWN
    return {"arah": way.value, "beda": rounded(abs(now - then) / abs(then) * HUNDRED)}


def _notes(form: FilledForm, sheet: str) -> Iterator[FormFault]:
    if form.formulas:
        params = (("banyak", str(len(form.formulas))), ("sel", ", ".join(form.formulas)))
        yield FormFault("", "", FaultCode.COMPUTED, params)
    highest = 0
    for figure in form.figures:
        if figure.indicator.number < highest:
            yield about(figure, FaultCode.MOVED, sheet, figure.actual_at, {})
        highest = max(highest, figure.indicator.number)
    for stray in form.strays:
        yield FormFault("", "", FaultCode.STRAY, (("isi", stray),))


def about(
    figure: Figure, code: FaultCode, sheet: str, cell: str, params: Mapping[str, object]
) -> FormFault:
    """A finding about one indicator."""
    named = {"nomor": figure.indicator.number, "indikator": figure.indicator.name, **params}
    return FormFault(sheet, cell, code, tuple((key, str(value)) for key, value in named.items()))
