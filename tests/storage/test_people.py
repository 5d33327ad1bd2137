from dataclasses import replace

from bot.rules.people import Person
from storage.unit_of_work import SqlStore

ANI = Person(4_503_599_627_370_495, "Ani", "ani")  # Telegram's longest id: 52 bits


async def test_the_newest_name_is_kept_and_reach_stays_as_known(store: SqlStore) -> None:
    async with store.work() as unit:
        assert await unit.people.seen(ANI) == ANI
        await unit.people.reach(ANI.id, reachable=True)
        renamed = await unit.people.seen(replace(ANI, name="Ani S.", username=""))
    assert renamed == Person(ANI.id, "Ani S.", "", reachable=True)
    async with store.look() as unit:
        assert await unit.people.get(ANI.id) == renamed


async def test_a_name_that_no_database_keeps_is_kept_readable(store: SqlStore) -> None:
    async with store.work() as unit:
        await unit.people.seen(Person(1, "A\x00ni \ud83d 😀"))
    async with store.look() as unit:
        kept = await unit.people.get(1)
    assert kept is not None
    assert kept.name == "A\ufffdni \ufffd 😀"


async def test_an_unknown_person_is_nobody(store: SqlStore) -> None:
    async with store.work() as unit:
        await unit.people.reach(99, reachable=True)
        assert await unit.people.get(99) is None
