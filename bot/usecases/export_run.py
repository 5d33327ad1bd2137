"""`himpun export`: one run as a ZIP that can be read and proved without the system."""

import os
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.ports import Cabinet, Store, UnitOfWork
from bot.rules import periods
from bot.rules.packing import PackMade, packed
from bot.rules.procedures import Procedures
from bot.rules.run import Run, RunState
from bot.usecases.known_logo import know_logo
from bot.usecases.pack_taken import take
from bot.usecases.write_pack import write_pack


class RunNotFound(Exception):
    """`known` are the runs to choose from: those that fit, or all where none does."""

    def __init__(self, asked: str, known: tuple[Run, ...]) -> None:
        super().__init__(asked)
        self.asked = asked
        self.known = known


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the run, where the ZIP stands, how many files are in it, and the SHA-256
    (hex) of its manifest."""

    run: Run
    path: Path
    files: int
    seal: str


async def export_run(
    store: Store,
    cabinet: Cabinet,
    works_by: Procedures,
    asked: str,
    now: datetime,
    target: Path | None = None,
) -> Exported:
    """`asked` is a run's id or a period's key (2026-TW3). The ZIP stands whole or not at all, and
    the office's chain remembers its seal.

    Refused with RunNotFound and NotAPeriod; where a file's bytes are lost, as the cabinet does;
    TypesetFault where a paper cannot be set.
    """
    async with store.look() as uow:
        run = await find_run(uow, asked)
        await know_logo(works_by, cabinet, await uow.offices.get(run.office_id))
        taken = await take(uow, run, works_by)
    run = taken.run
    target = target or Path(f"himpun-{run.period.key}-{run.id}.zip")
    part = beside(target)
    try:
        made = await write_pack(cabinet, taken, part)
        told = PackMade(now, None, run.id, run.period.key, made.seal, made.files, taken.head)
        async with store.work() as uow:
            await uow.facts.add(run.office_id, None, [packed(run, told)])
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return Exported(run, target, made.files, made.seal)


def beside(target: Path) -> Path:
    """A file of this export's own: another of the same run may be at work."""
    handle, name = tempfile.mkstemp(".part", f".{target.name}.", target.absolute().parent)
    os.close(handle)
    return Path(name)


async def find_run(uow: UnitOfWork, asked: str) -> Run:
    """By its id, or the only one of that period that was not cancelled."""
    runs = [
        run for office in await uow.offices.all() for run in await uow.runs.of_office(office.id)
    ]
    if asked.isdecimal():
        fitting = [run for run in runs if run.id == int(asked)]
    else:
        period = periods.parse(asked)
        fitting = [r for r in runs if r.period == period and r.state != RunState.CANCELLED]
    if len(fitting) != 1:
        raise RunNotFound(asked, tuple(fitting or runs))
    return fitting[0]
