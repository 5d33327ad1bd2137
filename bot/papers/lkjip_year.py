"""The chapter of a year, accumulated from its runs: each indicator by triwulan and for the year."""

from bot.papers.lkjip_chapter import SASARAN_SHARES, sasaran_row
from bot.papers.lkjip_common import columns, counting, set_chapter
from bot.papers.lkjip_registers import registers
from bot.papers.lkjip_sources import Sources
from bot.papers.lkjip_year_money import money
from bot.papers.lkjip_year_rows import row_blocks, summary
from bot.papers.word_blocks import Block, Grid, Heading, Listed, Text
from bot.rules.achievement import means
from bot.rules.lkjip import Chapter, Sasaran
from bot.rules.stationery import Stationery
from bot.texts import lkjip as titles
from bot.texts import lkjip_year as words

COMPLETENESS_SHARES = (22, 78)


def lkjip_year(chapter: Chapter, stationery: Stationery) -> bytes:
    """The .docx; the same bytes for the same values."""
    sources = Sources(chapter.recap, chapter.runs)
    blocks: list[Block] = [
        Heading(2, titles.ACHIEVEMENT),
        Heading(3, titles.COUNTING),
        *counting(),
        *accumulating(),
        Heading(3, words.COMPLETENESS),
        completeness(chapter),
        Heading(3, words.OVERVIEW),
        *overview(chapter),
        Heading(3, words.PER_SASARAN),
    ]
    blocks += [] if chapter.sasaran else [Text(titles.NO_INDICATORS)]
    for place, sasaran in enumerate(chapter.sasaran, start=1):
        blocks += sasaran_blocks(place, sasaran, chapter, sources)
    blocks += gone(chapter, sources)
    blocks += money(chapter, sources)
    note = words.NOT_SUMMED if len(chapter.year.runs) > 1 else ""
    blocks += registers(chapter, sources, note)
    blocks += sources.blocks(titles.sources(bool(chapter.recap.registers())))
    return set_chapter(chapter, stationery, words.year_name(chapter.year.until), blocks)


def accumulating() -> list[Block]:
    return [Text(words.ACCUMULATED), Listed(words.METHODS), Text(words.FROM_MONTHS)]


def completeness(chapter: Chapter) -> Grid:
    account = chapter.year
    rows = tuple(words.completeness(quarter, account) for quarter in account.quarters)
    heads = columns(words.COMPLETENESS_HEADINGS, COMPLETENESS_SHARES)
    return Grid(words.COMPLETENESS_TABLE, heads, rows)


def overview(chapter: Chapter) -> list[Block]:
    found = means(row.achievement for row in chapter.year.rows)
    rows = [
        sasaran_row(str(place), titles.name_of(one.name), len(one.rows), one.year_means)
        for place, one in enumerate(chapter.sasaran, start=1)
    ]
    total = sasaran_row("", titles.ALL_INDICATORS, len(chapter.year.rows), found)
    heads = columns(titles.SASARAN_HEADINGS, SASARAN_SHARES, "  rrrr")
    said = [] if any(run.forms for run in chapter.year.runs) else [Text(words.NOBODY_FILED)]
    return [
        *said,
        Text(words.overview(chapter.year, found.counted, found.raw)),
        Grid(titles.SASARAN_TABLE, heads, (*rows, total), totals=1),
    ]


def sasaran_blocks(place: int, sasaran: Sasaran, chapter: Chapter, sources: Sources) -> list[Block]:
    found, until = sasaran.year_means, chapter.year.until
    blocks: list[Block] = [
        Heading(4, titles.sasaran_heading(place, sasaran.name)),
        Text(words.sasaran_means(until, found.counted, found.raw, len(sasaran.rows))),
        summary(words.summary_table(place, until.year), [one.year for one in sasaran.rows]),
    ]
    for one in sasaran.rows:
        blocks += row_blocks(one.year, chapter, sources)
    return blocks


def gone(chapter: Chapter, sources: Sources) -> list[Block]:
    rows = chapter.year.gone
    if not rows:
        return []
    blocks: list[Block] = [Heading(3, words.GONE), Text(words.GONE_NOTE)]
    for row in rows:
        blocks += row_blocks(row, chapter, sources)
    return blocks
