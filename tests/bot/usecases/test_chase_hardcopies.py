"""The morning digest of who files hardcopies: what did not come back signed."""

from dataclasses import replace

import pytest

from bot.rules.people import Person
from bot.rules.printed import PaperKind
from bot.rules.run import RunState
from bot.usecases.file_hardcopy import file_hardcopy
from bot.usecases.tell_digests import tell_digests
from tests.bot.usecases.printing import ORDERER, prints
from tests.bot.usecases.staffed import Staffed, wita

WORDS = "yang belum tercatat diterima"
STAFF = Person(900, "Staf", reachable=True)


@pytest.fixture
async def closed(at_work: Staffed) -> Staffed:
    """Closed on Monday 23 November without anybody's approval; the ordering seat has staff."""
    async with at_work.desk.store.work() as uow:
        run = await uow.runs.get(at_work.run_id)
        assert run is not None
        await uow.runs.save(replace(run, state=RunState.CLOSED, closed_at=at_work.now))
        await uow.people.seen(STAFF)
        await uow.people.reach(STAFF.id, reachable=True)
        await uow.staff.add(at_work.office.id, ORDERER, STAFF.id)
    return at_work


async def mornings(at: Staffed, *days: str) -> list[str]:
    """When the holder heard of missing hardcopies, of these mornings."""
    for day in days:
        at.at(f"2026-{day} 08:00")
        for _ in range(2):
            await tell_digests(at.desk, at.now)
        await at.carry()
    return at.came(ORDERER, WORDS)


async def test_what_is_missing_is_told_after_five_working_days_and_again_after_five(
    closed: Staffed,
) -> None:
    code = await prints(closed)
    days = ("11-27", "11-30", "12-01", "12-04", "12-07", "12-08")
    assert await mornings(closed, *days) == ["30 08.00", "07 08.00"]
    told = closed.reads(ORDERER)[-1]
    assert f"Rekap (kode {code.code})" in told
    assert "kartu kendali: belum dicetak (/cetak)" in told
    assert len([text for at, chat, text in closed.chats.came if chat == STAFF.id]) == 2
    assert WORDS not in "".join(closed.group())


async def test_missed_turns_collapse_into_one(closed: Staffed) -> None:
    assert await mornings(closed, "12-15", "12-16") == ["15 08.00"]


async def test_what_came_back_is_not_asked_for_and_newer_content_is(closed: Staffed) -> None:
    for kind in closed.sop.hardcopies.kinds:
        code = await prints(closed, kind=kind)
        await file_hardcopy(closed.desk, closed.call(ORDERER), f"{code.code} rak 1")
    assert await mornings(closed, "11-30", "12-01") == []
    closed.at("2026-12-01 09:00")
    newer = await prints(closed, "baru", PaperKind.RECAP)
    assert await mornings(closed, "12-02") == ["02 08.00"]
    assert newer.code in closed.reads(ORDERER)[-1]
    assert "belum dicetak" not in closed.reads(ORDERER)[-1]


async def test_nobody_is_asked_while_the_run_is_open(at_work: Staffed) -> None:
    assert await mornings(at_work, "11-30", "12-07") == []
    assert wita("2026-12-07 08:00") == at_work.now
