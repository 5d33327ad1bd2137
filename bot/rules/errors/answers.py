"""Refusals of what people write in their own words."""

from dataclasses import dataclass

from bot.rules.errors.refusal import Refusal


class NothingAsked(Refusal):
    """A plain text where the bot asked nothing."""


@dataclass
class ReasonTooShort(Refusal):
    pass
