"""The kop that an office writes itself, in the chat or in its file."""

from collections.abc import Sequence

from bot.rules.errors.letterheads import HeadLineTooLong, TooManyHeadLines

MOST_LINES = 6
LONGEST_LINE = 90  # characters; the widest sheet's kop breaks it once


def read_letterhead(words: str) -> tuple[str, ...]:
    """Each line of the text is one of the kop, empty ones left out.

    Refused: TooManyHeadLines, HeadLineTooLong.
    """
    lines = tuple(" ".join(line.split()) for line in words.splitlines() if line.strip())
    if len(lines) > MOST_LINES:
        raise TooManyHeadLines(MOST_LINES)
    if long := too_long(lines):
        raise HeadLineTooLong(long[0], LONGEST_LINE)
    return lines


def too_long(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if len(line) > LONGEST_LINE]
