"""Refusals about who acts for a seat: substitutes, staff, hand-over and leave."""

from dataclasses import dataclass
from datetime import date

from bot.rules.errors.refusal import Refusal


@dataclass
class SubstituteActs(Refusal):
    """The holder's act while a substitute, as `acting`, has the seat until and with `last`."""

    title: str
    seat: str
    name: str
    acting: str
    last: date


@dataclass
class StaffMayNot(Refusal):
    """Staff hand in for these seats, but this is for who holds them to do."""

    seats: tuple[str, ...]
    holders: tuple[str, ...] = ()


@dataclass
class SeaterOnly(Refusal):
    """Only the seat's holder or an administrator of the group does this."""

    title: str
    holder: str


@dataclass
class NotAReply(Refusal):
    """The command names a person by being a reply to his message."""

    command: str


@dataclass
class NoDates(Refusal):
    """`text` is no span of days; `command` is what it followed."""

    text: str
    command: str


@dataclass
class DatesReversed(Refusal):
    first: date
    last: date


@dataclass
class DatesOver(Refusal):
    """All of the days have passed."""

    last: date


@dataclass
class DatesTooLong(Refusal):
    most: int  # days


@dataclass
class SubstitutesOverlap(Refusal):
    """Another substitution of the seat has some of these days."""

    title: str
    name: str
    acting: str
    first: date
    last: date


@dataclass
class NoSubstitute(Refusal):
    """Nobody stands in for the seat's holder, now or later."""

    title: str


@dataclass
class HandsInNothing(Refusal):
    """Staff hand in, and this seat hands in nothing."""

    title: str


@dataclass
class NotStaff(Refusal):
    name: str
    title: str


@dataclass
class LeavesOverlap(Refusal):
    first: date
    last: date


class NoLeave(Refusal):
    """Nothing to cancel."""
