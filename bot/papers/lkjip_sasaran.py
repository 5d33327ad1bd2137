"""One sasaran in a period's chapter: its indicators in tables, then each in words."""

from bot.papers.lkjip_common import columns
from bot.papers.lkjip_sources import Sources
from bot.papers.word_blocks import Block, Grid, Heading, Listed, Text
from bot.rules.lkjip import Chapter, ChapterRow, Sasaran
from bot.rules.periods import Period
from bot.texts import formats, lkjip_cells, lkjip_indicators
from bot.texts import lkjip as words
from bot.texts import recap_sheets as more

CAPAIAN_SHARES = (8, 40, 16, 17, 18, 18, 20, 18)
BEFORE_SHARES = (8, 30, 23, 23, 18, 15, 23, 23)
YEAR_SHARES = (8, 32, 16, 15, 20, 18, 20, 31)


def sasaran_blocks(place: int, sasaran: Sasaran, chapter: Chapter, sources: Sources) -> list[Block]:
    period = chapter.recap.period
    name = formats.period(period)
    blocks: list[Block] = [
        Heading(4, words.sasaran_heading(place, sasaran.name)),
        Text(words.sasaran_means(name, sasaran.means, len(sasaran.rows))),
        capaian(place, sasaran, period, sources),
        *before(place, sasaran, sources),
        over_year(place, sasaran, period, sources),
    ]
    for one in sasaran.rows:
        blocks += indicator(one, chapter)
    return blocks


def capaian(place: int, sasaran: Sasaran, period: Period, sources: Sources) -> Grid:
    heads = columns(words.capaian_headings(period), CAPAIAN_SHARES, "   rrr")
    rows = tuple(_capaian(one, sources) for one in sasaran.rows)
    about = words.about_table(words.name_of(sasaran.name))
    return Grid(words.capaian_table(place, formats.period(period)), heads, rows, about=about)


def _capaian(one: ChapterRow, sources: Sources) -> tuple[str, ...]:
    row, asked = one.row, one.row.indicator
    label = row.predicate.label if row.predicate else "–"
    at = sources.here(asked.seat, row.figure.actual_at) if row.figure else "–"
    return (
        str(asked.number),
        asked.name,
        asked.unit,
        lkjip_cells.amount(asked.target_period),
        lkjip_cells.actual(row),
        lkjip_cells.reached(row.achievement),
        label,
        at,
    )


def before(place: int, sasaran: Sasaran, sources: Sources) -> list[Block]:
    rows = tuple(_before(one, sources) for one in sasaran.rows if one.change)
    if not rows:
        return [Text(words.NO_BEFORE)]
    heads = columns(words.BEFORE_HEADINGS, BEFORE_SHARES, "   rrr")
    return [Grid(words.before_table(place), heads, rows)]


def _before(one: ChapterRow, sources: Sources) -> tuple[str, ...]:
    change = one.change
    if change is None:
        return ()
    then, gone = change.before.actual, change.difference
    return (
        str(one.row.indicator.number),
        one.row.indicator.name,
        formats.period_short(change.before.period),
        lkjip_cells.or_no_data(then),
        lkjip_cells.actual(one.row),
        "–" if gone is None else lkjip_cells.amount(gone),
        more.moved(change),
        sources.cite([one.before_at]) if one.before_at else "–",
    )


def over_year(place: int, sasaran: Sasaran, period: Period, sources: Sources) -> Grid:
    heads = columns(words.YEAR_HEADINGS, YEAR_SHARES, "   rrr")
    rows = tuple(_over_year(one, sources) for one in sasaran.rows)
    return Grid(words.year_table(place, period.year), heads, rows)


def _over_year(one: ChapterRow, sources: Sources) -> tuple[str, ...]:
    year, asked = one.year, one.year.indicator
    return (
        str(asked.number),
        asked.name,
        asked.unit,
        lkjip_cells.amount(asked.target_year),
        lkjip_cells.or_no_data(year.year.value),
        lkjip_cells.reached(year.achievement),
        lkjip_cells.label(year.achievement),
        lkjip_cells.quarters_in(
            [(quarter, sources.cite(quarter.places)) for quarter in year.quarters]
        ),
    )


def indicator(one: ChapterRow, chapter: Chapter) -> list[Block]:
    """What it came to in a paragraph, and what people wrote of it."""
    row, recap = one.row, chapter.recap
    seat = recap.title(row.indicator.seat)
    told = lkjip_indicators.written(row.figure)
    blocks: list[Block] = [
        Heading(5, lkjip_indicators.heading(row.indicator.number, row.indicator.name)),
        Text(lkjip_indicators.sentences(one, recap.period, seat)),
    ]
    if told:
        return [*blocks, Listed(told)]
    return [*blocks, Text(words.NOTHING_SAID)] if row.figure else blocks
