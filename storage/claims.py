"""Who asks for a seat, or is to be given one."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.rules.people import Claim, ClaimState
from storage.conditions import is_one_of
from storage.people import NAMES, person_of
from storage.session import Session
from storage.tables import claims, people


class SqlClaims:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def ask(self, office_id: int, seat: str, person_id: int, at: datetime) -> Claim:
        asked = {"office_id": office_id, "seat": seat, "person_id": person_id}
        row = {**asked, "asked_at": at, "state": ClaimState.ASKED}
        await self._session.insert_or_ignore(claims, [row])
        same = [claims.c[name] == value for name, value in asked.items()]
        found = await self._session.one(
            _claims().where(*same, is_one_of(claims.c.state, ClaimState.ASKED)).limit(1)
        )
        assert found is not None, "inserted, or there already"  # noqa: S101
        return _claim(found)

    async def get(self, claim_id: int) -> Claim | None:
        row = await self._session.one(_claims().where(claims.c.id == claim_id))
        return _claim(row) if row else None

    async def settle(self, claim_id: int, state: ClaimState) -> None:
        await self._session.change(
            sa.update(claims).where(claims.c.id == claim_id).values(state=state)
        )


def _claims() -> sa.Select[Any]:
    return sa.select(claims, *NAMES).join(people, people.c.id == claims.c.person_id)


def _claim(row: dict[str, Any]) -> Claim:
    return Claim(
        row["id"], row["office_id"], row["seat"], person_of(row), row["asked_at"], row["state"]
    )
