"""What stands in the chapter of a period as in that of a year."""

from collections.abc import Sequence

from bot.papers.word_blocks import Block, Column, Grid, Heading, Line, Listed, Text
from bot.papers.word_document import Frame, word_document
from bot.papers.word_styles import NOTE, UNDER_TITLE
from bot.rules.lkjip import Chapter
from bot.rules.stationery import Stationery
from bot.texts import lkjip as words

PREDICATE_SHARES = (60, 40)


def columns(headings: Sequence[str], shares: Sequence[int], right: str = "") -> tuple[Column, ...]:
    """`right` marks with an r each column whose figures stand to the right."""
    sides = right.ljust(len(headings))
    return tuple(
        Column(heading, share, side == "r")
        for heading, share, side in zip(headings, shares, sides, strict=True)
    )


def set_chapter(
    chapter: Chapter, stationery: Stationery, name: str, blocks: Sequence[Block]
) -> bytes:
    """`name` is that of what it tells of: a period or a year."""
    recap = chapter.recap
    office = words.office(stationery.head or recap.head)
    header = words.draft(name)
    frame = Frame(header, office, header, stationery.size, recap.compiled_at)
    opening: list[Block] = [
        Heading(1, words.CHAPTER),
        Line("\n".join(part for part in (office, name) if part), UNDER_TITLE),
        Line(words.draft_note(chapter.state), NOTE),
    ]
    return word_document(frame, [*opening, *blocks])


def counting() -> list[Block]:
    heads = columns(words.PREDICATE_HEADINGS, PREDICATE_SHARES)
    return [
        Text(words.COUNTED_BY),
        Listed((words.UP, words.DOWN)),
        Text(words.NOT_CAPPED),
        Text(words.PREDICATED),
        Grid(words.PREDICATE_TABLE, heads, words.predicates()),
    ]
