"""When those asked for an approval are reminded; the rows themselves go with their run."""

from datetime import datetime

import sqlalchemy as sa

from bot.rules.approvals import ApprovalState
from storage.session import Session
from storage.tables import approvals, offices, runs

# asked of each that is due: an office that removed the bot is reminded of nothing
AWAKE = sa.exists().where(offices.c.id == runs.c.office_id, offices.c.active)


class SqlApprovals:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def due(self, now: datetime) -> tuple[int, ...]:
        looks = sa.select(approvals.c.run_id).where(approvals.c.look_again_at <= now)
        rows = await self._session.all(
            sa.select(runs.c.id).where(runs.c.id.in_(looks), AWAKE).order_by(runs.c.id)
        )
        return tuple(row["id"] for row in rows)

    async def asked_in(self, office_id: int) -> tuple[int, ...]:
        asked = approvals.c.state == ApprovalState.ASKED
        rows = await self._session.all(
            sa.select(runs.c.id)
            .join(approvals, approvals.c.run_id == runs.c.id)
            .where(runs.c.office_id == office_id, asked)
            .order_by(runs.c.id)
        )
        return tuple(row["id"] for row in rows)

    async def next_look(self) -> datetime | None:
        row = await self._session.one(
            sa.select(approvals.c.look_again_at)
            .join(runs, runs.c.id == approvals.c.run_id)
            .where(approvals.c.look_again_at.is_not(None), AWAKE)
            .order_by(approvals.c.look_again_at)
            .limit(1)
        )
        return row["look_again_at"] if row else None
