"""Who is on leave, and when."""

from dataclasses import replace
from datetime import date, datetime

import sqlalchemy as sa

from bot.rules.people import Leave
from storage.people import NAMES, person_of
from storage.session import Session, columns_of
from storage.tables import leaves, people


class SqlLeaves:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, new: Leave) -> Leave:
        row = columns_of(new, "id", "person") | {"person_id": new.person.id}
        return replace(new, id=await self._session.insert(leaves, row))

    async def open_in(self, office_id: int, today: date) -> tuple[Leave, ...]:
        """Those that stand and whose last day is today or later."""
        rows = await self._session.all(
            sa.select(leaves, *NAMES)
            .join(people, people.c.id == leaves.c.person_id)
            .where(
                leaves.c.office_id == office_id,
                leaves.c.last >= today,
                leaves.c.cancelled_at.is_(None),
            )
            .order_by(leaves.c.first, leaves.c.id)
        )
        return tuple(
            Leave(row["id"], row["office_id"], person_of(row), row["first"], row["last"])
            for row in rows
        )

    async def cancel(self, leave_id: int, at: datetime) -> None:
        await self._session.change(
            sa.update(leaves).where(leaves.c.id == leave_id).values(cancelled_at=at)
        )
