"""What was missed while Telegram was not heard."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.calendar import WorkCalendar
from bot.rules.people import Office
from bot.rules.procedures import Procedure, Procedures
from bot.rules.sop import Sop
from bot.texts import reminders
from bot.usecases.desk import Desk
from bot.usecases.hear_telegram import hear_telegram
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore

HEARD = datetime(2026, 11, 23, 2, tzinfo=UTC)  # Monday 10.00 WITA
LATER = HEARD + timedelta(days=9)
OWNER = 99


@dataclass(frozen=True)
class House:
    desk: Desk
    offices: tuple[Office, ...]

    async def told(self) -> dict[int, str]:
        async with self.desk.store.work() as uow:
            due = await uow.errands.due(LATER, ())
        return {e.to.chat_id or 0: e.message.text for e in due if e.message}

    async def last(self) -> datetime | None:
        async with self.desk.store.look() as uow:
            return await uow.pulse.last()


@pytest.fixture
async def house(
    sqlite_url: str, cabinet: FileCabinet, sop: Sop, calendar: WorkCalendar
) -> AsyncIterator[House]:
    """Two offices with the bot in them, and one that removed it."""
    async with SqlStore(sqlite_url) as store:
        procedures = Procedures(Procedure(sop, calendar))
        desk = Desk(store, cabinet, procedures, None, "himpun_bot", OWNER)  # type: ignore[arg-type]
        async with store.work() as uow:
            offices = [
                await uow.offices.add(-number, f"Kantor {number}", f"t{number}", "")
                for number in (1, 2, 3)
            ]
            await uow.offices.save(replace(offices[2], active=False))
        yield House(desk, tuple(offices))


@pytest.mark.parametrize(("hours", "told"), [(30, {-1, -2}), (22, set())])
async def test_each_office_is_told_once_which_hours_are_missing_where_telegram_kept_no_longer(
    house: House, hours: int, told: set[int]
) -> None:
    await hear_telegram(house.desk, HEARD)
    for minutes in (0, 1):
        await hear_telegram(house.desk, HEARD + timedelta(hours=hours, minutes=minutes))
    said = await house.told()
    assert set(said) == told
    for text in said.values():
        assert "sejak Senin, 23 November 2026 pukul 10.00 WITA" in text
        assert "sampai Selasa, 24 November 2026 pukul 16.00 WITA" in text
    assert await house.last() == HEARD + timedelta(hours=hours, minutes=1)


async def test_at_the_first_start_nothing_is_missing(house: House) -> None:
    await hear_telegram(house.desk, HEARD)
    assert (await house.told(), await house.last()) == ({}, HEARD)


async def test_an_office_that_cannot_be_told_is_reported_and_holds_up_no_other(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    gap, first = reminders.gap, True

    def failing(*given: object) -> object:
        nonlocal first
        if first:
            first = False
            raise ValueError("kalender")
        return gap(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(reminders, "gap", failing)
    await hear_telegram(house.desk, HEARD)
    again = HEARD + timedelta(hours=30)
    await hear_telegram(house.desk, again)
    told = await house.told()
    assert set(told) == {-2, OWNER}
    assert "(gap)" in told[OWNER]
    assert await house.last() == again
