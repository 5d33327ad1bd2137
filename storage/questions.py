"""What the bot asked in words and nobody has answered yet."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.rules.offers import Question
from storage.session import Session
from storage.tables import questions

# word for word as in the partial index
STILL_OPEN = sa.text("open")


class SqlQuestions:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def ask(
        self, person_id: int, purpose: str, args: tuple[str, ...], at: datetime
    ) -> Question:
        row = {"person_id": person_id, "purpose": purpose, "args": list(args), "asked_at": at}
        question_id = await self._session.insert(questions, {**row, "open": True})
        return Question(question_id, person_id, purpose, args, at)

    async def get(self, question_id: int) -> Question | None:
        row = await self._session.one(sa.select(questions).where(questions.c.id == question_id))
        return _question(row) if row else None

    async def open_for(self, person_id: int) -> tuple[Question, ...]:
        rows = await self._session.all(
            sa.select(questions)
            .where(questions.c.person_id == person_id, STILL_OPEN)
            .order_by(questions.c.id.desc())
        )
        return tuple(_question(row) for row in rows)

    async def close(self, question_id: int) -> None:
        await self._session.change(
            sa.update(questions).where(questions.c.id == question_id).values(open=False)
        )


def _question(row: dict[str, Any]) -> Question:
    return Question(**{**row, "args": tuple(row["args"])})
