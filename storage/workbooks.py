"""The accepted workbooks of earlier runs: of whole runs no more is read than these."""

from collections import defaultdict

import sqlalchemy as sa

from bot.ports import History
from bot.rules import periods
from bot.rules.backdrop import Earlier, Workbook
from bot.rules.carrying import leads_up_to
from bot.rules.forms import FilledForm
from bot.rules.json_form import from_json
from bot.rules.periods import Period
from bot.rules.recapping import in_force
from bot.rules.run import Document, RunState
from storage.documents import LIGHT
from storage.run_rows import kept_sop_of
from storage.session import Session, Values, without
from storage.tables import documents, runs

Key = tuple[int, str]  # run and seat


class SqlWorkbooks:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[tuple[int, Period], tuple[Earlier, ...]] = {}
        self._read: dict[tuple[Earlier, ...], History] = {}

    async def accepted(self, office_id: int, before: Period) -> History:
        return await self.of(await self.earlier(office_id, before))

    async def earlier(self, office_id: int, before: Period) -> tuple[Earlier, ...]:
        asked = (office_id, before)
        if asked not in self._known:
            closed = await self._closed(office_id, before)
            standing = await self._standing(list(closed))
            found = [_earlier(run_id, row, standing) for run_id, row in closed.items()]
            found.sort(key=lambda one: periods.parse(one.period), reverse=True)
            self._known[asked] = tuple(found)
        return self._known[asked]

    async def of(self, earlier: tuple[Earlier, ...]) -> History:
        if earlier not in self._read:
            forms = await self._forms([w.document for one in earlier for w in one.workbooks])
            self._read[earlier] = tuple(
                (periods.parse(one.period), {w.seat: forms[w.document] for w in one.workbooks})
                for one in earlier
            )
        return self._read[earlier]

    async def _closed(self, office_id: int, before: Period) -> dict[int, Values]:
        """By the run's id."""
        rows = await self._session.all(
            sa.select(runs.c.id, runs.c.period, runs.c.sop).where(
                runs.c.office_id == office_id, runs.c.state == RunState.CLOSED
            )
        )
        return {r["id"]: r for r in rows if leads_up_to(periods.parse(r["period"]), before)}

    async def _standing(self, run_ids: list[int]) -> dict[Key, int]:
        """Of every seat in every run the id of the document that is in force."""
        rows = await self._session.all(
            sa.select(*LIGHT).where(documents.c.run_id.in_(run_ids), documents.c.form.is_not(None))
        )
        filed: defaultdict[Key, list[Document]] = defaultdict(list)
        for row in rows:
            filed[row["run_id"], row["seat"]].append(Document(**without(row, "run_id")))
        found = ((key, in_force(workbooks)) for key, workbooks in filed.items())
        return {key: document.id for key, document in found if document is not None}

    async def _forms(self, ids: list[int]) -> dict[int, FilledForm]:
        rows = await self._session.all(
            sa.select(documents.c.id, documents.c.form).where(documents.c.id.in_(ids))
        )
        return {row["id"]: from_json(FilledForm, row["form"]) for row in rows}


def _earlier(run_id: int, row: Values, standing: dict[Key, int]) -> Earlier:
    """In the order of the run's own SOP."""
    keys = ((run_id, seat.key) for seat in kept_sop_of(row["sop"]).suppliers)
    return Earlier(
        row["period"], tuple(Workbook(key[1], standing[key]) for key in keys if key in standing)
    )
