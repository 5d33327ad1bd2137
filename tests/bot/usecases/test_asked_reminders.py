"""[Ingatkan sekarang] is asked at 14.40, ten minutes before the hand-in limit; it goes later."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from bot.rules.people import Leave
from bot.usecases.cancel_run import cancel_run
from bot.usecases.declare_nihil import declare_nihil
from bot.usecases.remind_now import remind_now
from tests.bot.usecases.staffed import Staffed, wita

KASUBBAG, IRBAN, OTHER = "kasubbag-perencanaan", "irban-2", "irban-3"
EVERY = ("LHP", "LHE", "TLHP", "DATA")


@pytest.fixture
async def asked(at_work: Staffed) -> Staffed:
    """Nobody has read it yet: the outbox was not emptied since."""
    await at_work.pass_to("2026-11-23 14:40")
    await remind_now(at_work.desk, at_work.call(KASUBBAG), str(at_work.run_id))
    return at_work


def told(asked: Staffed, seat: str) -> list[str]:
    return [text for text in asked.reads(seat) if "Atas permintaan" in text]


async def nothing_of(asked: Staffed, kinds: Iterable[str]) -> None:
    for kind in kinds:
        await declare_nihil(asked.desk, asked.call(IRBAN), str(asked.run_id), IRBAN, kind)


async def test_who_still_owes_it_all_is_reminded_once(asked: Staffed) -> None:
    await asked.carry()
    assert len(told(asked, IRBAN)) == len(told(asked, OTHER)) == 1
    assert "Masih kurang: LHP, LHE, TLHP, DATA" in told(asked, IRBAN)[0]


async def test_who_delivered_between_the_tap_and_the_sending_is_not_reminded(
    asked: Staffed,
) -> None:
    await nothing_of(asked, EVERY)
    await asked.carry()
    assert told(asked, IRBAN) == []
    assert len(told(asked, OTHER)) == 1


async def test_who_delivered_a_part_meanwhile_is_reminded_of_the_rest(asked: Staffed) -> None:
    await nothing_of(asked, EVERY[:2])
    await asked.carry()
    [text] = told(asked, IRBAN)
    assert "Masih kurang: TLHP, DATA" in text


async def test_who_went_on_leave_meanwhile_is_not_reminded(asked: Staffed) -> None:
    day = wita("2026-11-23 00:00").date()
    async with asked.desk.store.work() as uow:
        await uow.leaves.add(Leave(0, asked.office.id, asked.holder(IRBAN), day, day))
    await asked.carry()
    assert told(asked, IRBAN) == []
    assert len(told(asked, OTHER)) == 1


async def test_nobody_is_reminded_of_a_run_that_was_cancelled_meanwhile(asked: Staffed) -> None:
    await cancel_run(asked.desk, asked.call(KASUBBAG), "Salah periode")
    await asked.carry()
    assert told(asked, IRBAN) == told(asked, OTHER) == []


async def test_a_seat_s_new_limit_is_told_and_not_the_old_one(asked: Staffed) -> None:
    async with asked.desk.store.work() as uow:
        run = await uow.runs.get(asked.run_id)
        later = [
            replace(duty, due_at=wita("2026-11-23 15:45")) if duty.seat == IRBAN else duty
            for duty in run.duties
        ]
        await uow.runs.save(replace(run, duties=tuple(later)))
    await asked.carry()
    [text] = told(asked, IRBAN)
    assert "pukul 15.45" in text
