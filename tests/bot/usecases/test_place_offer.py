"""A file out of place, from who hands in nothing, is refused with how such files are sent."""

from collections.abc import AsyncIterator

import pytest

from bot.rules.calendar import WorkCalendar
from bot.rules.people import Person
from bot.rules.sop import Sop
from storage.cabinet import FileCabinet
from tests.bot.usecases.test_give_with_letter import send
from tests.bot.usecases.test_take_arahan_letter import PNG, refusal
from tests.bot.usecases.town import BUDI, SARI, Town, two_offices

ARAHAN, SCAN, LOGO = "/disposisi", "/fisik KODE", "/kop"


@pytest.fixture
async def town(
    sqlite_url: str, cabinet: FileCabinet, sop: Sop, calendar: WorkCalendar
) -> AsyncIterator[Town]:
    """Sari is the Sekretaris, Budi orders; nobody of them hands in."""
    async with two_offices(sqlite_url, cabinet, sop, calendar) as town:
        await town.seat(0, "irban-1", None)
        await town.seat(0, "kasubbag-perencanaan", BUDI)
        await town.seat(0, "sekretaris", SARI)
        yield town


@pytest.mark.parametrize(
    ("by", "told"),
    [(BUDI, (SCAN, LOGO)), (SARI, (ARAHAN,))],
    ids=["who orders", "who is above him"],
)
@pytest.mark.parametrize("run", [False, True])
async def test_a_plain_photo_is_answered_with_the_ways_that_are_his(
    town: Town, by: Person, told: tuple[str, ...], *, run: bool
) -> None:
    if run:
        await town.run_in(0)
    await send(town, PNG, "", by=by)
    said = await refusal(town)
    assert tuple(way for way in (ARAHAN, SCAN, LOGO) if way in said) == told


async def test_who_hands_in_is_told_that_nothing_is_asked_yet(town: Town) -> None:
    await town.seat(0, "irban-1", BUDI)
    await send(town, PNG, "", by=BUDI)
    assert "Mohon menunggu permintaan data berikutnya" in await refusal(town)
