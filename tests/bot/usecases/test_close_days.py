"""/libur from several hands at once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import psycopg
import pytest
from sqlalchemy.engine import make_url

from bot.papers.format_file import SHIPPED, parse_format
from bot.rules.calendar import WorkCalendar
from bot.rules.people import Office, Person, Rights
from bot.rules.procedures import Procedure, Procedures
from bot.rules.sop import Sop
from bot.rules.special_days import Closure
from bot.usecases.close_days import close_days
from bot.usecases.desk import Call, Desk
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore
from tests.bot.usecases.conftest import NOW, SOPS

ADMIN = Person(7, "Budi", reachable=True)
FLOOD = Closure(date(2026, 11, 24), "Banjir")


@dataclass
class House:
    desk: Desk
    office: Office
    watch: psycopg.AsyncConnection[Any]

    def call(self) -> Call:
        chat = self.office.chat_id
        return Call(-1, NOW, ADMIN, chat, False, 1, admins=frozenset({ADMIN.id}))

    async def somebody_waits(self) -> None:
        """Until a transaction waits for another one's lock."""
        while True:
            waits = await self.watch.execute("SELECT 1 FROM pg_locks WHERE NOT granted")
            if await waits.fetchone():
                return


@pytest.fixture
async def house(
    postgresql_url: str, cabinet: FileCabinet, sop: Sop, calendar: WorkCalendar
) -> AsyncIterator[House]:
    watching = make_url(postgresql_url).set(drivername="postgresql")
    async with (
        SqlStore(postgresql_url) as store,
        await psycopg.AsyncConnection.connect(
            watching.render_as_string(hide_password=False), autocommit=True
        ) as watch,
    ):
        form = parse_format((SOPS / SHIPPED).read_text("utf-8"))
        desk = Desk(store, cabinet, Procedures(Procedure(sop, calendar)), form, "himpun_bot")
        async with store.work() as uow:
            office = await uow.offices.add(-100, "Kinerja", "token", calendar.fingerprint)
        yield House(desk, office, watch)


async def test_two_who_close_days_at_once_close_both(house: House) -> None:
    store = house.desk.store
    async with asyncio.TaskGroup() as group, store.work() as first:
        office = await first.offices.hold(house.office.id)
        assert office is not None
        group.create_task(close_days(house.desk, house.call(), "25-11-2026 angin kencang"))
        await house.somebody_waits()
        await first.offices.save(replace(office, closures=(FLOOD,)))
    async with store.look() as seen:
        kept = await seen.offices.get(house.office.id)
    assert kept is not None
    assert [closure.reason for closure in kept.closures] == ["Banjir", "angin kencang"]


async def test_what_another_writes_of_an_office_meanwhile_stays(house: House) -> None:
    store = house.desk.store
    async with store.work() as first:
        office = await first.offices.get(house.office.id)
        async with store.work() as second:
            closing = await second.offices.hold(house.office.id)
            assert office is not None
            assert closing is not None
            await second.offices.save(replace(closing, closures=(FLOOD,)))
        await first.offices.save(replace(office, rights=Rights(administrator=True)))
    async with store.look() as seen:
        kept = await seen.offices.get(house.office.id)
    assert kept is not None
    assert (kept.closures, kept.rights.administrator) == ((FLOOD,), True)
