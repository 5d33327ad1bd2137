"""Searches whose pages are turned."""

from datetime import datetime
from typing import Protocol

from bot.rules.searching import Search


class Searches(Protocol):
    async def add(self, office_id: int, person_id: int, words: str, at: datetime) -> Search: ...
    async def get(self, search_id: int) -> Search | None: ...
