"""Two that work in one office at once wait for each other, and neither is turned away: an office
is held before its runs and its arahan (PostgreSQL; SQLite has one writer)."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import count

import pytest

from bot.rules.dispositions import Disposition, DispositionState
from bot.rules.errands import Errand
from bot.rules.people import Office, Person
from bot.rules.run import Fact, Run
from storage.unit_of_work import SqlStore, SqlUnitOfWork

AMIR = Person(9, "Amir")
TURN = 0.05  # seconds: the other has come as far as it can
Half = Callable[[SqlUnitOfWork], object]


@pytest.fixture
async def arahan(store: SqlStore, run: Run, now: datetime) -> Disposition:
    async with store.work() as unit:
        await unit.people.seen(AMIR)
        state = DispositionState.PREPARED
        new = Disposition(0, run.office_id, 2026, 0, state, now, AMIR.id, "kepala", run_id=run.id)
        return await unit.dispositions.add(new)


@pytest.fixture
async def halves(
    office: Office, run: Run, arahan: Disposition, now: datetime, say: Callable[..., Errand]
) -> AsyncIterator[dict[str, tuple[Half, Half]]]:
    """What each does first and then."""
    keys = count()
    yield {
        "order": (
            lambda unit: unit.runs.get(run.id),
            lambda unit: unit.dispositions.add(replace(arahan, id=0)),
        ),
        "close a day": (
            lambda unit: unit.offices.hold(office.id),
            lambda unit: unit.runs.open_in(office.id),
        ),
        "withdraw": (
            lambda unit: unit.dispositions.get(arahan.id),
            lambda unit: unit.runs.get(run.id),
        ),
        "cancel": (
            lambda unit: unit.runs.get(run.id),
            lambda unit: unit.dispositions.save(arahan),
        ),
        "call": (
            lambda unit: unit.people.seen(AMIR),
            lambda unit: unit.offices.hold(office.id),
        ),
        "name another": (
            lambda unit: unit.offices.hold(office.id),
            lambda unit: unit.people.seen(AMIR),
        ),
        "say and note": (
            lambda unit: unit.errands.add(say(f"kata:{next(keys)}", office_id=office.id)),
            lambda unit: unit.facts.add(office.id, None, [Fact("dicatat", now)]),
        ),
    }  # fmt: skip


@pytest.mark.parametrize(
    "two",
    [
        ("order", "close a day"),
        ("withdraw", "cancel"),
        ("withdraw", "close a day"),
        ("say and note", "say and note"),
        ("call", "name another"),
    ],
    ids=" / ".join,
)
async def test_both_come_to_their_end(
    store: SqlStore,
    beside: Callable[[], SqlStore],
    halves: dict[str, tuple[Half, Half]],
    two: Sequence[str],
) -> None:
    done = []

    async def act(of: SqlStore, name: str) -> None:
        async with of.work() as unit:
            for half in halves[name]:
                await half(unit)  # type: ignore[misc]
                await asyncio.sleep(TURN)
        done.append(name)

    async with beside() as other:
        await asyncio.gather(*(act(*one) for one in zip((store, other), two, strict=True)))
    assert sorted(done) == sorted(two)
