"""Telegram users whom the office has met."""

import sqlalchemy as sa

from bot.rules.people import Person
from storage.session import Session, Values, columns_of
from storage.tables import people

NAMES = (people.c.name, people.c.username, people.c.reachable)


class SqlPeople:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def seen(self, person: Person) -> Person:
        await self._session.upsert(people, columns_of(person, "acting"), keep=("reachable",))
        row = await self._session.one(sa.select(people).where(people.c.id == person.id))
        return Person(**row) if row else person

    async def get(self, person_id: int) -> Person | None:
        row = await self._session.one(sa.select(people).where(people.c.id == person_id))
        return Person(**row) if row else None

    async def reach(self, person_id: int, *, reachable: bool) -> None:
        await self._session.change(
            sa.update(people).where(people.c.id == person_id).values(reachable=reachable)
        )


def person_of(row: Values) -> Person:
    """Out of a row that names a person and was joined with NAMES."""
    return Person(row["person_id"], row["name"], row["username"], row["reachable"])
