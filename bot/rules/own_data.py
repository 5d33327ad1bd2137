"""What is kept of a person, and what he may correct in it (UU 27/2022)."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from bot.rules.errors.own_data import NotAName
from bot.rules.people import Leave, Person, Substitution

SHORTEST, LONGEST = 3, 100  # letters


@dataclass(frozen=True, slots=True)
class OfficeRecords:
    """In one office: keys of seats, all substitutions and leaves that ever were, oldest first, how
    many files he handed in, and how many facts tell of him."""

    office_id: int
    title: str
    seats: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    leaves: tuple[Leave, ...] = ()
    documents: int = 0
    facts: int = 0


@dataclass(frozen=True, slots=True)
class OwnData:
    """`messages` is how many came from his private chat."""

    person: Person
    offices: tuple[OfficeRecords, ...] = ()
    messages: int = 0

    @property
    def belongs(self) -> tuple[OfficeRecords, ...]:
        """Where he has, or had, a part."""
        return tuple(one for one in self.offices if any(parts(one)))


def parts(one: OfficeRecords) -> Iterable[object]:
    return (one.seats, one.staff, one.substitutions, one.leaves, one.documents, one.facts)


def formal_name(text: str) -> str:
    """In one line, with single blanks. Refused with NotAName."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    letters = sum(sign.isalpha() for sign in name)
    if letters < SHORTEST or len(name) > LONGEST or not name.isprintable():
        raise NotAName(SHORTEST, LONGEST)
    return name
