"""What follows a move is told each time that it happens, and once."""

from dataclasses import replace
from datetime import timedelta

from bot.rules.recounting import LimitMoved
from bot.rules.run import Outcome, Task
from bot.usecases.on_run import run_work
from bot.usecases.settle import settle
from tests.bot.usecases.staffed import Staffed

IRBAN = "irban-2"


async def move(office: Staffed, by: timedelta) -> None:
    async with run_work(office.desk, office.call("sekretaris"), str(office.run_id)) as (work, run):
        duty = run.duty(Task.HAND_IN, IRBAN)
        assert duty is not None
        assert duty.due_at is not None
        later = replace(duty, due_at=duty.due_at + by)
        moved = LimitMoved(later, duty.due_at)
        await settle(work, Outcome(run.with_duty(later), (), (moved, moved)))
    await office.carry()


async def test_a_limit_that_moves_to_where_it_was_once_is_told_again(at_work: Staffed) -> None:
    at_work.at("2026-11-23 10:00")
    for days in (1, -1, 1):
        await move(at_work, timedelta(days=days))
    assert len(at_work.came(IRBAN, "berubah dari")) == 3
