"""Offices, people, the seats they hold, and claims to a seat."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.rules.special_days import Closure


@dataclass(frozen=True, slots=True)
class Rights:
    """What the bot may do in a group; `reads_all` where privacy mode is off for it."""

    administrator: bool = False
    can_pin: bool = False
    reads_all: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """One group chat. `token` opens its seat list in a private chat by a deep link."""

    id: int
    chat_id: int
    title: str
    token: str
    active: bool = True
    calendar: str = ""  # fingerprint of the calendar that open limits were counted by
    form: Mapping[str, Any] | None = None  # the office's own OfficeFormat, as JSON
    rights: Rights = Rights()
    closures: tuple[Closure, ...] = ()  # the days that it closed by /libur, in order


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram user; `reachable` once the private chat is open and not blocked."""

    id: int
    name: str
    username: str = ""
    reachable: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """A seat of an office and who holds it."""

    office_id: int
    seat: str
    person: Person


class ClaimState(StrEnum):
    ASKED = "diajukan"
    GRANTED = "disetujui"
    REFUSED = "ditolak"


@dataclass(frozen=True, slots=True)
class Claim:
    id: int
    office_id: int
    seat: str
    person: Person
    asked_at: datetime
    state: ClaimState = ClaimState.ASKED
