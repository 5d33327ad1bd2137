"""The registers' summary in the chapter: how many and how much, by status."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.papers.lkjip_common import columns
from bot.papers.lkjip_sources import Sources
from bot.papers.word_blocks import Block, Grid, Heading, Text
from bot.rules.from_seats import FromSeat
from bot.rules.lkjip import Chapter
from bot.rules.register_sums import lhe_sum, lhp_sum, tlhp_sums
from bot.texts import lkjip as titles
from bot.texts import lkjip_money as words

Entries = Sequence[FromSeat[Any]]
Summed = Iterator[tuple[tuple[str, ...], Entries]]
"""Cells of a row, and the entries that they were summed from."""


@dataclass(frozen=True, slots=True)
class Summary:
    caption: str
    headings: tuple[str, ...]
    shares: tuple[int, ...]
    right: str
    rows: Callable[[Entries], Summed]


def _lhp(entries: Entries) -> Summed:
    yield words.lhp_cells(lhp_sum(entries)), entries


def _lhe(entries: Entries) -> Summed:
    yield words.lhe_cells(lhe_sum(entries)), entries


def _tlhp(entries: Entries) -> Summed:
    for found in tlhp_sums(entries):
        mine = [entry for entry in entries if entry.row.status is found.status]
        yield words.tlhp_cells(found), mine


SUMMARIES: Mapping[str, Summary] = {
    "LHP": Summary(words.LHP_TABLE, words.LHP_HEADINGS, (20, 20, 30, 30), "rrr", _lhp),
    "LHE": Summary(words.LHE_TABLE, words.LHE_HEADINGS, (22, 18, 22, 18, 28), "rrr", _lhe),
    "TLHP": Summary(
        words.TLHP_TABLE, words.TLHP_HEADINGS, (25, 20, 30, 30, 30, 18), " rrrr", _tlhp
    ),
}


def registers(chapter: Chapter, sources: Sources, note: str = "") -> list[Block]:
    """Nothing where the run has none; `note` follows what they are as of."""
    found = chapter.recap.registers()
    if not found:
        return []
    blocks: list[Block] = [
        Heading(2, titles.REGISTERS),
        Text(f"{words.as_of(chapter.recap.period)} {note}".rstrip()),
    ]
    for name, entries in found.items():
        blocks += _register(SUMMARIES[name], name, entries, sources)
    return blocks


def _register(summary: Summary, name: str, entries: Entries, sources: Sources) -> list[Block]:
    if not entries:
        return [Text(words.empty(summary.caption))]
    rows = tuple((*cells, _sources(name, mine, sources)) for cells, mine in summary.rows(entries))
    heads = columns(summary.headings, summary.shares, summary.right)
    return [Grid(summary.caption, heads, rows)]


def _sources(name: str, entries: Entries, sources: Sources) -> str:
    """Each workbook once: a register is the sum of all its rows."""
    seats = dict.fromkeys(seat for entry in entries for seat in entry.seats)
    return words.joined([sources.here(seat, name) for seat in seats])
