from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from bot.rules.filling import Filling, FillingState, Walk
from bot.rules.filling_questions import Answer, Ask, Topic
from bot.rules.run import Run
from storage.unit_of_work import SqlStore

ANSWERS = (
    Answer(Ask(Topic.ACTUAL, 1), Decimal("1234567.89")),
    Answer(Ask(Topic.SPENT, 1)),
    Answer(Ask(Topic.FACTORS, 1), words="=rapat\u200d", obstacles="hujan"),
)


async def test_a_filling_comes_back_with_every_answer(
    store: SqlStore, run: Run, now: datetime
) -> None:
    begun = Filling(0, run.id, "irban-1", 7, now, question="r1")
    async with store.work() as unit:
        begun = await unit.fillings.add(begun)
    later = replace(begun, question="f2", walk=Walk.ONE, answers=ANSWERS, turn=4)
    async with store.work() as unit:
        await unit.fillings.save(later)
    async with store.look() as unit:
        assert await unit.fillings.get(begun.id) == later
        assert await unit.fillings.get(begun.id + 1) is None


async def test_open_ones_are_a_person_s_or_a_run_s_the_last_asked_first(
    store: SqlStore, run: Run, now: datetime
) -> None:
    async with store.work() as unit:
        first = await unit.fillings.add(Filling(0, run.id, "irban-1", 7, now))
        newer = Filling(0, run.id, "irban-2", 7, now + timedelta(minutes=1))
        second = await unit.fillings.add(newer)
        other = await unit.fillings.add(Filling(0, run.id, "irban-1", 8, now))
        sent = Filling(0, run.id, "irban-1", 7, now, FillingState.SENT)
        await unit.fillings.add(sent)
    async with store.look() as unit:
        assert await unit.fillings.open_for(7) == (second, first)
        assert await unit.fillings.open_in(run.id) == (second, other, first)
        assert await unit.fillings.open_for(9) == ()


async def test_a_person_has_one_open_filling_for_a_seat(
    store: SqlStore, run: Run, now: datetime
) -> None:
    async with store.work() as unit:
        await unit.fillings.add(Filling(0, run.id, "irban-1", 7, now))
    with pytest.raises(IntegrityError):
        async with store.work() as unit:
            await unit.fillings.add(Filling(0, run.id, "irban-1", 7, now))
