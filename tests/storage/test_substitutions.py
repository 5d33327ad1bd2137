from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.rules.people import Holding, Leave, Office, Person, Substitution, Title
from storage.unit_of_work import SqlStore

ANI, BUDI = Person(1, "Ani"), Person(2, "Budi")
FIRST, LAST = date(2026, 11, 23), date(2026, 11, 27)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
async def _met(store: SqlStore, office: Office) -> None:
    async with store.work() as unit:
        await unit.people.seen(ANI)
        await unit.people.seen(BUDI)


async def test_a_substitution_is_open_until_it_ended(
    store: SqlStore, office: Office, now: datetime
) -> None:
    async with store.work() as unit:
        wanted = Substitution(0, office.id, "irban-1", ANI, Title.PLT, FIRST, LAST)
        kept = await unit.substitutions.add(wanted)
        await unit.substitutions.begun(kept.id, now)
        begun = replace(kept, begun_at=now)
        assert await unit.substitutions.open_in(office.id) == (begun,)
        assert await unit.seats.offices_of(ANI.id) == (office.id,)
        await unit.substitutions.ended(kept.id, now)
    async with store.look() as unit:
        assert await unit.substitutions.open_in(office.id) == ()
        assert await unit.substitutions.get(kept.id) == replace(begun, ended_at=now)
        assert await unit.seats.offices_of(ANI.id) == ()


@pytest.mark.parametrize(
    ("day", "begun", "turns"),
    [
        (FIRST - DAY, False, False),
        (FIRST, False, True),
        (FIRST, True, False),
        (LAST, False, True),
        (LAST, True, False),
        (LAST + DAY, True, True),
    ],
)
async def test_a_substitution_turns_on_its_first_day_and_after_its_last(
    store: SqlStore, office: Office, now: datetime, day: date, begun: bool, turns: bool
) -> None:
    async with store.work() as unit:
        wanted = Substitution(0, office.id, "irban-1", ANI, Title.PLT, FIRST, LAST)
        kept = await unit.substitutions.add(wanted)
        if begun:
            await unit.substitutions.begun(kept.id, now)
        assert [each.id for each in await unit.substitutions.turning(day)] == [kept.id] * turns
        await unit.substitutions.ended(kept.id, now)
        assert await unit.substitutions.turning(day) == ()


async def test_staff_is_kept_once_by_seat_and_name(store: SqlStore, office: Office) -> None:
    async with store.work() as unit:
        for person in (BUDI, ANI, ANI):
            await unit.staff.add(office.id, "irban-1", person.id)
        await unit.staff.add(office.id, "irban-2", ANI.id)
        await unit.staff.remove(office.id, "irban-2", ANI.id)
    async with store.look() as unit:
        both = (Holding(office.id, "irban-1", ANI), Holding(office.id, "irban-1", BUDI))
        assert await unit.staff.of_office(office.id) == both
        assert await unit.seats.offices_of(BUDI.id) == (office.id,)


async def test_a_leave_stands_until_its_last_day_is_over_or_it_is_cancelled(
    store: SqlStore, office: Office, now: datetime
) -> None:
    async with store.work() as unit:
        off = await unit.leaves.add(Leave(0, office.id, ANI, FIRST, LAST))
        assert await unit.leaves.open_in(office.id, LAST) == (off,)
        assert await unit.leaves.open_in(office.id, date(2026, 11, 28)) == ()
        await unit.leaves.cancel(off.id, now)
        assert await unit.leaves.open_in(office.id, FIRST) == ()
