"""The closed runs whose signed papers are waited for."""

import sqlalchemy as sa

from bot.rules.run import RunState
from storage.session import Session
from storage.tables import hardcopy_watches, runs

OF_RUN = hardcopy_watches.c.run_id == runs.c.id


class SqlHardcopyWatches:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def waiting(self, office_id: int) -> tuple[tuple[int, int], ...]:
        told = sa.func.coalesce(hardcopy_watches.c.told, 0).label("told")
        rows = await self._session.all(
            sa.select(runs.c.id, told)
            .outerjoin(hardcopy_watches, OF_RUN)
            .where(runs.c.office_id == office_id, runs.c.state == RunState.CLOSED)
            .where(hardcopy_watches.c.over.is_(None) | ~hardcopy_watches.c.over)
            .order_by(runs.c.id)
        )
        return tuple((row["id"], row["told"]) for row in rows)

    async def told(self, run_id: int, times: int) -> None:
        await self._put(run_id, times, over=False)

    async def over(self, run_id: int) -> None:
        await self._put(run_id, 0, over=True)

    async def again(self, run_id: int) -> None:
        own = hardcopy_watches.c.run_id == run_id
        await self._session.change(sa.update(hardcopy_watches).where(own).values(over=False))

    async def _put(self, run_id: int, times: int, *, over: bool) -> None:
        row = {"run_id": run_id, "told": times, "over": over}
        await self._session.upsert(hardcopy_watches, row)
