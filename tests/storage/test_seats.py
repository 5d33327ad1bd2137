from datetime import datetime, timedelta

import pytest

from bot.rules.people import Claim, ClaimState, Holding, Office, Person
from storage.unit_of_work import SqlStore

ANI, BUDI = Person(1, "Ani"), Person(2, "Budi")


@pytest.fixture(autouse=True)
async def _met(store: SqlStore, office: Office) -> None:
    async with store.work() as unit:
        await unit.people.seen(ANI)
        await unit.people.seen(BUDI)


async def test_a_seat_has_one_holder_and_a_person_may_hold_several(
    store: SqlStore, office: Office
) -> None:
    async with store.work() as unit:
        await unit.seats.put(office.id, "irban-1", ANI.id)
        await unit.seats.put(office.id, "irban-2", ANI.id)
        await unit.seats.put(office.id, "irban-1", BUDI.id)
    async with store.look() as unit:
        first, second = Holding(office.id, "irban-1", BUDI), Holding(office.id, "irban-2", ANI)
        assert await unit.seats.of_office(office.id) == (first, second)
        assert await unit.seats.of_person(ANI.id) == (second,)


async def test_a_seat_can_be_emptied(store: SqlStore, office: Office) -> None:
    async with store.work() as unit:
        await unit.seats.put(office.id, "irban-1", ANI.id)
        await unit.seats.put(office.id, "irban-1", None)
        assert await unit.seats.of_office(office.id) == ()


async def test_asking_twice_is_one_claim_until_it_is_settled(
    store: SqlStore, office: Office, now: datetime
) -> None:
    later = now + timedelta(hours=1)
    async with store.work() as unit:
        first = await unit.seats.claim(office.id, "irban-1", ANI.id, now)
        assert first == Claim(first.id, office.id, "irban-1", ANI, now)
        assert await unit.seats.claim(office.id, "irban-1", ANI.id, later) == first
        await unit.seats.settle(first.id, ClaimState.REFUSED)
        again = await unit.seats.claim(office.id, "irban-1", ANI.id, later)
    assert again.id != first.id
    async with store.look() as unit:
        refused = await unit.seats.claimed(first.id)
    assert refused is not None
    assert refused.state == ClaimState.REFUSED
