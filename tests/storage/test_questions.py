from datetime import datetime

from bot.rules.offers import Question
from storage.unit_of_work import SqlStore


async def test_open_questions_come_newest_first_until_closed(
    store: SqlStore, now: datetime
) -> None:
    async with store.work() as unit:
        first = await unit.questions.ask(7, "kembalikan", ("3", "LHP"), now)
        second = await unit.questions.ask(7, "kendala", (), now)
        await unit.questions.ask(8, "batal", (), now)
    assert first == Question(first.id, 7, "kembalikan", ("3", "LHP"), now)
    async with store.work() as unit:
        assert await unit.questions.open_for(7) == (second, first)
        await unit.questions.close(second.id)
        assert await unit.questions.open_for(7) == (first,)
        closed = await unit.questions.get(second.id)
    assert closed is not None
    assert not closed.open
