"""Absorption in the year's chapter: each programme as it stood last."""

from decimal import Decimal

from bot.papers.lkjip_common import columns
from bot.papers.lkjip_money import SASARAN_SHARES
from bot.papers.lkjip_sources import Sources
from bot.papers.word_blocks import Block, Grid, Heading, Text
from bot.rules.lkjip import Chapter
from bot.rules.recap_money import Money
from bot.rules.year_account import YearRow, year_money
from bot.texts import lkjip as titles
from bot.texts import lkjip_cells
from bot.texts import lkjip_money as words
from bot.texts import lkjip_year as year_words

PROGRAMME_SHARES = (8, 34, 34, 34, 17, 20, 16)


def money(chapter: Chapter, sources: Sources) -> list[Block]:
    funded = [row for row in chapter.year.rows if row.indicator.programme]
    if not funded:
        return [Heading(2, titles.MONEY), Text(words.NO_PROGRAMME)]
    found = year_money(chapter.year.rows)
    return [
        Heading(2, titles.MONEY),
        Text(words.absorbed(found)),
        Text(words.NOT_COUNTED),
        programmes(funded, found, chapter.year.year, sources),
        per_sasaran(chapter),
    ]


def programmes(funded: list[YearRow], found: Money, year: int, sources: Sources) -> Grid:
    rows = [_programme(place, row, sources) for place, row in enumerate(funded, start=1)]
    budget, spent, absorbed, _ = words.money_cells(found)
    total = ("", titles.ALL, budget, spent, absorbed, "", "")
    heads = columns(year_words.MONEY_HEADINGS, PROGRAMME_SHARES, "  rrr")
    return Grid(year_words.money_table(year), heads, (*rows, total), totals=1)


def _programme(place: int, row: YearRow, sources: Sources) -> tuple[str, ...]:
    last = row.last_spent
    spent: Decimal | None = last.spent if last else None
    return (
        str(place),
        row.indicator.programme or "",
        words.rupiah(row.indicator.budget),
        words.rupiah(spent),
        lkjip_cells.reached(row.absorption),
        year_words.as_of(last),
        sources.cite([last.spent_at]) if last and last.spent_at else "–",
    )


def per_sasaran(chapter: Chapter) -> Grid:
    """Those that any programme serves."""
    found = [year_money([one.year for one in sasaran.rows]) for sasaran in chapter.sasaran]
    rows = tuple(
        (str(place), titles.name_of(sasaran.name), *words.money_cells(spent))
        for place, (sasaran, spent) in enumerate(zip(chapter.sasaran, found, strict=True), start=1)
        if spent.programmes
    )
    heads = columns(words.SASARAN_HEADINGS, SASARAN_SHARES, "  rrrr")
    return Grid(words.SASARAN_TABLE, heads, rows)
