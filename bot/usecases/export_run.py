"""`himpun export`: one run as a ZIP that can be read and proved without the system."""

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path

from bot.papers.evidence_manifest import manifest, people_in
from bot.ports import Cabinet, Store, UnitOfWork
from bot.rules import periods
from bot.rules.procedures import Procedures
from bot.rules.run import Run, RunState
from bot.usecases.pack_parts import Taken, parts
from bot.usecases.recapping import recap_of

ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the same run gives the same bytes


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
    store: Store, cabinet: Cabinet, works_by: Procedures, asked: str, target: Path | None = None
) -> Exported:
    """`asked` is a run's id or a period's key (2026-TW3). The ZIP stands whole or not at all.

    Refused with RunNotFound and NotAPeriod; where a file's bytes are lost, as the cabinet does;
    TypesetFault where the recap cannot be printed.
    """
    async with store.look() as uow:
        run = await find_run(uow, asked)
        office = await uow.offices.get(run.office_id)
        recorded = await uow.facts.of_run(run.id)
        calendar = works_by.of(office).calendar
        recap = await recap_of(uow, run, calendar)
        found = [await uow.people.get(each) for each in sorted(people_in(run, recorded))]
    names = {person.id: person.name for person in found if person is not None}
    taken = Taken(office, run, recorded, recap, calendar, names)
    target = target or Path(f"himpun-{run.period.key}-{run.id}.zip")
    part = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as bundle:
            listed = []
            async for name, content in parts(cabinet, taken):
                listed.append(add(bundle, name, content))
            told = manifest(office, run, recorded, names, calendar.zone, listed)
            seal = add(bundle, "manifest.json", told)["sha256"]
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return Exported(run, target, len(listed) + 1, str(seal))


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


def add(bundle: zipfile.ZipFile, name: str, content: bytes) -> dict[str, object]:
    """The file's line in the manifest."""
    entry = zipfile.ZipInfo(name, ZIP_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    bundle.writestr(entry, content)
    digest = hashlib.sha256(content).hexdigest()
    return {"name": name, "size": len(content), "sha256": digest}
