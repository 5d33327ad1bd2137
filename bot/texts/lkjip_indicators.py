"""What the chapter says of one indicator, in sentences."""

from decimal import Decimal

from bot.rules.achievement import Achievement, NoRatio, predicate
from bot.rules.forms import Figure
from bot.rules.lkjip import ChapterRow
from bot.rules.periods import Period
from bot.rules.trends import Change
from bot.rules.year_account import YearRow
from bot.texts import formats, lkjip_cells
from bot.texts import recap_sheets as more

LABELS = ("Faktor pendorong", "Faktor penghambat", "Rencana tindak lanjut", "Sumber data/bukti")


def heading(number: int, name: str) -> str:
    return f"{number}. {' '.join(name.split())}"


def sentences(one: ChapterRow, period: Period, seat: str) -> str:
    """One paragraph: the period, the period before, the year."""
    parts = [of_period(one, period, seat)]
    if one.change is not None and one.change.difference is not None:
        parts.append(compared(one.change))
    if one.year.year.value is not None:
        parts.append(against_year(one.year, period))
    return " ".join(parts)


def of_period(one: ChapterRow, period: Period, seat: str) -> str:
    row, name = one.row, formats.period(period)
    if row.figure is None:
        return f"Data {name} dari {seat} belum diterima."
    if row.actual is None:
        return f"Belum ada data realisasi {name} menurut {seat}."
    unit = row.indicator.unit
    return (
        f"Realisasi {name} sebesar {lkjip_cells.measured(row.actual, unit)} dari target "
        f"{lkjip_cells.measured(row.indicator.target_period, unit)}{so(row.achievement)}."
    )


def so(reached: Achievement | NoRatio) -> str:
    """The end of a sentence that told figure and target."""
    if not isinstance(reached, Achievement):
        return "; capaian tidak dihitung karena targetnya bukan bilangan positif"
    label = predicate(reached.shown).label
    floor = reached.raw < 0
    held = f", dari hitungan {formats.percent(reached.raw)}" if floor else ""
    return f", sehingga capaiannya {formats.percent(reached.shown)} ({label}{held})"


def compared(change: Change) -> str:
    unit, before = change.row.indicator.unit, change.before
    then = lkjip_cells.measured(before.actual or Decimal(0), unit)
    against = f"Dibandingkan {formats.period(before.period)} ({then})"
    if not change.difference:
        return f"{against}, realisasi tetap."
    gone = lkjip_cells.measured(abs(change.difference), gap_unit(unit))
    return f"{against}, realisasi {grown(change)} {gone} sehingga kinerja {more.moved(change)}."


def gap_unit(unit: str) -> str:
    """Between two percentages lie points, not per cent."""
    return "poin" if lkjip_cells.is_percent(unit) else unit


def grown(change: Change) -> str:
    return "bertambah" if (change.difference or 0) > 0 else "berkurang"


def against_year(year: YearRow, period: Period) -> str:
    asked, value = year.indicator, year.year.value or Decimal(0)
    return (
        f"Sampai dengan {formats.period(period)}, realisasi tahun {period.year} sebesar "
        f"{lkjip_cells.measured(value, asked.unit)} dari target tahun "
        f"{lkjip_cells.measured(asked.target_year, asked.unit)}{so(year.achievement)}."
    )


def written(figure: Figure | None) -> tuple[tuple[str, str], ...]:
    """What people wrote, each under its label; nothing for what they left empty."""
    if figure is None:
        return ()
    texts = (figure.factors, figure.obstacles, figure.follow_up, figure.source)
    told = zip(LABELS, texts, strict=True)
    return tuple((label, text.strip()) for label, text in told if text.strip())
