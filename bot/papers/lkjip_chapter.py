"""The chapter of a run's own period, as a Word document: a draft, with the source of each figure.

After Permenpan-RB 53/2014: A. Capaian Kinerja, B. Realisasi Anggaran.
"""

from bot.papers.lkjip_common import columns, counting, set_chapter
from bot.papers.lkjip_money import money
from bot.papers.lkjip_registers import registers
from bot.papers.lkjip_sasaran import sasaran_blocks
from bot.papers.lkjip_sources import Sources
from bot.papers.word_blocks import Block, Grid, Heading, Text
from bot.rules.achievement import Means
from bot.rules.lkjip import Chapter
from bot.rules.stationery import Stationery
from bot.texts import formats, lkjip_cells
from bot.texts import lkjip as words

SASARAN_SHARES = (8, 46, 16, 17, 18, 18)


def lkjip_chapter(chapter: Chapter, stationery: Stationery) -> bytes:
    """The .docx; the same bytes for the same values."""
    sources = Sources(chapter.recap, chapter.runs)
    name = formats.period(chapter.recap.period)
    blocks: list[Block] = [
        Heading(2, words.ACHIEVEMENT),
        Heading(3, words.COUNTING),
        *counting(),
        Heading(3, words.OVERVIEW),
        *overview(chapter),
        Heading(3, words.PER_SASARAN),
    ]
    blocks += [] if chapter.sasaran else [Text(words.NO_INDICATORS)]
    for place, sasaran in enumerate(chapter.sasaran, start=1):
        blocks += sasaran_blocks(place, sasaran, chapter, sources)
    blocks += remarks(chapter)
    blocks += money(chapter, sources)
    blocks += registers(chapter, sources)
    blocks += sources.blocks(words.sources(bool(chapter.recap.registers())))
    return set_chapter(chapter, stationery, name, blocks)


def overview(chapter: Chapter) -> list[Block]:
    said = [Text(words.NOBODY_FILED)] if not chapter.filed else []
    told = [Text(line) for line in words.overview(chapter.recap)]
    rows = [
        sasaran_row(str(place), words.name_of(one.name), len(one.rows), one.means)
        for place, one in enumerate(chapter.sasaran, start=1)
    ]
    total = sasaran_row("", words.ALL_INDICATORS, len(chapter.rows), chapter.recap.means)
    heads = columns(words.SASARAN_HEADINGS, SASARAN_SHARES, "  rrrr")
    return [*said, *told, Grid(words.SASARAN_TABLE, heads, (*rows, total), totals=1)]


def sasaran_row(place: str, name: str, every: int, means: Means) -> tuple[str, ...]:
    return place, name, str(every), str(means.counted), *lkjip_cells.means_cells(means)


def remarks(chapter: Chapter) -> list[Block]:
    """What the analysing seat wrote, as it wrote it."""
    lines = [line for line in chapter.recap.remarks.splitlines() if line.strip()]
    return [Heading(3, words.REMARKS), *map(Text, lines)] if lines else []
