"""When the bot was last alive, so that a gap after an outage can be told."""

from datetime import datetime

import sqlalchemy as sa

from storage.session import Session
from storage.tables import pulse


class SqlPulse:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def last(self) -> datetime | None:
        row = await self._session.one(sa.select(pulse.c.beat_at))
        return row["beat_at"] if row else None

    async def beat(self, now: datetime) -> None:
        await self._session.upsert(pulse, {"id": 1, "beat_at": now})
