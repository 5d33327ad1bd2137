"""The people that are known."""

from typing import Protocol

from bot.rules.own_data import OwnData
from bot.rules.people import Person


class People(Protocol):
    async def seen(self, person: Person) -> Person:
        """Keep the newest name and username; `reachable` stays as it was known, and what the
        person gave for papers as he gave it."""
        ...

    async def get(self, person_id: int) -> Person | None: ...
    async def data_of(self, person: Person) -> OwnData:
        """All that the offices keep of him."""
        ...

    async def named(self, name: str) -> tuple[Person, ...]:
        """Those of this name, Telegram's or the given one, in whatever case."""
        ...

    async def correct(self, person_id: int, *, given_name: str, nip: str) -> None:
        """What the person gave for papers; "" is none."""
        ...

    async def reach(self, person_id: int, *, reachable: bool) -> None: ...
