"""A plea for more time goes to a superior who is there, and never to who pleads."""

from datetime import date

import pytest

from bot.rules.errors.runs import NobodyAbove, PleaSettled
from bot.rules.errors.seats import NotYours
from bot.rules.people import Leave, Substitution, Title
from bot.rules.run import Task
from bot.usecases.ask_time import ask_time
from bot.usecases.at_office import at_office
from bot.usecases.decide_plea import grant_time, refuse_time
from bot.usecases.follow_substitutions import follow_substitutions
from bot.usecases.superiors import present_superiors
from tests.bot.usecases.staffed import Staffed

IRBAN, KASUBBAG, SEKRETARIS, KEPALA = "irban-2", "kasubbag-perencanaan", "sekretaris", "kepala"
DAY = date(2026, 11, 23)
DUTY = ("4", Task.HAND_IN.value, IRBAN)
PLEADED, GRANTED = "memohon tambahan waktu", "ditambah"


async def stand_in(office: Staffed, seat: str, by: str) -> None:
    async with office.desk.store.work() as uow:
        new = Substitution(0, office.office.id, seat, office.holder(by), Title.PLH, DAY, DAY)
        await uow.substitutions.add(new)


async def off(office: Staffed, *seats: str) -> None:
    async with office.desk.store.work() as uow:
        for seat in seats:
            await uow.leaves.add(Leave(0, office.office.id, office.holder(seat), DAY, DAY))


async def plead(office: Staffed) -> None:
    await ask_time(office.desk, office.call(IRBAN), "Auditi belum menyampaikan data")
    await office.carry()


async def grant(office: Staffed, by: str) -> None:
    await grant_time(office.desk, office.call(by), str(office.run_id), *DUTY)
    await office.carry()


def pleas(office: Staffed) -> list[str]:
    """The seats above whose holders read the plea."""
    above = (KASUBBAG, SEKRETARIS, KEPALA)
    return [seat for seat in above if any("Auditi" in text for text in office.reads(seat))]


async def granted(office: Staffed) -> int:
    return (await office.duty(Task.HAND_IN, IRBAN)).granted


async def test_who_is_plh_of_his_superior_does_not_decide_on_his_own_plea(
    at_work: Staffed,
) -> None:
    await stand_in(at_work.at("2026-11-23 10:00"), KASUBBAG, by=IRBAN)
    await plead(at_work)
    assert pleas(at_work) == [SEKRETARIS]
    for decide in (grant_time, refuse_time):
        with pytest.raises(NotYours):
            await decide(at_work.desk, at_work.call(IRBAN), str(at_work.run_id), *DUTY)
    assert await granted(at_work) == 0
    await grant(at_work, by=SEKRETARIS)
    assert await granted(at_work) > 0


async def test_a_plea_passes_over_a_superior_on_leave(at_work: Staffed) -> None:
    await off(at_work.at("2026-11-23 10:00"), KASUBBAG)
    await plead(at_work)
    assert pleas(at_work) == [SEKRETARIS]
    await grant(at_work, by=SEKRETARIS)
    assert await granted(at_work) > 0


async def test_who_was_asked_decides_though_he_or_a_nearer_one_came_or_went_since(
    at_work: Staffed,
) -> None:
    await plead(at_work.at("2026-11-23 10:00"))
    assert pleas(at_work) == [KASUBBAG]
    await off(at_work, KASUBBAG)
    await grant(at_work, by=KASUBBAG)
    assert await granted(at_work) > 0


async def test_one_higher_may_decide_and_the_card_of_who_was_asked_is_closed(
    at_work: Staffed,
) -> None:
    await plead(at_work.at("2026-11-23 10:00"))
    await grant(at_work, by=KEPALA)
    assert await granted(at_work) > 0
    [card] = [text for text in at_work.reads(KASUBBAG) if "Auditi" in text or "tambah" in text]
    assert "Mohon" not in card
    with pytest.raises(PleaSettled):
        await grant(at_work, by=KASUBBAG)


async def test_where_nobody_above_is_there_the_plea_is_refused(at_work: Staffed) -> None:
    await off(at_work.at("2026-11-23 10:00"), KASUBBAG, SEKRETARIS, KEPALA)
    with pytest.raises(NobodyAbove):
        await plead(at_work)


async def test_a_plea_before_who_became_plh_of_its_own_seat_goes_to_the_next(
    at_work: Staffed,
) -> None:
    await plead(at_work.at("2026-11-23 10:00"))
    await stand_in(at_work, IRBAN, by=KASUBBAG)
    await follow_substitutions(at_work.desk, at_work.now)
    await at_work.carry()
    assert SEKRETARIS in pleas(at_work)


async def test_superiors_that_are_there_are_told_nearest_first(at_work: Staffed) -> None:
    await stand_in(at_work, SEKRETARIS, by=IRBAN)
    async with at_work.desk.store.look() as uow:
        work = await at_office(uow, at_work.desk, at_work.office, at_work.now)
    found = present_superiors(work, at_work.sop, at_work.sop.seat(IRBAN))
    assert [seat.key for seat in found] == [KASUBBAG, KEPALA]
