from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import text

from bot.rules.people import Office
from bot.rules.run import Fact, Run
from storage.unit_of_work import SqlStore


@pytest.fixture
async def chains(store: SqlStore, office: Office, run: Run, now: datetime) -> tuple[Fact, ...]:
    """Five facts of a run and two of the office."""
    facts = tuple(Fact("seen", now, 7, "irban-1", {"n": n, "nilai": [1.5]}) for n in range(5))
    async with store.work() as unit:
        await unit.facts.add(office.id, run.id, facts[:2])
        await unit.facts.add(office.id, run.id, facts[2:])
        await unit.facts.add(office.id, None, facts[:2])
    return facts


async def broken(store: SqlStore) -> tuple[str, ...]:
    async with store.look() as unit:
        return await unit.facts.verify()


async def test_the_facts_of_a_run_come_back_in_order_with_their_hashes(
    store: SqlStore, run: Run, chains: tuple[Fact, ...]
) -> None:
    async with store.look() as unit:
        kept = await unit.facts.of_run(run.id)
    assert tuple(fact for fact, _ in kept) == chains
    assert len({digest for _, digest in kept}) == 5
    assert await broken(store) == ()


@pytest.mark.parametrize(
    ("meddling", "places"),
    [
        ("UPDATE facts SET verb = 'unseen' WHERE run_id = 1 AND place = 3", [3]),
        ("UPDATE facts SET person = NULL WHERE run_id IS NULL AND place = 1", ["office 1"]),
        ("DELETE FROM facts WHERE run_id = 1 AND place = 2", [2, 3]),
        ("DELETE FROM facts WHERE run_id = 1 AND place > 3", [4, 5]),
        ("DELETE FROM facts WHERE run_id IS NULL AND place = 2", ["office 2"]),
        ("UPDATE facts SET place = place + 10 WHERE run_id = 1", [*range(1, 11), 5]),
        ("UPDATE runs SET facts = 0, head = ''", [0]),
    ],
)
async def test_meddling_with_facts_shows(
    store: SqlStore, chains: Any, meddling: str, places: list[Any]
) -> None:
    async with store._writer.begin() as connection:
        await connection.execute(text(meddling))
    expected = [
        f"kantor 1, catatan {p.split()[1]}" if isinstance(p, str) else f"putaran 1, catatan {p}"
        for p in places
    ]
    assert await broken(store) == tuple(expected)


async def test_saving_a_run_leaves_its_chain_alone(
    store: SqlStore, run: Run, office: Office, chains: tuple[Fact, ...]
) -> None:
    async with store.work() as unit:
        loaded = await unit.runs.get(run.id)
        assert loaded is not None
        await unit.facts.add(office.id, run.id, chains[:1])
        await unit.runs.save(replace(loaded, step=5))
        await unit.offices.save(office)
    assert await broken(store) == ()


async def test_facts_of_what_is_undone_are_undone(
    store: SqlStore, run: Run, office: Office, chains: tuple[Fact, ...]
) -> None:
    with pytest.raises(ZeroDivisionError):
        async with store.work() as unit:
            await unit.facts.add(office.id, run.id, chains)
            raise ZeroDivisionError
    assert await broken(store) == ()
    async with store.look() as unit:
        assert len(await unit.facts.of_run(run.id)) == 5
