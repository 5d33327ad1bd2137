"""What a Word document is made of, as plain values; word_xml.py says them in Word's language."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is the chapter's own; a line break in the text is one on the page."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph by itself in one of word_styles' styles."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A point for each (label, text); the label, where there is one, stands out before its text."""

    points: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`share` is its part of the table's width; figures stand to the right."""

    heading: str
    share: int
    right: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table under its caption, which is numbered as it comes. The last `totals` rows stand out.
    `about` tells who cannot see it what it holds."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: int = 0
    about: str = ""


Block = Heading | Line | Text | Listed | Grid
Blocks = Sequence[Block]
