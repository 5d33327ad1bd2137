"""What an indicator came to in each triwulan of a year: by its own run, else by its months."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.rules.achievement import RolledUp, roll_up
from bot.rules.carrying import months_of
from bot.rules.forms import Figure, Indicator
from bot.rules.gathered import Gathered, Place, Word
from bot.rules.periods import Period

QUARTERS = (1, 2, 3, 4)
Told = Mapping[Period, Word]


class Gap(StrEnum):
    """Why a triwulan has no value; none of them counts as 0."""

    NO_DATA = "belum ada data"
    NOT_HANDED_IN = "buku kerja belum diterima"
    NOT_ASKED = "bukan indikator periode itu"
    NO_RUN = "tanpa putaran"
    LATER = "sesudah periode laporan"


@dataclass(frozen=True, slots=True)
class QuarterFigure:
    """What an indicator came to in a triwulan; `months` tells how many of its months made it, None
    where the triwulan's own run did. Money in rupiah, as it stood at its end."""

    period: Period
    value: Decimal | Gap
    target: Decimal | None = None
    spent: Decimal | None = None
    places: tuple[Place, ...] = ()
    spent_at: Place | None = None
    months: RolledUp | None = None
    words: tuple[tuple[Period, Figure], ...] = ()

    @property
    def known(self) -> Decimal | None:
        return self.value if isinstance(self.value, Decimal) else None


def quarters_of(year: int) -> tuple[Period, ...]:
    return tuple(Period("triwulan", year, number) for number in QUARTERS)


def quarter_figures(
    row: Indicator, told: Told, runs: Sequence[Gathered], until: Period
) -> tuple[QuarterFigure, ...]:
    return tuple(
        QuarterFigure(quarter, Gap.LATER)
        if quarter.start > until.end
        else _quarter(row, quarter, told, runs)
        for quarter in quarters_of(until.year)
    )


def _quarter(
    row: Indicator, quarter: Period, told: Told, runs: Sequence[Gathered]
) -> QuarterFigure:
    """Its own run's word where there is a figure, else what its months come to."""
    own = told.get(quarter)
    if own is not None and own[1].actual is not None:
        return _own(quarter, own)
    months = [month for month in months_of(quarter) if month in told]
    made = roll_up(row.method, [_actual(told, month) for month in months_of(quarter)])
    if made.value is not None:
        return _of_months(row, quarter, told, months, made)
    if own is not None:
        return _own(quarter, own)
    if months:
        return _of_months(row, quarter, told, months, made)
    return QuarterFigure(quarter, _why_nothing(row, quarter, runs))


def _own(quarter: Period, word: Word) -> QuarterFigure:
    seat, figure = word
    return QuarterFigure(
        quarter,
        Gap.NO_DATA if figure.actual is None else figure.actual,
        figure.indicator.target_period,
        figure.spent,
        (Place(quarter, seat, figure.actual_at),),
        None if figure.spent is None else Place(quarter, seat, figure.spent_at),
        words=((quarter, figure),),
    )


def _of_months(
    row: Indicator, quarter: Period, told: Told, months: Sequence[Period], made: RolledUp
) -> QuarterFigure:
    words = [(month, *told[month]) for month in months]
    spent = [(month, seat, f) for month, seat, f in words if f.spent is not None]
    month, seat, figure = spent[-1] if spent else (None, "", None)
    return QuarterFigure(
        quarter,
        Gap.NO_DATA if made.value is None else made.value,
        roll_up(row.method, [f.indicator.target_period for _, _, f in words]).value,
        figure.spent if figure else None,
        tuple(Place(m, s, f.actual_at) for m, s, f in words if f.actual is not None),
        Place(month, seat, figure.spent_at) if month and figure else None,
        made,
        tuple((m, f) for m, _, f in words),
    )


def _actual(told: Told, month: Period) -> Decimal | None:
    return told[month][1].actual if month in told else None


def _why_nothing(row: Indicator, quarter: Period, runs: Sequence[Gathered]) -> Gap:
    within = {quarter, *months_of(quarter)}
    held = [run for run in runs if run.period in within]
    if not held:
        return Gap.NO_RUN
    handed_in = any(row.seat in run.forms for run in held)
    return Gap.NOT_ASKED if handed_in else Gap.NOT_HANDED_IN
