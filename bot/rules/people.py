"""Offices, people, the seats they hold or stand in for, and claims to a seat."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.rules.special_days import Closure

STAFF = "staf"


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
    digested_on: date | None = None  # the last day whose morning digest was told
    letterhead: tuple[str, ...] = ()  # the kop that it set by /kop
    logo: str = ""  # the digest of the logo that it set so


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram user; `reachable` once the private chat is open and not blocked.

    `acting` is "Plh." or "Plt." where he is shown as standing in for a seat's holder, "staf"
    where as one who hands in for it. `given_name` and `nip` are as he told them by /datadiri.
    """

    id: int
    name: str
    username: str = ""
    reachable: bool = False
    acting: str = ""
    given_name: str = ""
    nip: str = ""

    @property
    def formal_name(self) -> str:
        """As a paper prints it: Telegram's where he gave none."""
        return self.given_name or self.name

    def post(self, title: str) -> str:
        """ "Plh. Irban II" where he acts otherwise than as the seat's holder, else its title."""
        return f"{self.acting} {title}".strip()


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


class Title(StrEnum):
    """As what a substitute acts: while the holder is away, or while the seat is vacant."""

    PLH = "Plh."
    PLT = "Plt."


@dataclass(frozen=True, slots=True)
class Substitution:
    """Who stands in for a seat's holder on these days, both included, by the office's zone.

    `begun_at` and `ended_at` mark that the seat's open duties were handed over and back.
    """

    id: int
    office_id: int
    seat: str
    person: Person
    title: Title
    first: date
    last: date
    begun_at: datetime | None = None
    ended_at: datetime | None = None

    def runs_on(self, day: date) -> bool:
        return self.ended_at is None and self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Leave:
    """A person's days off in one office, both included, by the office's zone."""

    id: int
    office_id: int
    person: Person
    first: date
    last: date

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Seating:
    """Who belongs to an office's seats. `leaves` and `substitutions` are those not over."""

    holders: Mapping[str, Person] = field(default_factory=dict)  # for good
    staff: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    substitutions: tuple[Substitution, ...] = ()
    leaves: tuple[Leave, ...] = ()

    def substitution(self, seat: str, day: date) -> Substitution | None:
        found = (s for s in self.substitutions if s.seat == seat and s.runs_on(day))
        return next(found, None)

    def acting(self, day: date) -> dict[str, Person]:
        """Who acts for each seat that day: the substitute in his dates, else the holder."""
        standing_in = {
            s.seat: replace(s.person, acting=s.title.value)
            for s in self.substitutions
            if s.runs_on(day)
        }
        return {**self.holders, **standing_in}

    def away(self, day: date) -> frozenset[str]:
        """The seats for which that day nobody acts who is not on leave."""
        off = {leave.person.id for leave in self.leaves if leave.covers(day)}
        return frozenset(seat for seat, who in self.acting(day).items() if who.id in off)

    def helpers(self, seat: str, day: date) -> tuple[Person, ...]:
        """The seat's staff, shown as such, without who acts for it himself."""
        acts = self.acting(day).get(seat)
        return tuple(
            replace(person, acting=STAFF)
            for person in self.staff.get(seat, ())
            if acts is None or person.id != acts.id
        )

    def with_leave(self, leave: Leave) -> "Seating":
        return replace(self, leaves=(*self.leaves, leave))

    def held_for_good(self, person_id: int) -> tuple[str, ...]:
        return tuple(seat for seat, who in self.holders.items() if who.id == person_id)

    def staffed_by(self, person_id: int) -> tuple[str, ...]:
        """The seats for which this person may hand in."""
        return tuple(s for s, own in self.staff.items() if any(p.id == person_id for p in own))
