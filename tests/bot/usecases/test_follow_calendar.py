"""A changed calendar: whom it reaches, and when."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from importlib.resources import files

import pytest

from bot.papers.format_file import SHIPPED, parse_format
from bot.ports import UnitOfWork
from bot.rules.calendar import WorkCalendar
from bot.rules.json_form import to_json
from bot.rules.moves import open_run
from bot.rules.people import Office, Person, Rights
from bot.rules.periods import Period
from bot.rules.procedures import Procedure, Procedures
from bot.rules.sop import Sop
from bot.rules.special_days import Closure
from bot.usecases import startup as startup_room
from bot.usecases.desk import Call, Desk
from bot.usecases.members import bot_joined
from bot.usecases.startup import startup
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore

NOW = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)  # Monday, 07.30 WITA
CLOSED = Closure(date(2026, 11, 23), "Banjir")
BUDI = Person(7, "Budi", reachable=True)
MONTHS = (Period("bulan", 2026, 9), Period("bulan", 2026, 10))


@dataclass(frozen=True)
class House:
    desk: Desk
    office: Office

    async def sleeps(self) -> None:
        async with self.desk.store.work() as uow:
            await uow.offices.save(replace(self.office, active=False))

    async def told(self) -> list[str]:
        async with self.desk.store.work() as uow:
            every = await uow.errands.due(datetime(2026, 12, 9, tzinfo=UTC), ())
        found = [e.message.text for e in every if e.message and e.to.chat_id == BUDI.id]
        return [text for text in found if "dihitung kembali" in text]


@pytest.fixture
async def house(
    sqlite_url: str, cabinet: FileCabinet, sop: Sop, calendar: WorkCalendar
) -> AsyncIterator[House]:
    """Two orders are open, and the calendar has since closed their day."""
    async with SqlStore(sqlite_url) as store:
        form = parse_format((files("bot") / "sops" / SHIPPED).read_text("utf-8"))
        procedures = Procedures(Procedure(sop, calendar.closing((CLOSED,))))
        desk = Desk(store, cabinet, procedures, form, "himpun_bot")
        asked = to_json(form.spread([seat.key for seat in sop.suppliers]))
        async with store.work() as uow:
            office = await uow.offices.add(-100, "Kinerja", "token", calendar.fingerprint)
            await uow.people.seen(BUDI)
            await uow.people.reach(BUDI.id, reachable=True)
            await uow.seats.put(office.id, "kasubbag-perencanaan", BUDI.id)
            for period in MONTHS:
                opened = open_run(office.id, sop, period, calendar, NOW)
                await uow.runs.add(replace(opened.run, form=asked))
        yield House(desk, office)


async def test_a_start_tells_a_person_once_of_his_limits_in_every_run(house: House) -> None:
    await startup(house.desk, NOW)
    await startup(house.desk, NOW)
    [told] = await house.told()
    assert told.count("berubah dari Senin, 23 November 2026") == len(MONTHS)


async def test_an_office_whose_calendar_fails_holds_up_no_other_at_the_start(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house.desk.store.work() as uow:
        faulty = await uow.offices.add(-200, "Rusak", "lain", "lama")
        await uow.offices.save(replace(house.office, calendar="lama"))
    follow = startup_room.follow_calendar

    async def failing(uow: UnitOfWork, desk: Desk, office: Office, now: datetime) -> None:
        await follow(uow, desk, office, now)
        if office.id == faulty.id:
            raise ValueError("kalender")

    monkeypatch.setattr(startup_room, "follow_calendar", failing)
    for _ in range(2):
        with pytest.raises(ExceptionGroup):
            await startup(house.desk, NOW)
    assert len(await house.told()) == 1
    async with house.desk.store.look() as uow:
        kept = {office.id: office.calendar for office in await uow.offices.all()}
    ours = house.desk.at(house.office).calendar.fingerprint
    assert kept == {house.office.id: ours, faulty.id: "lama"}


async def test_an_office_that_removed_the_bot_hears_of_it_when_the_bot_comes_back(
    house: House,
) -> None:
    await house.sleeps()
    await startup(house.desk, NOW)
    assert await house.told() == []
    call = Call(1, NOW, Person(8, "Admin"), house.office.chat_id, private=False, message_id=1)
    await bot_joined(house.desk, call, "Kinerja", Rights())
    assert len(await house.told()) == 1
