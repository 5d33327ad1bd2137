"""The agenda: numbers of an office's year, one after another, whoever asks for them."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.rules.dispositions import Disposition, DispositionState, Nature, ScannedLetter
from bot.rules.people import Office, Person
from bot.rules.run import Run
from storage.unit_of_work import SqlStore

AMIR = Person(9, "Amir")
SCAN = ScannedLetter("0" * 64, "surat.pdf", "Bappeda", "050/7/2026", date(2026, 11, 20), "Data")


@pytest.fixture
async def new(store: SqlStore, office: Office, now: datetime) -> Disposition:
    async with store.work() as unit:
        await unit.people.seen(AMIR)
    return Disposition(
        0, office.id, 2026, 0, DispositionState.WAITING, now, AMIR.id, "sekretaris", "Plh.",
        "kepala", "Laksanakan.", Nature.URGENT,
    )  # fmt: skip


async def test_an_arahan_comes_back_as_it_was_kept(
    store: SqlStore, new: Disposition, run: Run
) -> None:
    async with store.work() as unit:
        kept = await unit.dispositions.add(new)
        assert await unit.dispositions.waiting_in(new.office_id) == (kept,)
        bound = replace(kept, state=DispositionState.PREPARED, run_id=run.id, letter=SCAN)
        await unit.dispositions.save(bound)
    async with store.look() as unit:
        assert await unit.dispositions.get(kept.id) == bound
        assert await unit.dispositions.of_run(run.id) == (bound,)
        assert await unit.dispositions.waiting_in(new.office_id) == ()


async def test_each_office_and_year_counts_from_one(store: SqlStore, new: Disposition) -> None:
    async with store.work() as unit:
        other = await unit.offices.add(-200, "Kantor lain", "token-2", "kalender")
        asked = [new, new, replace(new, year=2027), replace(new, office_id=other.id), new]
        given = [(await unit.dispositions.add(each)).number for each in asked]
    assert given == [1, 2, 1, 1, 3]


async def test_a_number_whose_work_failed_is_given_again(store: SqlStore, new: Disposition) -> None:
    with pytest.raises(ZeroDivisionError):
        async with store.work() as unit:
            await unit.dispositions.add(new)
            raise ZeroDivisionError
    async with store.work() as unit:
        assert (await unit.dispositions.add(new)).number == 1


async def test_two_processes_at_once_leave_neither_a_gap_nor_a_double(
    store: SqlStore, beside: Callable[[], SqlStore], new: Disposition
) -> None:
    async with beside() as other:

        async def number(of: SqlStore) -> int:
            async with of.work() as unit:
                given = (await unit.dispositions.add(new)).number
                await asyncio.sleep(0)  # the other has the turn before this one is committed
                return given

        given = await asyncio.gather(*(number(each) for each in (store, other) * 4))
    assert sorted(given) == list(range(1, 9))
