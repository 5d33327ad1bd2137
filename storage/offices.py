"""Offices, each at its group chat."""

from dataclasses import asdict, replace

import sqlalchemy as sa

from bot.rules.json_form import from_json, to_json
from bot.rules.people import Office, Rights
from bot.rules.special_days import Closure
from storage.session import Session, Values, columns_of, without
from storage.tables import offices


class SqlOffices:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, chat_id: int, title: str, token: str, calendar: str) -> Office:
        new = Office(0, chat_id, title, token, calendar=calendar)
        return replace(new, id=await self._session.insert(offices, _columns(new)))

    async def get(self, office_id: int) -> Office | None:
        return await self._one(offices.c.id == office_id)

    async def at(self, chat_id: int) -> Office | None:
        return await self._one(offices.c.chat_id == chat_id)

    async def by_token(self, token: str) -> Office | None:
        return await self._one(offices.c.token == token)

    async def all(self) -> tuple[Office, ...]:
        rows = await self._session.all(sa.select(offices).order_by(offices.c.id))
        return tuple(_office(row) for row in rows)

    async def save(self, office: Office) -> None:
        await self._session.change(
            sa.update(offices).where(offices.c.id == office.id).values(_columns(office))
        )

    async def _one(self, condition: sa.ColumnElement[bool]) -> Office | None:
        row = await self._session.one(sa.select(offices).where(condition))
        return _office(row) if row else None


def _columns(office: Office) -> Values:
    own = columns_of(office, "id")
    return own | {"rights": asdict(office.rights), "closures": to_json(office.closures)}


def _office(row: Values) -> Office:
    kept = without(row, "facts", "head", "rights", "closures")
    closures = tuple(from_json(Closure, day) for day in row["closures"])
    return Office(**kept, rights=Rights(**row["rights"]), closures=closures)
