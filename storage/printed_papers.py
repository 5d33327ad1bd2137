"""The registry of printed papers, with their hardcopies and scans."""

from dataclasses import replace

import sqlalchemy as sa

from bot.rules.hardcopies import Hardcopy, PrintedPaper, Scan
from storage.office_first import hold_office_of
from storage.session import Session, Values, columns_of
from storage.tables import printed_papers

IN_ORDER = printed_papers.c.id


class SqlPrintedPapers:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, new: PrintedPaper) -> PrintedPaper:
        return replace(new, id=await self._session.insert(printed_papers, _columns(new)))

    async def by_code(self, code: str) -> PrintedPaper | None:
        coded = printed_papers.c.code == code
        await hold_office_of(self._session, sa.select(printed_papers.c.office_id).where(coded))
        found = sa.select(printed_papers).where(coded)
        row = await self._session.one(self._session.locked(found))
        return _paper(row) if row else None

    async def of_run(self, run_id: int) -> tuple[PrintedPaper, ...]:
        return await self._all(printed_papers.c.run_id == run_id)

    async def of_office(self, office_id: int) -> tuple[PrintedPaper, ...]:
        return await self._all(printed_papers.c.office_id == office_id)

    async def save(self, paper: PrintedPaper) -> None:
        changed = sa.update(printed_papers).where(printed_papers.c.id == paper.id)
        await self._session.change(changed.values(_columns(paper)))

    async def _all(self, condition: sa.ColumnElement[bool]) -> tuple[PrintedPaper, ...]:
        found = sa.select(printed_papers).where(condition).order_by(IN_ORDER)
        return tuple(_paper(row) for row in await self._session.all(found))


def _columns(paper: PrintedPaper) -> Values:
    held, scan = paper.hardcopy, paper.scan
    return columns_of(paper, "id", "hardcopy", "scan") | {
        "received_at": held.received_at if held else None,
        "received_by": held.received_by if held else None,
        "place": held.place if held else "",
        "scan": scan.digest if scan else "",
        "scan_name": scan.name if scan else "",
        "scan_media": scan.media if scan else "",
        "scan_at": scan.at if scan else None,
        "scan_by": scan.by if scan else None,
    }


def _paper(row: Values) -> PrintedPaper:
    received = [row.pop(name) for name in ("received_at", "received_by", "place")]
    scanned = [row.pop(f) for f in ("scan", "scan_name", "scan_at", "scan_by", "scan_media")]
    return PrintedPaper(
        **row,
        hardcopy=Hardcopy(*received) if received[0] else None,
        scan=Scan(*scanned) if scanned[0] else None,
    )
