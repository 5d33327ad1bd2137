"""What the morning digest leaves in the outbox."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files

import pytest

from bot.papers.format_file import SHIPPED, parse_format
from bot.rules.calendar import WorkCalendar
from bot.rules.errands import Errand
from bot.rules.ladder import Reminder
from bot.rules.messages import Message
from bot.rules.moves import open_run
from bot.rules.people import Office, Person
from bot.rules.periods import Period
from bot.rules.procedures import Procedure, Procedures
from bot.rules.sop import RungTo, RungWhere, Sop
from bot.rules.special_days import Closure
from bot.usecases.at_office import at_office
from bot.usecases.desk import Desk
from bot.usecases.remind import about
from bot.usecases.tell_digests import tell_digests
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore

OPENED = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
MORNING = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)  # 08.00 WITA
KASUBBAG = "kasubbag-perencanaan"
BUDI = Person(7, "Budi", reachable=True)


@dataclass(frozen=True)
class House:
    desk: Desk
    office: Office

    async def left(self) -> list[Errand]:
        async with self.desk.store.work() as uow:
            every = await uow.errands.due(MORNING + timedelta(days=9), ())
        return [errand for errand in every if errand.key.startswith("rangkuman")]


@pytest.fixture
async def house(
    sqlite_url: str, cabinet: FileCabinet, sop: Sop, calendar: WorkCalendar
) -> AsyncIterator[House]:
    """An order that has been late since yesterday."""
    async with SqlStore(sqlite_url) as store:
        form = parse_format((files("bot") / "sops" / SHIPPED).read_text("utf-8"))
        desk = Desk(store, cabinet, Procedures(Procedure(sop, calendar)), form, "himpun_bot")
        async with store.work() as uow:
            office = await uow.offices.add(-100, "Kinerja", "token", calendar.fingerprint)
            await uow.people.seen(BUDI)
            await uow.people.reach(BUDI.id, reachable=True)
            await uow.seats.put(office.id, KASUBBAG, BUDI.id)
            opened = open_run(office.id, sop, Period("bulan", 2026, 10), calendar, OPENED)
            await uow.runs.add(opened.run)
        yield House(desk, office)


async def reminded(house: House, audience: str) -> None:
    """As if the ladder had named the duty this morning."""
    async with house.desk.store.work() as uow:
        work = await at_office(uow, house.desk, house.office, MORNING)
        [run] = await uow.runs.open_in(house.office.id)
        late = Reminder(run.duties[0], RungTo.HOLDER, RungWhere.PRIVATE, 0, 445)
        post = about(work, run, audience, [late])
        if audience:
            await post.say_in_group("ingat", Message("Pengingat"))
        else:
            await post.say("ingat", BUDI, Message("Pengingat"))


async def test_the_late_are_told_to_whom_they_are_and_to_the_group_once_a_day(
    house: House,
) -> None:
    for minutes in (0, 1, 60):
        await tell_digests(house.desk, MORNING + timedelta(minutes=minutes))
    own, group = sorted(await house.left(), key=lambda errand: errand.key)
    assert (own.to.chat_id, group.to.chat_id) == (BUDI.id, -100)
    assert own.message is not None
    assert "melewati batas 475 menit kerja (Senin, 23 November 2026 pukul 07.35" in own.message.text
    assert group.message is not None
    assert "sejak sebelum hari ini" in group.message.text


@pytest.mark.parametrize(("audience", "left"), [("", ["grup"]), ("grup", ["7"])])
async def test_what_the_ladder_told_this_morning_is_not_told_again(
    house: House, audience: str, left: list[str]
) -> None:
    await reminded(house, audience)
    await tell_digests(house.desk, MORNING)
    assert [errand.key.rpartition(":")[2] for errand in await house.left()] == left


@pytest.mark.parametrize("moment", [MORNING - timedelta(minutes=1), MORNING + timedelta(hours=4)])
async def test_outside_its_hours_nothing_is_told(house: House, moment: datetime) -> None:
    await tell_digests(house.desk, moment)
    assert await house.left() == []


async def test_an_office_that_closed_the_day_or_removed_the_bot_hears_nothing(
    house: House,
) -> None:
    closed = (Closure(date(2026, 11, 24), "Banjir"),)
    for changed in (replace(house.office, active=False), replace(house.office, closures=closed)):
        async with house.desk.store.work() as uow:
            await uow.offices.save(changed)
        await tell_digests(house.desk, MORNING)
        assert await house.left() == []
