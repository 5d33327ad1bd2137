import pytest

from bot.rules.people import Holding, Office, Person
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
        assert await unit.seats.offices_of(ANI.id) == (office.id,)
        assert await unit.seats.offices_of(3) == ()


async def test_a_seat_can_be_emptied(store: SqlStore, office: Office) -> None:
    async with store.work() as unit:
        await unit.seats.put(office.id, "irban-1", ANI.id)
        await unit.seats.put(office.id, "irban-1", None)
        assert await unit.seats.of_office(office.id) == ()
