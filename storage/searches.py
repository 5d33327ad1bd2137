"""What people searched for, so that a button can turn the pages of it."""

from datetime import datetime

import sqlalchemy as sa

from bot.rules.searching import Search
from storage.session import Session
from storage.tables import searches


class SqlSearches:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, office_id: int, person_id: int, words: str, at: datetime) -> Search:
        row = {"office_id": office_id, "person_id": person_id, "words": words, "at": at}
        return Search(await self._session.insert(searches, row), office_id, person_id, words, at)

    async def get(self, search_id: int) -> Search | None:
        row = await self._session.one(sa.select(searches).where(searches.c.id == search_id))
        return Search(**row) if row else None
