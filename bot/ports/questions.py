"""What people were asked."""

from datetime import datetime
from typing import Protocol

from bot.rules.offers import Question


class Questions(Protocol):
    async def ask(
        self, person_id: int, purpose: str, args: tuple[str, ...], at: datetime
    ) -> Question: ...
    async def get(self, question_id: int) -> Question | None: ...
    async def open_for(self, person_id: int) -> tuple[Question, ...]:
        """Newest first."""
        ...

    async def close(self, question_id: int) -> None: ...
