"""Who holds which seat, and who asks for one."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.rules.people import Claim, ClaimState, Holding, Person
from storage.conditions import is_one_of
from storage.session import Session
from storage.tables import claims, people, seats

PERSON = (people.c.name, people.c.username, people.c.reachable)


class SqlSeats:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of_office(self, office_id: int) -> tuple[Holding, ...]:
        return await self._holdings(seats.c.office_id == office_id)

    async def of_person(self, person_id: int) -> tuple[Holding, ...]:
        return await self._holdings(seats.c.person_id == person_id)

    async def put(self, office_id: int, seat: str, person_id: int | None) -> None:
        if person_id is None:
            await self._session.change(
                sa.delete(seats).where(seats.c.office_id == office_id, seats.c.seat == seat)
            )
        else:
            held = {"office_id": office_id, "seat": seat, "person_id": person_id}
            await self._session.upsert(seats, held)

    async def claim(self, office_id: int, seat: str, person_id: int, at: datetime) -> Claim:
        asked = {"office_id": office_id, "seat": seat, "person_id": person_id}
        row = {**asked, "asked_at": at, "state": ClaimState.ASKED}
        await self._session.insert_or_ignore(claims, [row])
        same = [claims.c[name] == value for name, value in asked.items()]
        found = await self._session.one(
            _claims().where(*same, is_one_of(claims.c.state, ClaimState.ASKED)).limit(1)
        )
        assert found is not None, "inserted, or there already"  # noqa: S101
        return _claim(found)

    async def claimed(self, claim_id: int) -> Claim | None:
        row = await self._session.one(_claims().where(claims.c.id == claim_id))
        return _claim(row) if row else None

    async def settle(self, claim_id: int, state: ClaimState) -> None:
        await self._session.change(
            sa.update(claims).where(claims.c.id == claim_id).values(state=state)
        )

    async def _holdings(self, condition: sa.ColumnElement[bool]) -> tuple[Holding, ...]:
        rows = await self._session.all(
            sa.select(seats, *PERSON)
            .join(people, people.c.id == seats.c.person_id)
            .where(condition)
            .order_by(seats.c.office_id, seats.c.seat)
        )
        return tuple(Holding(row["office_id"], row["seat"], _person(row)) for row in rows)


def _claims() -> sa.Select[Any]:
    return sa.select(claims, *PERSON).join(people, people.c.id == claims.c.person_id)


def _claim(row: dict[str, Any]) -> Claim:
    return Claim(
        row["id"], row["office_id"], row["seat"], _person(row), row["asked_at"], row["state"]
    )


def _person(row: dict[str, Any]) -> Person:
    return Person(row["person_id"], row["name"], row["username"], row["reachable"])
