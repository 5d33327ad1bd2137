import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.ports import AlreadyHandled
from bot.rules.errands import Errand
from bot.rules.run import Fact, Run
from storage.faults import AnotherInstance
from storage.unit_of_work import SqlStore

Beside = Callable[[], SqlStore]


async def test_an_exception_undoes_everything(store: SqlStore, now: datetime) -> None:
    with pytest.raises(ZeroDivisionError):
        async with store.work() as unit:
            await unit.pulse.beat(now)
            await unit.offices.add(-1, "a", "b", "c")
            raise ZeroDivisionError
    async with store.look() as unit:
        assert await unit.pulse.last() is None
        assert await unit.offices.all() == ()


async def test_a_cancelled_unit_of_work_leaves_nothing_and_blocks_nobody(
    store: SqlStore, now: datetime
) -> None:
    async def stuck() -> None:
        async with store.work() as unit:
            await unit.pulse.beat(now)
            await asyncio.sleep(60)

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(stuck(), 0.2)
    async with store.work() as unit:
        assert await unit.pulse.last() is None
        await unit.pulse.beat(now)


async def test_a_reader_waits_for_no_writer_and_sees_one_instant(
    store: SqlStore, now: datetime
) -> None:
    async with store.work() as unit:
        await unit.pulse.beat(now)
    async with store.work() as writer, store.look() as reader:
        await writer.pulse.beat(now + timedelta(minutes=1))
        assert await reader.pulse.last() == now
    async with store.look() as reader:
        assert await reader.pulse.last() == now + timedelta(minutes=1)


async def test_looking_cannot_change_anything(store: SqlStore, now: datetime) -> None:
    with pytest.raises(DBAPIError, match=r"read-?only"):
        async with store.look() as unit:
            await unit.pulse.beat(now)


async def test_four_writers_lose_no_change(store: SqlStore, run: Run, beside: Beside) -> None:
    async def add_up(process: SqlStore) -> None:
        for _ in range(100):
            async with process.work() as unit:
                read = await unit.runs.get(run.id)
                assert read is not None
                await unit.runs.save(replace(read, step=read.step + 1))

    async with beside() as second, beside() as third:
        await asyncio.gather(*(add_up(process) for process in (store, store, second, third)))
    async with store.look() as unit:
        counted = await unit.runs.get(run.id)
    assert counted is not None
    assert counted.step == run.step + 400


async def test_two_that_claim_errands_never_get_the_same(
    store: SqlStore, now: datetime, beside: Beside, say: Callable[..., Errand]
) -> None:
    carried: list[str] = []

    async def carry(process: SqlStore) -> None:
        while True:
            async with process.work() as unit:
                errands = await unit.errands.due(now, ())
                for errand in errands:
                    await unit.errands.done(errand.id, now, None)
            carried.extend(errand.key for errand in errands)
            async with process.look() as unit:
                if await unit.errands.get(60) and not await left(process):
                    return

    async def left(process: SqlStore) -> bool:
        async with process._reader.connect() as connection:
            found = await connection.execute(text("SELECT 1 FROM errands WHERE state = 'due'"))
            return found.first() is not None

    async with store.work() as unit:
        for n in range(60):
            await unit.errands.add(say(f"{n}", chat_id=-1 - n % 3))
    async with beside() as second:
        await asyncio.gather(carry(store), carry(second))
    assert sorted(carried, key=int) == [str(n) for n in range(60)]


@pytest.mark.parametrize("kept", [True, False])
async def test_an_update_delivered_to_two_at_once_is_handled_once(
    store: SqlStore, now: datetime, beside: Beside, kept: bool
) -> None:
    if kept:
        async with store.work() as unit:
            await unit.inbox.keep([{"update_id": n} for n in range(20)], now)
    handled: list[int] = []

    async def handle(process: SqlStore, update_id: int) -> None:
        async with process.work(update_id):
            await asyncio.sleep(0)
        handled.append(update_id)

    async with beside() as second:
        twice = [(process, n) for n in range(20) for process in (store, second)]
        ends = await asyncio.gather(*(handle(*it) for it in twice), return_exceptions=True)
    assert sorted(handled) == list(range(20))
    assert [type(end) for end in ends if end is not None] == [AlreadyHandled] * 20


async def test_two_that_add_facts_make_one_chain(
    store: SqlStore, run: Run, now: datetime, beside: Beside
) -> None:
    async def add(process: SqlStore) -> None:
        for n in range(20):
            async with process.work() as unit:
                await unit.facts.add(run.office_id, run.id, [Fact("seen", now, detail={"n": n})])

    async with beside() as second:
        await asyncio.gather(add(store), add(second))
    async with store.look() as unit:
        assert len(await unit.facts.of_run(run.id)) == 40
        assert await unit.facts.verify() == ()


async def test_a_second_instance_is_refused_until_the_first_ends(
    store: SqlStore, database_url: str
) -> None:
    with pytest.raises(AnotherInstance):
        await SqlStore(database_url).open()
    await store.close()
    async with SqlStore(database_url):
        pass


async def test_an_instance_that_lost_its_lock_is_fenced_out(
    store: SqlStore, database_url: str, now: datetime
) -> None:
    await store._held.aclose()  # as when PostgreSQL ends the connection that held it
    async with SqlStore(database_url) as newer:
        with pytest.raises(AnotherInstance):
            async with store.work() as unit:
                await unit.pulse.beat(now)
        async with newer.work() as unit:
            assert await unit.pulse.last() is None
            await unit.pulse.beat(now)
