"""A step that stays late for days: who hears of it, when, and in one message."""

from dataclasses import replace
from datetime import date

import pytest

from bot.rules.people import Leave, Substitution, Title
from bot.rules.run import DutyState
from bot.rules.sop import Sop
from bot.rules.sop_file import parse_sop
from tests.bot.usecases.conftest import SOPS
from tests.bot.usecases.staffed import Staffed

EVLAP, UMUM, KASUBBAG = "kasubbag-evlap", "kasubbag-umum", "kasubbag-perencanaan"
ABOVE = (KASUBBAG, "sekretaris", "kepala")
LATE = ("irban-1", "irban-2")
WORD, REPORT = "mengingatkan", "Sebagai laporan"
DAY = date(2026, 11, 24)
STEP_4 = "\n[[tangga]]\nlangkah = [4]\nlewat = 'pribadi'\n"
LADDER = STEP_4.join(
    (
        "",
        "setelah = 0\nkepada = 'pemilik'",
        "setelah = 0\nkepada = 'pengganti'",
        "setelah = 30\nkepada = 'pengganti'",
        "setelah = 60\nkepada = 'penghimpun'",
        "setelah = 120\nkepada = 'atasan'",
        "setelah = 225\nkepada = 'pemilik'\nulang = 225",
        "setelah = 225\nkepada = 'atasan'\ntingkat = 2",
        "setelah = 450\nkepada = 'atasan'\ntingkat = 3",
    )
)


@pytest.fixture
def sop_at_work() -> Sop:
    text = (SOPS / "dpmd_jeneponto.toml").read_text("utf-8").replace("[4, 5, 6]", "[5, 6]")
    return parse_sop(text + LADDER)


@pytest.fixture
async def office(at_work: Staffed) -> Staffed:
    """Irban I and II are late from Monday 14.50 on; the others have handed in all."""
    async with at_work.desk.store.work() as uow:
        run = await uow.runs.get(at_work.run_id)
        assert run is not None
        for duty in run.duties:
            if duty.seat in ("irban-3", "irban-4"):
                run = run.with_duty(replace(duty, state=DutyState.DONE, look_again_at=None))
        await uow.runs.save(run)
    return at_work


async def stand_in(office: Staffed, seat: str, by: str) -> None:
    async with office.desk.store.work() as uow:
        person = office.holder(by)
        new = Substitution(0, office.office.id, seat, person, Title.PLH, DAY.replace(day=23), DAY)
        await uow.substitutions.add(new)


async def off(office: Staffed, seat: str) -> None:
    async with office.desk.store.work() as uow:
        await uow.leaves.add(Leave(0, office.office.id, office.holder(seat), DAY, DAY))


@pytest.mark.slow
async def test_the_word_climbs_from_holder_to_collector_to_each_superior_in_turn(
    office: Staffed,
) -> None:
    await office.pass_to("2026-11-25 11:00")
    for seat in LATE:
        assert office.came(seat, WORD) == ["23 14.50", "24 10.05", "24 14.50", "25 10.05"]
        assert office.came(seat, REPORT) == []
    for seat, when in ((EVLAP, "23 15.50"), (UMUM, "23 15.50")):
        assert office.came(seat, REPORT) == [when]
    for seat, when in zip(ABOVE, ("24 08.20", "24 10.05", "24 14.50"), strict=True):
        assert office.came(seat, REPORT) == [when]
        [told] = [text for text in office.reads(seat) if REPORT in text]
        assert [irban in told for irban in ("Irban I (", "Irban II (", "Irban III (")] == [
            True,
            True,
            False,
        ]
    assert office.group() == []


async def test_who_acts_as_plh_hears_his_own_rung_and_no_word_twice(office: Staffed) -> None:
    await stand_in(office, "irban-2", by="irban-4")
    await office.pass_to("2026-11-23 15:30")
    assert office.came("irban-2", WORD) == []
    assert office.came("irban-4", WORD) == ["23 14.50", "23 15.20"]
    assert office.came("irban-1", WORD) == ["23 14.50"]


async def test_a_superior_on_leave_is_passed_over_for_the_next(office: Staffed) -> None:
    await off(office, KASUBBAG)
    await office.pass_to("2026-11-24 16:00")
    assert office.came(KASUBBAG, REPORT) == []
    assert office.came("sekretaris", REPORT) == ["24 08.20"]
    assert office.came("kepala", REPORT) == ["24 10.05"]


async def test_who_acts_for_two_seats_above_hears_once_and_never_of_himself(
    office: Staffed,
) -> None:
    await stand_in(office, UMUM, by=EVLAP)
    await stand_in(office, KASUBBAG, by="irban-1")
    await office.pass_to("2026-11-24 08:20")
    assert office.came(EVLAP, REPORT) == ["23 15.50"]
    [told] = [text for text in office.reads("irban-1") if REPORT in text]
    assert ("Irban I (" in told, "Irban II (" in told) == (False, True)
    [told] = [text for text in office.reads("sekretaris") if REPORT in text]
    assert ("Irban I (" in told, "Irban II (" in told) == (True, False)
