"""The accepted workbooks of earlier runs: of whole runs no more is read than these."""

from collections import defaultdict

import sqlalchemy as sa

from bot.ports import History
from bot.rules import periods
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
        self._read: dict[tuple[int, Period], History] = {}

    async def accepted(self, office_id: int, before: Period) -> History:
        asked = (office_id, before)
        if asked not in self._read:
            self._read[asked] = await self._accepted(office_id, before)
        return self._read[asked]

    async def _accepted(self, office_id: int, before: Period) -> History:
        closed = await self._closed(office_id, before)
        forms = await self._forms(await self._standing(list(closed)))
        found = (
            (periods.parse(row["period"]), _by_seat(run_id, row, forms))
            for run_id, row in closed.items()
        )
        return tuple(sorted(found, key=lambda one: one[0], reverse=True))

    async def _closed(self, office_id: int, before: Period) -> dict[int, Values]:
        """By the run's id."""
        rows = await self._session.all(
            sa.select(runs.c.id, runs.c.period, runs.c.sop).where(
                runs.c.office_id == office_id, runs.c.state == RunState.CLOSED
            )
        )
        return {r["id"]: r for r in rows if leads_up_to(periods.parse(r["period"]), before)}

    async def _standing(self, run_ids: list[int]) -> dict[int, Key]:
        """Of every seat in every run the document that is in force, by its id."""
        rows = await self._session.all(
            sa.select(*LIGHT).where(documents.c.run_id.in_(run_ids), documents.c.form.is_not(None))
        )
        filed: defaultdict[Key, list[Document]] = defaultdict(list)
        for row in rows:
            filed[row["run_id"], row["seat"]].append(Document(**without(row, "run_id")))
        found = ((key, in_force(workbooks)) for key, workbooks in filed.items())
        return {document.id: key for key, document in found if document is not None}

    async def _forms(self, standing: dict[int, Key]) -> dict[Key, FilledForm]:
        rows = await self._session.all(
            sa.select(documents.c.id, documents.c.form).where(documents.c.id.in_(standing))
        )
        return {standing[row["id"]]: from_json(FilledForm, row["form"]) for row in rows}


def _by_seat(run_id: int, row: Values, forms: dict[Key, FilledForm]) -> dict[str, FilledForm]:
    """In the order of the run's own SOP."""
    keys = ((run_id, seat.key) for seat in kept_sop_of(row["sop"]).suppliers)
    return {key[1]: forms[key] for key in keys if key in forms}
