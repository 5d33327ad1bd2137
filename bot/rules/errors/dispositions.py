"""Refusals about arahan and their lembar disposisi."""

from dataclasses import dataclass

from bot.rules.dispositions import DispositionState
from bot.rules.errors.refusal import Refusal


class ArahanTooShort(Refusal):
    """Nothing that could be carried out."""


@dataclass
class ArahanTooLong(Refusal):
    """`most` letters fit the sheet's field."""

    most: int


@dataclass
class ArahanOver(Refusal):
    """What it was has been decided: carried out, withdrawn, or given to a run."""

    agenda: str
    state: DispositionState


class NoArahan(Refusal):
    """The button is of an arahan that nobody keeps."""
