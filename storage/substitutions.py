"""Who stands in for a seat's holder, and when."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from bot.rules.people import Substitution
from storage.people import NAMES, person_of
from storage.session import Session, columns_of
from storage.tables import people, substitutions

NOT_OVER = substitutions.c.ended_at.is_(None)


class SqlSubstitutions:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, new: Substitution) -> Substitution:
        row = columns_of(new, "id", "person") | {"person_id": new.person.id}
        return replace(new, id=await self._session.insert(substitutions, row))

    async def get(self, substitution_id: int) -> Substitution | None:
        found = await self._all(substitutions.c.id == substitution_id)
        return next(iter(found), None)

    async def open_in(self, office_id: int) -> tuple[Substitution, ...]:
        return await self._all(substitutions.c.office_id == office_id, NOT_OVER)

    async def turning(self, day: date) -> tuple[Substitution, ...]:
        begins = substitutions.c.begun_at.is_(None) & (substitutions.c.first <= day)
        return await self._all(NOT_OVER, begins | (substitutions.c.last < day))

    async def since(self, office_id: int, day: date) -> tuple[Substitution, ...]:
        return await self._all(substitutions.c.office_id == office_id, substitutions.c.last >= day)

    async def begun(self, substitution_id: int, at: datetime) -> None:
        await self._mark(substitution_id, begun_at=at)

    async def ended(self, substitution_id: int, at: datetime) -> None:
        await self._mark(substitution_id, ended_at=at)

    async def _mark(self, substitution_id: int, **values: datetime) -> None:
        await self._session.change(
            sa.update(substitutions).where(substitutions.c.id == substitution_id).values(values)
        )

    async def _all(self, *conditions: sa.ColumnElement[bool]) -> tuple[Substitution, ...]:
        rows = await self._session.all(
            sa.select(substitutions, *NAMES)
            .join(people, people.c.id == substitutions.c.person_id)
            .where(*conditions)
            .order_by(substitutions.c.first, substitutions.c.id)
        )
        return tuple(_substitution(row) for row in rows)


def _substitution(row: dict[str, Any]) -> Substitution:
    own = {column.name: row[column.name] for column in substitutions.c if column.name in row}
    del own["person_id"]
    return Substitution(**own, person=person_of(row))
