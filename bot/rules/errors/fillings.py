"""Refusals of answers while a workbook is filled in chat."""

from dataclasses import dataclass
from decimal import Decimal

from bot.rules.errors.refusal import Refusal


@dataclass
class NotAFigure(Refusal):
    """An answer that should be a figure is none; `text` is what was written."""

    text: str


@dataclass
class NegativeMoney(Refusal):
    """Rupiah below nought."""

    figure: Decimal


@dataclass
class TooManyDigits(Refusal):
    """A figure that an office program would round."""

    most: int


@dataclass
class AnswerTooLong(Refusal):
    most: int  # characters


class QuestionGone(Refusal):
    """The question was answered before; another one is asked now."""


class FillingOver(Refusal):
    """The filling in chat was sent, dropped, or ended with its run."""


@dataclass
class FillingIncomplete(Refusal):
    """Figures were skipped; `numbers` are those of their indicators."""

    numbers: tuple[int, ...]
