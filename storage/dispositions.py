"""The lembar disposisi and their agenda."""

from dataclasses import replace

import sqlalchemy as sa

from bot.rules.dispositions import Disposition, DispositionState, ScannedLetter
from bot.rules.json_form import from_json, to_json
from storage.conditions import is_one_of
from storage.office_first import hold_office, hold_office_of
from storage.session import Session, Values, columns_of
from storage.tables import dispositions


class SqlDispositions:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, new: Disposition) -> Disposition:
        """Numbers are given one after another: the office's row is held meanwhile."""
        await hold_office(self._session, new.office_id)
        last = sa.select(sa.func.max(dispositions.c.number)).where(
            dispositions.c.office_id == new.office_id, dispositions.c.year == new.year
        )
        numbered = replace(new, number=(await self._session.value(last) or 0) + 1)
        return replace(numbered, id=await self._session.insert(dispositions, _columns(numbered)))

    async def get(self, disposition_id: int) -> Disposition | None:
        mine = dispositions.c.id == disposition_id
        await hold_office_of(self._session, sa.select(dispositions.c.office_id).where(mine))
        wanted = sa.select(dispositions).where(mine)
        row = await self._session.one(self._session.locked(wanted))
        return _disposition(row) if row else None

    async def of_run(self, run_id: int) -> tuple[Disposition, ...]:
        return await self._all(dispositions.c.run_id == run_id)

    async def waiting_in(self, office_id: int) -> tuple[Disposition, ...]:
        waits = is_one_of(dispositions.c.state, DispositionState.WAITING)
        return await self._all(dispositions.c.office_id == office_id, waits)

    async def save(self, changed: Disposition) -> None:
        await self._session.change(
            sa.update(dispositions).where(dispositions.c.id == changed.id).values(_columns(changed))
        )

    async def _all(self, *conditions: sa.ColumnElement[bool]) -> tuple[Disposition, ...]:
        order = (dispositions.c.year, dispositions.c.number)
        found = sa.select(dispositions).where(*conditions).order_by(*order)
        return tuple(_disposition(row) for row in await self._session.all(found))


def _columns(disposition: Disposition) -> Values:
    letter = to_json(disposition.letter) if disposition.letter else None
    return columns_of(disposition, "id") | {"letter": letter}


def _disposition(row: Values) -> Disposition:
    letter = from_json(ScannedLetter, row["letter"]) if row["letter"] else None
    return Disposition(**{**row, "letter": letter})
