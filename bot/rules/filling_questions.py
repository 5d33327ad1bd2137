"""What is asked when a workbook is filled in by answering questions.

Figures come first, indicator by indicator, then what is told of each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.rules.forms import Indicator


class Topic(StrEnum):
    ACTUAL = "r"
    SPENT = "u"
    FACTORS = "f"
    FOLLOW_UP = "t"


FIGURES = (Topic.ACTUAL, Topic.SPENT)


@dataclass(frozen=True, slots=True)
class Ask:
    """One question; `number` is the indicator's."""

    topic: Topic
    number: int

    @property
    def key(self) -> str:
        return f"{self.topic}{self.number}"

    @property
    def is_figure(self) -> bool:
        return self.topic in FIGURES


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure, None being "belum ada data"; or words, `obstacles` those of Topic.FACTORS."""

    ask: Ask
    figure: Decimal | None = None
    words: str = ""
    obstacles: str = ""


Asks = Sequence[Ask]


def asks_of(indicators: Sequence[Indicator]) -> tuple[Ask, ...]:
    """Every question about them, in order."""
    return (*_figures(indicators), *_words(indicators))


def _figures(indicators: Sequence[Indicator]) -> Iterator[Ask]:
    for row in indicators:
        yield Ask(Topic.ACTUAL, row.number)
        if row.programme is not None:
            yield Ask(Topic.SPENT, row.number)


def _words(indicators: Sequence[Indicator]) -> Iterator[Ask]:
    for row in indicators:
        yield Ask(Topic.FACTORS, row.number)
        yield Ask(Topic.FOLLOW_UP, row.number)
