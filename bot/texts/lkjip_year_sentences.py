"""What the year's chapter says of one indicator, in sentences."""

from decimal import Decimal

from bot.rules.periods import Period
from bot.rules.quarter_figures import Gap
from bot.rules.year_account import YearRow
from bot.texts import formats, lkjip_cells
from bot.texts.lkjip_indicators import LABELS, gap_unit, so, written
from bot.texts.lkjip_year import GAPS, METHOD_NAMES, in_year, of_parts


def sentences(row: YearRow, until: Period) -> str:
    """One paragraph: the year, what is missing in it, the year before, targets that changed."""
    more = [*lacking(row), *against_before(row, until.year)] if row.year.counted else []
    parts = [of_year(row, until), *more, *moved(row)]
    return " ".join(parts)


def of_year(row: YearRow, until: Period) -> str:
    asked, made = row.indicator, row.year
    if made.value is None:
        return f"Belum ada data realisasi {in_year(until)}."
    return (
        f"Realisasi {in_year(until)} ({METHOD_NAMES[asked.method]} dari {made.counted} triwulan) "
        f"sebesar {lkjip_cells.measured(made.value, asked.unit)} dari target tahun "
        f"{lkjip_cells.measured(asked.target_year, asked.unit)}{so(row.achievement)}."
    )


def lacking(row: YearRow) -> list[str]:
    """The triwulan that have come and are not in the year's figure, by their reason."""
    by_reason: dict[Gap, list[str]] = {}
    for quarter in row.quarters:
        if isinstance(quarter.value, Gap) and quarter.value is not Gap.LATER:
            by_reason.setdefault(quarter.value, []).append(lkjip_cells.numeral(quarter.period))
    told = [
        f"{formats.join_names(names)} ({GAPS[gap].lower()})" for gap, names in by_reason.items()
    ]
    return [f"Tidak termasuk {formats.join_names(told)}."] if told else []


def against_before(row: YearRow, year: int) -> list[str]:
    before = row.before.year if row.before else None
    if before is None or before.value is None or row.year.value is None:
        return []
    then = lkjip_cells.measured(before.value, row.indicator.unit)
    told = f"Realisasi tahun {year - 1} sebesar {then} ({of_parts(before)})"
    if row.before and not row.compares_with(row.before):
        return [f"{told}; selisihnya belum dihitung karena triwulan yang dihimpun berbeda."]
    return [f"{told}, sehingga tahun ini {grown(row, row.year.value - before.value)}."]


def grown(row: YearRow, difference: Decimal) -> str:
    if not difference:
        return "tetap"
    size = lkjip_cells.measured(abs(difference), gap_unit(row.indicator.unit))
    return f"{'bertambah' if difference > 0 else 'berkurang'} {size}"


def moved(row: YearRow) -> list[str]:
    if len(row.targets) < 2:
        return []
    told = [
        f"{lkjip_cells.measured(target, row.indicator.unit)} sejak {formats.period(since)}"
        for since, target in row.targets
    ]
    return [f"Target tahun berubah dalam tahun berjalan: {formats.join_names(told)}."]


def said(row: YearRow) -> tuple[tuple[str, str], ...]:
    """What people wrote, label by label; the same words of several periods stand once."""
    told: dict[str, dict[str, list[str]]] = {label: {} for label in LABELS}
    for quarter in row.quarters:
        for period, figure in quarter.words:
            for label, text in written(figure):
                told[label].setdefault(text, []).append(within_year(period))
    return tuple(
        (f"{label} ({formats.join_names(periods)})", text)
        for label, texts in told.items()
        for text, periods in texts.items()
    )


def within_year(period: Period) -> str:
    """TW II, or Mei."""
    return formats.period_short(period).removesuffix(f" {period.year}")
