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


async def test_what_a_person_gave_for_papers_outlives_telegrams_newest_name(
    store: SqlStore,
) -> None:
    async with store.work() as unit:
        assert (await unit.people.seen(ANI)).formal_name == "Ani"
        await unit.people.correct(ANI.id, given_name="Ani Contoh, S.E.", nip="1" * 18)
        renamed = await unit.people.seen(replace(ANI, name="Ani 🌸"))
        await unit.seats.put((await unit.offices.add(-1, "Dinas", "t", "")).id, "irban-1", ANI.id)
    assert (renamed.name, renamed.formal_name, renamed.nip) == (
        "Ani 🌸",
        "Ani Contoh, S.E.",
        "1" * 18,
    )
    async with store.look() as unit:
        (held,) = await unit.seats.of_office(1)
        assert held.person == renamed
        assert await unit.people.named("ani contoh, s.e.") == (renamed,)
        assert await unit.people.named("ani 🌸") == (renamed,)
        assert await unit.people.named("Ani") == ()
