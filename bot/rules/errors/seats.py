"""Refusals about who holds a seat, and what is not theirs to do."""

from dataclasses import dataclass

from bot.rules.errors.refusal import Refusal


class NoSeat(Refusal):
    """The person holds no seat of this office."""


@dataclass
class NotYours(Refusal):
    """The act belongs to other seats; `seats` are their titles, `holders` the people's names."""

    seats: tuple[str, ...]
    holders: tuple[str, ...] = ()


class AdministratorsOnly(Refusal):
    """Only an administrator of the group seats people."""


class NotOneself(Refusal):
    """Nobody seats himself while another administrator could."""


@dataclass
class UnknownSeat(Refusal):
    seat: str
    known: tuple[str, ...]


@dataclass
class SeatTaken(Refusal):
    title: str
    holder: str


class ClaimSettled(Refusal):
    """The claim was granted or refused before."""
