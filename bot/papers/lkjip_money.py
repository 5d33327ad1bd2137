"""Absorption in a period's chapter: per programme and per sasaran."""

from bot.papers.lkjip_common import columns
from bot.papers.lkjip_sources import Sources
from bot.papers.word_blocks import Block, Grid, Heading, Text
from bot.rules.lkjip import Chapter
from bot.rules.recap import Recap
from bot.rules.recap_rows import RecapRow
from bot.texts import lkjip as titles
from bot.texts import lkjip_cells
from bot.texts import lkjip_money as words
from bot.texts import recap as recap_words

PROGRAMME_SHARES = (8, 34, 34, 34, 17, 20, 16)  # hundreds of milyar stand in one line
SASARAN_SHARES = (8, 34, 34, 34, 17, 20)


def money(chapter: Chapter, sources: Sources) -> list[Block]:
    recap = chapter.recap
    if not recap.programmes:
        return [Heading(2, titles.MONEY), Text(words.NO_PROGRAMME)]
    return [
        Heading(2, titles.MONEY),
        Text(words.absorbed(recap.money)),
        Text(words.NOT_COUNTED),
        programmes(recap, sources),
        per_sasaran(chapter),
    ]


def programmes(recap: Recap, sources: Sources) -> Grid:
    rows = [_programme(place, row, recap, sources) for place, row in enumerate(recap.programmes, 1)]
    budget, spent, absorbed, _ = words.money_cells(recap.money)
    total = ("", titles.ALL, budget, spent, absorbed, "", "")
    heads = columns(words.PROGRAMME_HEADINGS, PROGRAMME_SHARES, "  rrr")
    return Grid(words.PROGRAMME_TABLE, heads, (*rows, total), totals=1)


def _programme(place: int, row: RecapRow, recap: Recap, sources: Sources) -> tuple[str, ...]:
    asked, figure = row.indicator, row.figure
    known = figure is not None and figure.spent is not None
    return (
        str(place),
        asked.programme or "",
        words.rupiah(asked.budget),
        words.rupiah(row.spent) if known else recap_words.why_missing_spent(row).capitalize(),
        lkjip_cells.reached(row.absorption),
        recap.title(asked.seat),
        sources.here(asked.seat, figure.spent_at) if figure and known else "–",
    )


def per_sasaran(chapter: Chapter) -> Grid:
    """Those that any programme serves."""
    rows = tuple(
        (str(place), titles.name_of(one.name), *words.money_cells(one.money))
        for place, one in enumerate(chapter.sasaran, start=1)
        if one.money.programmes
    )
    heads = columns(words.SASARAN_HEADINGS, SASARAN_SHARES, "  rrrr")
    return Grid(words.SASARAN_TABLE, heads, rows)
