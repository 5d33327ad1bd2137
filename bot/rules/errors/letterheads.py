"""Refusals about an office's kop and logo."""

from dataclasses import dataclass

from bot.rules.errors.refusal import Refusal


@dataclass
class TooManyHeadLines(Refusal):
    most: int


@dataclass
class HeadLineTooLong(Refusal):
    line: str
    most: int  # characters


@dataclass
class NoOwnLetterhead(Refusal):
    """The office set no kop or logo of its own that could be taken back."""
