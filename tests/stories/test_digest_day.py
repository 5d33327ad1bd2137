"""The morning digest: to each what is his, to the group what stays late, once a day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.rehearsal.theatre import Play, bot_on
from bot.rules.people import Leave
from bot.rules.people import Person as Known
from tests.invariants.staging import answered, stopped_at_request
from tests.stories.acting import Scene, hand_in_all, idle, request, said, seated

pytestmark = pytest.mark.slow

MINE, OURS = "Rangkuman tugas", "yang melewati batas sejak sebelum hari ini"


async def pass_to(scene: Scene, day: int, clock: str) -> None:
    """That hour (WITA) of a day of November 2026."""
    hour, minute = map(int, clock.split("."))
    local = datetime(2026, 11, day, hour, minute, tzinfo=UTC)
    await scene.stage.idle()
    scene.stage.clock.move_to(local - timedelta(hours=8))
    await idle(scene, scene.stage.orderer)
    await scene.stage.idle()


@pytest.fixture
def play(play: Play) -> Play:
    """From 11.00: handing in is due on the next day at 09.30, and a reminder goes at 08.30."""
    return replace(play, start=play.start + timedelta(hours=3.5))


async def test_each_reads_once_what_is_due_and_nobody_else_hears(play: Play) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        await request(scene)
        await hand_in_all(scene, "irban-1")
        async with scene.desk.store.work() as uow:
            irban = scene.who("irban-4")
            off = datetime(2026, 11, 24, tzinfo=UTC).date()
            await uow.leaves.add(Leave(0, 1, Known(irban.id, irban.name), off, off))
        await pass_to(scene, 23, "15.59")
        assert not any(said(person.chat, MINE) for person in stage.cast.values())

        await pass_to(scene, 24, "07.59")
        assert not said(scene.who("irban-2").chat, MINE)
        await pass_to(scene, 24, "08.00")
        told = await scene.sees("irban-2", MINE)
        assert "batas hari ini pukul 09.30 WITA" in told.text
        assert "Masih kurang: LHP, LHE, TLHP, DATA" in told.text
        await pass_to(scene, 24, "08.29")
        assert said(scene.who("irban-2").chat, MINE) == 1
        assert not said(scene.who("irban-1").chat, MINE)  # all is handed in
        assert not said(scene.who("irban-4").chat, MINE)  # on leave
        assert not said(stage.group, OURS)  # nothing is late

        await pass_to(scene, 25, "12.00")  # the morning is over
        assert said(scene.who("irban-2").chat, MINE) == 1
        assert not said(stage.group, OURS)


async def test_a_restart_tells_no_digest_twice(play: Play) -> None:
    async with stopped_at_request(play) as stage:
        irban = stage.cast["irban-2"]
        async with bot_on(stage, play):
            stage.clock.move_to(datetime(2026, 11, 23, 7, 30, tzinfo=UTC))  # 15.30
            await stage.sees(irban.chat, "mengingatkan")
        for minutes in (10, 20):
            stage.clock.move_to(datetime(2026, 11, 24, 0, minutes, tzinfo=UTC))
            async with bot_on(stage, play):
                await stage.sees(irban.chat, MINE)
                await answered(stage, stage.orderer)
                await stage.idle()
        assert said(irban.chat, MINE) == 1


async def test_the_group_reads_once_in_the_morning_who_stays_late_and_nothing_else(
    play: Play,
) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        await request(scene)
        for seat in ("irban-1", "irban-3", "irban-4"):
            await hand_in_all(scene, seat)
        for clock in ("09.31", "10.02", "12.00", "14.30"):  # the ladder names them on that day
            await pass_to(scene, 24, clock)
        await pass_to(scene, 25, "07.59")
        assert not said(stage.group, OURS)
        await pass_to(scene, 25, "08.00")
        told = await stage.sees(stage.group, OURS)
        assert "Irban II" in told.text
        assert not any(f"Irban {other} " in told.text for other in ("I", "III", "IV"))
        await pass_to(scene, 25, "08.29")
        assert said(stage.group, OURS) == 1
