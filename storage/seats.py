"""Who holds which seat for good."""

from datetime import datetime

import sqlalchemy as sa

from bot.rules.people import Holding
from storage.people import NAMES, person_of
from storage.session import Session
from storage.tables import people, seats, staff, substitutions


class SqlSeats:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of_office(self, office_id: int) -> tuple[Holding, ...]:
        rows = await self._session.all(
            sa.select(seats, *NAMES)
            .join(people, people.c.id == seats.c.person_id)
            .where(seats.c.office_id == office_id)
            .order_by(seats.c.seat)
        )
        return tuple(Holding(row["office_id"], row["seat"], person_of(row)) for row in rows)

    async def offices_of(self, person_id: int, at: datetime | None = None) -> tuple[int, ...]:
        ended = substitutions.c.ended_at
        open_ones = ended.is_(None) if at is None else sa.or_(ended.is_(None), ended > at)
        places = sa.union(
            sa.select(seats.c.office_id).where(seats.c.person_id == person_id),
            sa.select(staff.c.office_id).where(staff.c.person_id == person_id),
            sa.select(substitutions.c.office_id).where(
                substitutions.c.person_id == person_id, open_ones
            ),
        )
        return tuple(sorted(row["office_id"] for row in await self._session.all(places)))

    async def put(self, office_id: int, seat: str, person_id: int | None) -> None:
        if person_id is None:
            await self._session.change(
                sa.delete(seats).where(seats.c.office_id == office_id, seats.c.seat == seat)
            )
        else:
            held = {"office_id": office_id, "seat": seat, "person_id": person_id}
            await self._session.upsert(seats, held)
