"""Where work on a run begins."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.errors.runs import NoRun, RunNotOpen
from bot.rules.run import Run
from bot.usecases.at_office import as_member, at_office, by_its_clock, meet
from bot.usecases.desk import Call, Desk
from bot.usecases.work import Work


async def on_run(
    uow: UnitOfWork, desk: Desk, call: Call, run_id: str, *, ended: bool = False
) -> tuple[Work, Run]:
    """Work on a run named by a button; refuses strangers, and unless `ended` a run that is over."""
    run = await uow.runs.get(int(run_id)) if run_id.isdigit() else None
    if run is None:
        raise RunNotOpen
    work = await as_member(uow, desk, call, await uow.offices.get(run.office_id))
    with by_its_clock(work):
        if not (run.is_open or ended):
            raise RunNotOpen(run.closed_at)
    return work, run


async def at_run(
    uow: UnitOfWork, desk: Desk, run_id: int, now: datetime
) -> tuple[Work, Run] | None:
    """What the clock does for a run; None where it is not kept."""
    run = await uow.runs.get(run_id)
    office = await uow.offices.get(run.office_id) if run else None
    if run is None or office is None:
        return None
    return await at_office(uow, desk, office, now), run


@asynccontextmanager
async def run_work(desk: Desk, call: Call, run_id: str) -> AsyncIterator[tuple[Work, Run]]:
    """Work on an open run, in its own unit of work."""
    async with desk.store.work(call.update_id) as uow:
        work, run = await on_run(uow, desk, await meet(uow, call), run_id)
        with by_its_clock(work):
            yield work, run


async def open_runs(work: Work) -> tuple[Run, ...]:
    runs = await work.uow.runs.open_in(work.office.id)
    if not runs:
        raise no_run(work)
    return runs


def no_run(work: Work) -> NoRun:
    return NoRun(may_start=work.may(Act.START_RUN, work.sop))
