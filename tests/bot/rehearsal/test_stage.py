import asyncio
from datetime import datetime, timedelta

import pytest

from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram.errors import NotSeen
from tests.bot.rehearsal.conftest import MONDAY


async def test_time_passes_only_once_the_bot_is_idle(stage: Stage) -> None:
    looks: list[datetime] = []

    async def busy() -> bool:
        looks.append(stage.clock.now())
        return len(looks) < 3

    stage.busy = busy
    await stage.pass_time(minutes=15)
    assert looks == [MONDAY] * 3
    assert stage.clock.now() == MONDAY + timedelta(minutes=15)


async def test_a_bot_that_never_rests_is_missed_and_no_time_passes(stage: Stage) -> None:
    async def busy() -> bool:
        return True

    stage.busy, stage.patience = busy, 0.1
    with pytest.raises(NotSeen, match=r"belum selesai bekerja dalam 0\.1 detik"):
        await stage.pass_time(minutes=15)
    assert stage.clock.now() == MONDAY


async def test_a_child_s_work_is_not_known_and_not_waited_for(stage: Stage) -> None:
    await stage.pass_time(minutes=15)
    assert stage.clock.now() == MONDAY + timedelta(minutes=15)


@pytest.mark.parametrize(("heard", "told"), [(True, [6, 12, 18, 20]), (False, [20])])
async def test_a_leap_of_the_clock_is_heard_by_a_bot_that_polls(
    stage: Stage, heard: bool, told: list[int]
) -> None:
    """Each poll begins some time after the clock moved, and then knows the time."""
    known: list[int] = []

    def poll() -> None:
        stage.telegram.updates.polls += 1
        known.append((stage.clock.now() - MONDAY) // timedelta(hours=1))

    loop = asyncio.get_running_loop()
    stage.clock.on_move(lambda: loop.call_later(0.01, poll))
    await stage.come_to(MONDAY + timedelta(hours=20), heard=heard)
    await stage.telegram.until(lambda: stage.telegram.updates.polls == 4)
    assert sorted(set(known)) == told
    assert stage.clock.now() == MONDAY + timedelta(hours=20)


async def test_the_bot_speaks_by_itself_only_after_the_apel(stage: Stage) -> None:
    stage.let_bot_speak()
    assert stage.clock.now() == MONDAY + timedelta(minutes=stage.calendar.first_word_delay)
    later = stage.clock.now() + timedelta(hours=1)
    stage.clock.move_to(later)
    stage.let_bot_speak()
    assert stage.clock.now() == later


async def test_every_act_is_told_by_the_seat_and_its_step(stage: Stage) -> None:
    told: list[str] = []
    stage.say = told.append
    step = stage.sop.steps[3]
    stage.tell(stage.seat_of("irban-1"), "mengirim berkas", step)
    stage.tell(stage.seat_of("penyusun"), "hadir")
    assert told == [
        "Irban I mengirim berkas (langkah 4)",
        "Penyusun Bahan Evaluasi, Rencana, Program dan Laporan hadir",
    ]
