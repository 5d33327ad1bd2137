"""Telegram users whom the office has met."""

import sqlalchemy as sa

from bot.rules.own_data import OwnData
from bot.rules.people import Person
from storage.person_records import messages_of, records_of
from storage.session import Session, Values, columns_of
from storage.tables import people

OWN = ("reachable", "given_name", "nip")  # not Telegram's to tell
NAMES = (people.c.name, people.c.username, *(people.c[name] for name in OWN))


class SqlPeople:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def seen(self, person: Person) -> Person:
        """Written only where a name is new: a row that is left alone holds nobody up."""
        known = await self.get(person.id)
        if known is not None and (known.name, known.username) == (person.name, person.username):
            return known
        await self._session.upsert(people, columns_of(person, "acting"), keep=OWN)
        return await self.get(person.id) or person

    async def get(self, person_id: int) -> Person | None:
        row = await self._session.one(sa.select(people).where(people.c.id == person_id))
        return Person(**row) if row else None

    async def data_of(self, person: Person) -> OwnData:
        records = await records_of(self._session, person)
        return OwnData(person, records, await messages_of(self._session, person))

    async def named(self, name: str) -> tuple[Person, ...]:
        wanted = name.casefold()
        rows = await self._session.all(sa.select(people).order_by(people.c.id))
        return tuple(
            person
            for person in (Person(**row) for row in rows)
            if wanted in (person.name.casefold(), person.formal_name.casefold())
        )

    async def correct(self, person_id: int, *, given_name: str, nip: str) -> None:
        await self._session.change(
            sa.update(people).where(people.c.id == person_id).values(given_name=given_name, nip=nip)
        )

    async def reach(self, person_id: int, *, reachable: bool) -> None:
        await self._session.change(
            sa.update(people).where(people.c.id == person_id).values(reachable=reachable)
        )


def person_of(row: Values) -> Person:
    """Out of a row that names a person and was joined with NAMES."""
    own = {name: row[name] for name in ("name", "username", *OWN)}
    return Person(row["person_id"], **own)
