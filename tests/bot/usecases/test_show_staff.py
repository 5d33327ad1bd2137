"""A seat's staff have its workbook and hear what concerns handing in; others decide."""

from dataclasses import replace

import pytest

from bot.rules import filing, granting, reviewing
from bot.rules.people import Person
from bot.rules.run import Document, DocumentState, Task
from bot.usecases.at_office import at_office
from bot.usecases.name_staff import name_staff
from bot.usecases.preflight import preflight
from bot.usecases.settle import settle
from tests.bot.usecases.staffed import Staffed

SEAT, COLLECTOR = "irban-2", "kasubbag-evlap"
TATA = Person(77, "Tata")
ADMIN = Person(99, "Admin")


async def meets(at_work: Staffed, *, reachable: bool = True) -> None:
    async with at_work.desk.store.work() as uow:
        await uow.people.seen(TATA)
        await uow.people.reach(TATA.id, reachable=reachable)
        await uow.people.seen(ADMIN)


async def staff(at_work: Staffed, words: str = SEAT) -> None:
    """/staf by an administrator of the group, as a reply to Tata."""
    call = replace(at_work.call(SEAT, private=False), person=ADMIN, admins=frozenset({ADMIN.id}))
    await name_staff(at_work.desk, call, words, TATA)
    await at_work.carry()


def shown(at_work: Staffed) -> list[str]:
    return list(at_work.chats.shown.get(TATA.id, {}).values())


async def test_who_becomes_staff_while_files_are_asked_for_is_asked_at_once(
    at_work: Staffed,
) -> None:
    await meets(at_work)
    await staff(at_work)
    (asked,) = shown(at_work)
    assert asked.startswith("Yth. Bapak/Ibu staf Irban II. Mohon menyampaikan data kinerja")
    assert "Buku kerja terlampir" in asked
    await staff(at_work, f"{SEAT} hapus")
    (over,) = shown(at_work)
    assert over.endswith("tidak lagi diserahkan melalui chat ini.")


async def test_the_card_of_who_cannot_be_reached_waits_and_the_group_hears_nothing_of_it(
    at_work: Staffed,
) -> None:
    await meets(at_work, reachable=False)
    await staff(at_work)
    assert shown(at_work) == []
    assert len(at_work.group()) == 1  # the answer to /staf
    async with at_work.desk.store.work() as uow:
        await uow.people.reach(TATA.id, reachable=True)
        await uow.errands.unpark(TATA.id)
    await at_work.carry()
    assert shown(at_work)[0].startswith("Yth. Bapak/Ibu staf Irban II.")


@pytest.mark.parametrize("reachable", [True, False])
async def test_the_pre_flight_says_whether_the_staff_of_a_silent_holder_can_be_reached(
    at_work: Staffed, reachable: bool
) -> None:
    await meets(at_work, reachable=reachable)
    await staff(at_work)
    async with at_work.desk.store.work() as uow:
        await uow.people.reach(at_work.holder(SEAT).id, reachable=False)
    async with at_work.desk.store.look() as uow:
        work = await at_office(uow, at_work.desk, at_work.office, at_work.now)
        lacks = preflight(work, await at_work.run()).lacks
    known = " (stafnya dapat dihubungi)" if reachable else ""
    assert f"Belum membuka chat pribadi dengan sistem: Irban II{known}." in lacks


async def test_a_return_reaches_the_staff_though_the_holder_sent_the_file(
    at_work: Staffed,
) -> None:
    await meets(at_work)
    await staff(at_work)
    sender, now = at_work.holder(SEAT).id, at_work.now
    letter = Document(0, SEAT, "LHP", DocumentState.RECEIVED, now, sender, name="a.pdf", digest="a")
    async with at_work.desk.store.work() as uow:
        work = await at_office(uow, at_work.desk, at_work.office, now)
        run = await uow.runs.get(at_work.run_id)
        assert run is not None
        run = await settle(work, filing.file(run, letter, None, now))
        back = reviewing.return_document(
            run, run.documents[0], COLLECTOR, 3, "Belum dicap", at_work.desk.calendar, now
        )
        await settle(work, back)
    await at_work.carry()
    (told,) = [text for text in shown(at_work) if "dikembalikan untuk perbaikan" in text]
    assert told.startswith("Yth. Bapak/Ibu staf Irban II. ")
    assert "Alasan: Belum dicap." in told
    assert [text for text in at_work.reads(SEAT) if "Alasan: Belum dicap." in text]


async def test_the_card_of_the_staff_follows_a_limit_that_moves(at_work: Staffed) -> None:
    await meets(at_work)
    await staff(at_work)
    (before,) = shown(at_work)
    duty, calendar = await at_work.duty(Task.HAND_IN, SEAT), at_work.desk.calendar
    async with at_work.desk.store.work() as uow:
        work = await at_office(uow, at_work.desk, at_work.office, at_work.now)
        run = await uow.runs.get(at_work.run_id)
        assert run is not None
        given = granting.extend(run, duty, 60, (1, COLLECTOR), "Banjir", calendar, at_work.now)
        await settle(work, given)
    await at_work.carry()
    (after,) = shown(at_work)
    assert "pukul 14.50 WITA" in before
    assert "pukul 15.50 WITA" in after
