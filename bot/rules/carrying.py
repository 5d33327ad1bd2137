"""Targets and values carried from one period to another, by how an indicator is counted.

A sum is of its own period: three months of it make a triwulan. A mean and a last position mean
the same in a month as in a triwulan.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal

from bot.rules.achievement import Method, RolledUp, roll_up
from bot.rules.forms import Figure, FilledForm, Indicator, OfficeFormat
from bot.rules.periods import Period, period_of

Forms = Sequence[tuple[Period, FilledForm]]
FormsBySeat = Sequence[tuple[Period, Mapping[str, FilledForm]]]
_WIDE = Context(prec=100)  # a target of many digits must not fail to be shared


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an indicator came to in `period`; `rolled` from the months of the triwulan asked for.

    None is "belum ada data". Money in rupiah.
    """

    period: Period
    actual: Decimal | None
    spent: Decimal | None
    rolled: RolledUp | None


LastValues = tuple[tuple[int, Earlier], ...]
"""By the indicator's number."""


def carried_format(form: OfficeFormat, since: Period, to: Period) -> OfficeFormat:
    """The format of one period asked in another; the targets of the year and the pagu stay."""
    if since.months == to.months:
        return form
    rows = (
        replace(row, target_period=carried_target(row, since, to))
        if row.method is Method.SUM
        else row
        for row in form.indicators
    )
    return replace(form, indicators=tuple(rows))


def carried_target(row: Indicator, since: Period, to: Period) -> Decimal:
    """A sum's target: a triwulan's is shared over its months so that they add up to it again."""
    if to.months > since.months:
        return row.target_period * to.months / since.months
    place = (to.number - 1) % since.months
    return _up_to(row.target_period, place + 1) - _up_to(row.target_period, place)


def _up_to(target: Decimal, months: int) -> Decimal:
    """What the first `months` of a triwulan share, as fine as the target itself was written."""
    share = _WIDE.divide(_WIDE.multiply(target, Decimal(months)), Decimal(3))
    return share.quantize(target, ROUND_HALF_UP, _WIDE)


def leads_up_to(one: Period, period: Period) -> bool:
    """Whether it ended before the other began, or is one of its months."""
    inside = one.months < period.months and period.start <= one.start
    return one.end < period.start or (inside and one.end <= period.end)


def earlier(forms: Forms, indicator: Indicator, period: Period) -> Earlier | None:
    """The newest value before, of the same kind of period where there is one; in any order."""
    before = {when: form for when, form in forms if leads_up_to(when, period)}
    found = {
        when: figure for when, form in before.items() if (figure := figure_of(form, indicator))
    }
    rolled = _rolled(found, indicator, period)
    alike = [when for when in found if when.months == period.months]
    newest = max(alike or found, default=None)
    if newest is None:
        return None
    return Earlier(newest, found[newest].actual, found[newest].spent, rolled)


def last_value(history: FormsBySeat, indicator: Indicator, period: Period) -> Earlier | None:
    """From the seat that answers for it now, else from whoever did: several seats may have an
    indicator of one name."""
    own = [(when, forms[indicator.seat]) for when, forms in history if indicator.seat in forms]
    found = earlier(own, indicator, period)
    if found is not None:
        return found
    return earlier([(when, whole(forms)) for when, forms in history if forms], indicator, period)


def whole(forms: Mapping[str, FilledForm]) -> FilledForm:
    """The figures of all seats as those of one."""
    first = next(iter(forms.values()))
    return replace(first, figures=tuple(f for form in forms.values() for f in form.figures))


def comparable(found: Earlier, indicator: Indicator, period: Period) -> bool:
    """Whether both values measure the same: a month's sum is no triwulan's."""
    return indicator.method is not Method.SUM or found.period.months == period.months


def figure_of(form: FilledForm, indicator: Indicator) -> Figure | None:
    """By name and unit: numbers move when a format changes."""
    return next((f for f in form.figures if f.indicator.known_as == indicator.known_as), None)


def months_of(period: Period) -> tuple[Period, ...]:
    """The months of a triwulan, in order; none of a month."""
    if period.months == 1:
        return ()
    first = period_of(period.start, "bulan")
    return tuple(replace(first, number=first.number + place) for place in range(period.months))


def _rolled(
    found: Mapping[Period, Figure], indicator: Indicator, period: Period
) -> RolledUp | None:
    months = months_of(period)
    if not any(month in found for month in months):
        return None
    values = [found[month].actual if month in found else None for month in months]
    return roll_up(indicator.method, values)
