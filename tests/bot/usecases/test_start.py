"""/start in the private chat: whose seats are named, and which office's link shows its own."""

from dataclasses import replace

from bot.usecases.claim_seat import claim_seat
from bot.usecases.desk import Call
from bot.usecases.perform import perform
from bot.usecases.start import start
from tests.bot.usecases.town import BUDI, SARI, Town


async def asleep(town: Town, place: int) -> None:
    async with town.desk.store.work() as uow:
        await uow.offices.save(replace(town.offices[place], active=False))


async def test_who_serves_in_two_offices_is_told_which_seat_is_where(town: Town) -> None:
    await town.do(start, "")
    [said] = await town.said()
    assert "Kasubbag Perencanaan dan Keuangan di DPMD dan" in said.text
    assert "Kasubbag Perencanaan dan Keuangan di Bappeda." in said.text


async def test_who_serves_in_one_office_is_told_his_seat_alone(town: Town) -> None:
    await town.do(start, "", by=SARI)
    [said] = await town.said()
    assert "Kursi: Irban I. " in said.text


async def test_a_group_reads_of_its_own_seats_alone(town: Town) -> None:
    there = town.offices[1].chat_id
    await perform(town.desk, Call(-99, town.now, BUDI, there, False, 5), start, "")
    [said] = await town.said()
    assert "Kursi: Kasubbag Perencanaan dan Keuangan. " in said.text


async def test_an_office_that_removed_the_bot_is_not_told_of(town: Town) -> None:
    await asleep(town, 1)
    await town.do(start, "")
    [said] = await town.said()
    assert "Kursi: Kasubbag Perencanaan dan Keuangan. " in said.text


async def test_the_link_of_an_office_that_removed_the_bot_offers_no_seat(town: Town) -> None:
    await town.do(start, f"peran_{town.offices[1].token}", by=SARI)
    [offered] = await town.said()
    assert offered.buttons
    await asleep(town, 1)
    await town.do(start, f"peran_{town.offices[1].token}", by=SARI)
    [welcomed] = await town.said()
    assert not welcomed.buttons
    answer = await town.do(claim_seat, town.offices[1].token, "irban-2", by=SARI, tapped=True)
    assert answer.alert
