"""The runs that were proposed by themselves."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from bot.rules import periods
from bot.rules.periods import Period
from bot.rules.proposals import Proposal
from storage.office_first import hold_office_of
from storage.session import Session, Values, columns_of
from storage.tables import proposals


class SqlProposals:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, new: Proposal) -> Proposal:
        return replace(new, id=await self._session.insert(proposals, _columns(new)))

    async def get(self, proposal_id: int) -> Proposal | None:
        return await self._one(proposals.c.id == proposal_id)

    async def of(self, office_id: int, period: Period) -> Proposal | None:
        return await self._one(proposals.c.office_id == office_id, proposals.c.period == period.key)

    async def made(self, periods: Collection[Period]) -> frozenset[tuple[int, Period]]:
        of = {period.key: period for period in periods}
        rows = await self._session.all(
            sa.select(proposals.c.office_id, proposals.c.period).where(proposals.c.period.in_(of))
        )
        return frozenset((row["office_id"], of[row["period"]]) for row in rows)

    async def due(self, now: datetime) -> tuple[Proposal, ...]:
        # word for word as in the partial index
        waits = sa.text("again_at IS NOT NULL")
        found = sa.select(proposals).where(waits, proposals.c.again_at <= now)
        return tuple(_proposal(row) for row in await self._session.all(found))

    async def save(self, changed: Proposal) -> None:
        await self._session.change(
            sa.update(proposals).where(proposals.c.id == changed.id).values(_columns(changed))
        )

    async def _one(self, *conditions: sa.ColumnElement[bool]) -> Proposal | None:
        await hold_office_of(self._session, sa.select(proposals.c.office_id).where(*conditions))
        found = sa.select(proposals).where(*conditions)
        row = await self._session.one(self._session.locked(found))
        return _proposal(row) if row else None


def _columns(proposal: Proposal) -> Values:
    return columns_of(proposal, "id") | {"period": proposal.period.key}


def _proposal(row: Values) -> Proposal:
    return Proposal(**{**row, "period": periods.parse(row["period"])})
