"""Runs with their duties, documents and approvals; only what changed is written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.rules.periods import Period
from bot.rules.run import Document, Run, RunState
from storage.faults import NotLoadedHere
from storage.office_first import hold_office_of
from storage.run_changes import changes_between
from storage.run_rows import approval_row, document_row, duty_row, run_from, run_row
from storage.session import Session, Values
from storage.tables import approvals, documents, duties, offices, runs

OPEN = runs.c.state == RunState.OPEN
# asked of each run that is due: an office that removed the bot is reminded of nothing
AWAKE = sa.exists().where(offices.c.id == runs.c.office_id, offices.c.active)


class SqlRuns:
    """Remembers each run as it was read in this unit of work, to write the difference."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._loaded: dict[int, Run] = {}

    async def add(self, run: Run) -> Run:
        run_id = await self._session.insert(runs, run_row(run))
        bare = replace(run, id=run_id, duties=(), documents=(), approvals=())
        self._loaded[run_id] = bare
        return await self.save(replace(run, id=run_id))

    async def get(self, run_id: int) -> Run | None:
        found = await self._load(runs.c.id == run_id)
        return found[0] if found else None

    async def save(self, run: Run) -> Run:
        """Refuses NotLoadedHere what another unit of work read, NothingVanishes a lost row."""
        before = self._loaded.get(run.id)
        if before is None:
            raise NotLoadedHere(run.id)
        changed = changes_between(before, run)
        if changed.run:
            await self._session.change(
                sa.update(runs).where(runs.c.id == run.id).values(run_row(run))
            )
        for place, duty in changed.duties:
            await self._session.upsert(duties, duty_row(run.id, place, duty))
        for document in changed.documents:
            await self._session.change(
                sa.update(documents)
                .where(documents.c.id == document.id, documents.c.run_id == run.id)
                .values(document_row(run.id, document))
            )
        for approval in changed.approvals:
            await self._session.upsert(approvals, approval_row(run.id, approval))
        kept = replace(run, documents=await self._with_ids(run))
        self._loaded[run.id] = kept
        return kept

    async def open_in(self, office_id: int) -> tuple[Run, ...]:
        return await self._load(runs.c.office_id == office_id, OPEN)

    async def of_office(self, office_id: int) -> tuple[Run, ...]:
        return tuple(reversed(await self._load(runs.c.office_id == office_id)))

    async def of_period(self, office_id: int, period: Period) -> Run | None:
        found = await self._load(
            runs.c.office_id == office_id,
            runs.c.period == period.key,
            runs.c.state != RunState.CANCELLED,
        )
        return found[0] if found else None

    async def due(self, now: datetime) -> tuple[int, ...]:
        looks = sa.select(duties.c.run_id).where(duties.c.look_again_at <= now)
        rows = await self._session.all(
            sa.select(runs.c.id).where(runs.c.id.in_(looks), OPEN, AWAKE).order_by(runs.c.id)
        )
        return tuple(row["id"] for row in rows)

    async def next_look(self) -> datetime | None:
        row = await self._session.one(
            sa.select(duties.c.look_again_at)
            .join(runs, runs.c.id == duties.c.run_id)
            .where(duties.c.look_again_at.is_not(None), OPEN, AWAKE)
            .order_by(duties.c.look_again_at)
            .limit(1)
        )
        return row["look_again_at"] if row else None

    async def _with_ids(self, run: Run) -> tuple[Document, ...]:
        return tuple([d if d.id else await self._insert(run.id, d) for d in run.documents])

    async def _insert(self, run_id: int, document: Document) -> Document:
        made = await self._session.insert(documents, document_row(run_id, document))
        return replace(document, id=made)

    async def _load(self, *conditions: sa.ColumnElement[bool]) -> tuple[Run, ...]:
        """Oldest first, locked with their office where the unit of work writes."""
        await hold_office_of(self._session, sa.select(runs.c.office_id).where(*conditions))
        found = await self._session.all(
            self._session.locked(sa.select(runs).where(*conditions).order_by(runs.c.id))
        )
        ids = [row["id"] for row in found]
        owed = await self._parts(duties, duties.c.place, ids)
        filed = await self._parts(documents, documents.c.id, ids)
        asked = await self._parts(approvals, approvals.c.turn, ids, approvals.c.place)
        loaded = tuple(
            run_from(row, owed[row["id"]], filed[row["id"]], asked[row["id"]]) for row in found
        )
        self._loaded.update((run.id, run) for run in loaded)
        return loaded

    async def _parts(
        self, table: sa.Table, order: sa.Column[Any], ids: Sequence[int], *then: sa.Column[Any]
    ) -> dict[int, list[Values]]:
        parts: dict[int, list[Values]] = {run_id: [] for run_id in ids}
        if ids:
            rows = sa.select(table).where(table.c.run_id.in_(ids)).order_by(order, *then)
            for row in await self._session.all(rows):
                parts[row["run_id"]].append(row)
        return parts
