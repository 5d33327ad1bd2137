"""Who may hand in for a seat without holding it."""

import sqlalchemy as sa

from bot.rules.people import Holding
from storage.people import NAMES, person_of
from storage.session import Session
from storage.tables import people, staff


class SqlStaff:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of_office(self, office_id: int) -> tuple[Holding, ...]:
        rows = await self._session.all(
            sa.select(staff, *NAMES)
            .join(people, people.c.id == staff.c.person_id)
            .where(staff.c.office_id == office_id)
            .order_by(staff.c.seat, people.c.name, people.c.id)
        )
        return tuple(Holding(row["office_id"], row["seat"], person_of(row)) for row in rows)

    async def add(self, office_id: int, seat: str, person_id: int) -> None:
        row = {"office_id": office_id, "seat": seat, "person_id": person_id}
        await self._session.insert_or_ignore(staff, [row])

    async def remove(self, office_id: int, seat: str, person_id: int) -> None:
        await self._session.change(
            sa.delete(staff).where(
                staff.c.office_id == office_id,
                staff.c.seat == seat,
                staff.c.person_id == person_id,
            )
        )
