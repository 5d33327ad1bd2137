"""Workbooks being filled in by answering questions in chat."""

from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from bot.rules.filling import Filling, FillingState
from bot.rules.filling_questions import Answer
from bot.rules.json_form import from_json, to_json
from storage.conditions import is_one_of
from storage.session import Session, Values, columns_of
from storage.tables import fillings

STILL_OPEN = is_one_of(fillings.c.state, FillingState.OPEN)


class SqlFillings:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, filling: Filling) -> Filling:
        return replace(filling, id=await self._session.insert(fillings, _row(filling)))

    async def get(self, filling_id: int) -> Filling | None:
        found = await self._all(fillings.c.id == filling_id)
        return next(iter(found), None)

    async def open_for(self, person_id: int) -> tuple[Filling, ...]:
        return await self._all(fillings.c.person_id == person_id, STILL_OPEN)

    async def open_in(self, run_id: int) -> tuple[Filling, ...]:
        return await self._all(fillings.c.run_id == run_id, STILL_OPEN)

    async def save(self, filling: Filling) -> None:
        await self._session.change(
            sa.update(fillings).where(fillings.c.id == filling.id).values(_row(filling))
        )

    async def _all(self, *conditions: sa.ColumnElement[bool]) -> tuple[Filling, ...]:
        rows = await self._session.all(
            sa.select(fillings)
            .where(*conditions)
            .order_by(fillings.c.asked_at.desc(), fillings.c.id.desc())
        )
        return tuple(_filling(row) for row in rows)


def _row(filling: Filling) -> Values:
    return {**columns_of(filling, "id"), "answers": to_json(filling.answers)}


def _filling(row: dict[str, Any]) -> Filling:
    answers = tuple(from_json(Answer, answer) for answer in row["answers"])
    return Filling(**{**row, "answers": answers})
