"""Refusals about what a person tells of himself."""

from dataclasses import dataclass
from enum import StrEnum

from bot.rules.errors.refusal import Refusal


class PrivateOnly(Refusal):
    """A person's own data are shown and corrected in his private chat alone."""


class NipFault(StrEnum):
    LENGTH = "length"
    BIRTH = "birth"
    START = "start"
    SEX = "sex"
    NUMBER = "number"


@dataclass
class NotANip(Refusal):
    """`digits` is how many there were; the number itself enters no message and no log."""

    fault: NipFault
    digits: int = 0


@dataclass
class NotAName(Refusal):
    """Too few letters, too many, or signs that no paper prints."""

    shortest: int
    longest: int


class NothingCorrected(Refusal):
    """What was told stands already."""
