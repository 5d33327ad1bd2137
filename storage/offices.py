"""Offices, each at its group chat."""

from dataclasses import asdict, replace
from typing import Any

import sqlalchemy as sa

from bot.rules.json_form import from_json, to_json
from bot.rules.people import Office, Rights
from bot.rules.special_days import Closure
from storage.session import Session, Values, columns_of, without
from storage.tables import offices


class SqlOffices:
    """Remembers each office as it was read in this unit of work, to write the difference: what
    another unit of work changed meanwhile stays."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read: dict[int, Office] = {}

    async def add(self, chat_id: int, title: str, token: str, calendar: str) -> Office:
        new = Office(0, chat_id, title, token, calendar=calendar)
        return replace(new, id=await self._session.insert(offices, _columns(new)))

    async def get(self, office_id: int) -> Office | None:
        return await self._one(offices.c.id == office_id)

    async def hold(self, office_id: int) -> Office | None:
        return await self._one(offices.c.id == office_id, held=True)

    async def at(self, chat_id: int) -> Office | None:
        """Also by the id that its group had before it moved: what was read then is still of it."""
        found = sa.or_(offices.c.chat_id == chat_id, offices.c.moved_from == chat_id)
        wanted = sa.select(offices).where(found).order_by(offices.c.active.desc()).limit(1)
        row = await self._session.one(wanted)
        return self._known(row) if row else None

    async def by_token(self, token: str) -> Office | None:
        return await self._one(offices.c.token == token)

    async def all(self) -> tuple[Office, ...]:
        rows = await self._session.all(sa.select(offices).order_by(offices.c.id))
        return tuple(self._known(row) for row in rows)

    async def save(self, office: Office) -> None:
        """One that was read elsewhere is written whole."""
        before = self._read.get(office.id)
        was = _columns(before) if before else {}
        changed = {name: v for name, v in _columns(office).items() if not same(was, name, v)}
        if changed:
            await self._session.change(
                sa.update(offices).where(offices.c.id == office.id).values(changed)
            )
        self._read[office.id] = office

    async def _one(self, condition: sa.ColumnElement[bool], *, held: bool = False) -> Office | None:
        wanted = sa.select(offices).where(condition)
        row = await self._session.one(self._session.locked(wanted) if held else wanted)
        return self._known(row) if row else None

    def _known(self, row: Values) -> Office:
        office = self._read[row["id"]] = _office(row)
        return office


def same(before: Values, name: str, value: Any) -> bool:
    return name in before and before[name] == value


def _columns(office: Office) -> Values:
    own = columns_of(office, "id")
    return (
        own
        | {"rights": asdict(office.rights), "closures": to_json(office.closures)}
        | {"letterhead": list(office.letterhead)}
    )


def _office(row: Values) -> Office:
    kept = without(row, "moved_from", "facts", "head", "rights", "closures", "letterhead")
    closures = tuple(from_json(Closure, day) for day in row["closures"])
    own = tuple(row["letterhead"])
    return Office(**kept, rights=Rights(**row["rights"]), closures=closures, letterhead=own)
