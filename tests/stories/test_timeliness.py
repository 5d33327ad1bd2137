"""/kinerja: how the office keeps its limits, for who supervises it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.rehearsal.theatre import Play
from bot.rules import moves
from bot.rules.periods import Period
from bot.rules.run import DutyState
from tests.stories.acting import Scene, seated

HOUR = timedelta(hours=1)

pytestmark = pytest.mark.slow


async def kept_runs(scene: Scene) -> None:
    """Two runs of the months before, whose orders took two and nine minutes."""
    desk, opened = scene.desk, scene.stage.clock.now()
    async with desk.store.work() as uow:
        office = (await uow.offices.all())[0]
        calendar = desk.at(office).calendar
        for month, taken in ((8, 2), (9, 9)):
            begun = moves.open_run(
                office.id, desk.sop, Period("bulan", 2026, month), calendar, opened
            )
            order = begun.run.duties[0]
            done = replace(
                order,
                state=DutyState.DONE,
                done_at=opened + timedelta(minutes=taken),
                look_again_at=None,
            )
            closed = moves.cancel(begun.run, 7, order.seat, "x", opened).run
            ended = replace(
                closed.with_duty(done), state=begun.run.state.CLOSED, closed_at=opened + HOUR
            )
            await uow.runs.add(ended)


async def test_a_supervisor_sees_how_limits_are_kept_by_kind_of_period(play: Play) -> None:
    async with seated(play) as scene:
        stage, kepala, irban = scene.stage, scene.who("kepala"), scene.who("irban-1")
        kepala.says(kepala.chat, "/kinerja")
        await scene.sees("kepala", "Belum ada tugas putaran yang selesai")
        await kept_runs(scene)
        irban.says(irban.chat, "/kinerja")
        await scene.sees("irban-1", "Tindakan ini milik")
        kepala.says(stage.group, f"/kinerja@{stage.telegram.bot.username}")
        report = await scene.sees("kepala", "baku 5 menit kerja, median 6, terlama 9")
        assert "tepat waktu 1 dari 2 (50%)" in report.text
        picture = kepala.chat.from_bot[-2]
        assert picture.file is not None
        assert "2 putaran" in picture.text
        await kepala.taps(report, "Bulan")
        await scene.sees("kepala", "2 putaran bulan")
        await kepala.taps(report, "Triwulan")
        await scene.sees("kepala", "Belum ada tugas putaran triwulan yang selesai")
        assert not stage.group.find("baku 5 menit kerja")
