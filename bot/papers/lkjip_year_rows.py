"""One indicator in the year's chapter: its triwulan in a table, then what people wrote."""

from collections.abc import Sequence

from bot.papers.lkjip_common import columns
from bot.papers.lkjip_sources import Sources
from bot.papers.word_blocks import Block, Grid, Heading, Listed, Text
from bot.rules.achievement import achievement
from bot.rules.forms import Indicator
from bot.rules.lkjip import Chapter
from bot.rules.quarter_figures import QuarterFigure
from bot.rules.year_account import YearRow
from bot.texts import formats, lkjip_cells, lkjip_indicators, lkjip_year_sentences
from bot.texts import lkjip_year as words

SUMMARY_SHARES = (8, 40, 16, 18, 17, 18, 18, 20)
QUARTER_SHARES = (24, 20, 30, 20, 22, 30)


def summary(caption: str, rows: Sequence[YearRow]) -> Grid:
    heads = columns(words.SUMMARY_HEADINGS, SUMMARY_SHARES, "    rrr")
    return Grid(caption, heads, tuple(_summed(row) for row in rows))


def _summed(row: YearRow) -> tuple[str, ...]:
    asked = row.indicator
    return (
        str(asked.number),
        asked.name,
        asked.unit,
        words.METHOD_NAMES[asked.method],
        lkjip_cells.amount(asked.target_year),
        lkjip_cells.or_no_data(row.year.value),
        lkjip_cells.reached(row.achievement),
        lkjip_cells.label(row.achievement),
    )


def row_blocks(row: YearRow, chapter: Chapter, sources: Sources) -> list[Block]:
    asked = row.indicator
    told = lkjip_year_sentences.said(row)
    return [
        Heading(5, lkjip_indicators.heading(asked.number, asked.name)),
        Text(lkjip_year_sentences.sentences(row, chapter.year.until)),
        quarters(row, chapter.year.year, sources),
        *([Listed(told)] if told else []),
    ]


def quarters(row: YearRow, year: int, sources: Sources) -> Grid:
    """The year before, TW I to IV, and the year below them."""
    lines = [_quarter(one, row.indicator, sources) for one in row.quarters]
    before = [_before(row.before, year, sources)] if row.before else []
    total = (
        words.year_line(row, year),
        lkjip_cells.amount(row.indicator.target_year),
        lkjip_cells.or_no_data(row.year.value),
        lkjip_cells.reached(row.achievement),
        lkjip_cells.label(row.achievement),
        "",
    )
    heads = columns(words.QUARTER_HEADINGS, QUARTER_SHARES, " rrr")
    unit = f" ({row.indicator.unit})" if row.indicator.unit.strip() else ""
    return Grid(
        f"{words.quarter_table(row.indicator.name)}{unit}", heads, (*before, *lines, total), 1
    )


def _before(row: YearRow, year: int, sources: Sources) -> tuple[str, ...]:
    """Against the target of its own year."""
    places = [place for quarter in row.quarters for place in quarter.places]
    reached = achievement(row.indicator.direction, row.last_target, row.year.value)
    return (
        words.before_line(year),
        "–" if row.last_target is None else lkjip_cells.amount(row.last_target),
        words.before_value(row.year),
        lkjip_cells.reached(reached),
        lkjip_cells.label(reached),
        sources.cite(places),
    )


def _quarter(one: QuarterFigure, asked: Indicator, sources: Sources) -> tuple[str, ...]:
    reached = achievement(asked.direction, one.target, one.known)
    return (
        formats.period(one.period),
        "–" if one.target is None else lkjip_cells.amount(one.target),
        words.value(one),
        lkjip_cells.reached(reached),
        lkjip_cells.label(reached),
        sources.cite(one.places),
    )
