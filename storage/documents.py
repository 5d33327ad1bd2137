"""Documents across runs: what a search looks through, and what the archive has yet to show."""

from collections.abc import Collection

import sqlalchemy as sa

from bot.rules import periods
from bot.rules.archiving import ToArchive
from bot.rules.run import Document
from bot.rules.searching import Filed
from storage.run_rows import kept_sop_of
from storage.session import Session, Values, without
from storage.tables import documents, people, runs

HEAVY = ("form", "findings")
OURS = ("archived", "archive_tries")
LIGHT = [column for column in documents.c if column.name not in (*HEAVY, *OURS)]
UNSEEN = sa.text("NOT archived")  # word for word as in the partial index
NEXT = (documents.c.archive_tries, documents.c.id)


class SqlDocuments:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of_office(self, office_id: int) -> tuple[Filed, ...]:
        ours = sa.select(runs.c.id, runs.c.period, runs.c.sop).where(runs.c.office_id == office_id)
        heads = {row["id"]: row for row in await self._session.all(ours)}
        found = (
            sa.select(*LIGHT, people.c.name.label("sender_name"))
            .outerjoin(people, people.c.id == documents.c.sender)
            .where(documents.c.run_id.in_(ours.with_only_columns(runs.c.id)))
        )
        rows = await self._session.all(found.order_by(documents.c.id))
        return tuple(_filed(row, heads[row["run_id"]]) for row in rows)

    async def to_archive(self, most: int) -> tuple[ToArchive, ...]:
        unseen = sa.select(documents.c.id).where(UNSEEN).order_by(*NEXT).limit(most)
        rows = await self._session.all(
            sa.select(*LIGHT, runs.c.office_id, runs.c.period)
            .join(runs, runs.c.id == documents.c.run_id)
            .where(documents.c.id.in_(unseen))
            .order_by(*NEXT)
        )
        return tuple(_to_archive(row) for row in rows)

    async def archived(self, ids: Collection[int]) -> None:
        await self._session.change(
            sa.update(documents).where(documents.c.id.in_(ids)).values(archived=True)
        )

    async def not_archived(self, ids: Collection[int]) -> None:
        tries = documents.c.archive_tries + 1
        await self._session.change(
            sa.update(documents).where(documents.c.id.in_(ids)).values(archive_tries=tries)
        )

    async def archive_lost(self) -> None:
        """All is to be shown anew."""
        anew = {"archived": False, "archive_tries": 0}
        await self._session.change(sa.update(documents).values(anew))


def _filed(row: Values, head: Values) -> Filed:
    period = periods.parse(head["period"])
    document = Document(**without(row, "run_id", "sender_name"))
    return Filed(head["id"], period, kept_sop_of(head["sop"]), document, row["sender_name"] or "")


def _to_archive(row: Values) -> ToArchive:
    document = Document(**without(row, "run_id", "office_id", "period"))
    return ToArchive(row["office_id"], periods.parse(row["period"]), document)
