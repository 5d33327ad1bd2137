"""`himpun export`: one run as a ZIP that can be read and proved without the system."""

import hashlib
import zipfile
from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.papers import periksa
from bot.papers.calendar_file import calendar_file
from bot.papers.evidence_manifest import manifest, people_in
from bot.papers.evidence_tables import (
    Names,
    Recorded,
    decisions_table,
    documents_table,
    facts_table,
    json_lines,
)
from bot.papers.recap_pdf import recap_pdf
from bot.papers.recap_picture import recap_picture
from bot.papers.recap_workbook import recap_workbook
from bot.ports import Cabinet, Store, UnitOfWork
from bot.rules import periods
from bot.rules.archiving import file_names, folders, safe
from bot.rules.calendar import WorkCalendar
from bot.rules.people import Office
from bot.rules.procedures import Procedures
from bot.rules.recap import Recap
from bot.rules.run import Document, Run, RunState
from bot.rules.signing import signing
from bot.texts.evidence import read_me
from bot.usecases.recapping import recap_of
from bot.usecases.verify_facts import named_files

ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the same run gives the same bytes
ATTACHED_AS = {"rekap disetujui": "rekap.xlsx"}


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


@dataclass(frozen=True, slots=True)
class Taken:
    """All that a pack is made from, but for the bytes of files."""

    office: Office | None
    run: Run
    recorded: Recorded
    recap: Recap
    calendar: WorkCalendar
    names: Names


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


async def parts(cabinet: Cabinet, taken: Taken) -> AsyncIterator[tuple[str, bytes]]:
    """Names and contents, one at a time: documents may be large."""
    run, recorded, recap = taken.run, taken.recorded, taken.recap
    title = taken.office.title if taken.office else ""
    yield "BACA.txt", read_me(title, run).encode()
    packed = list(named(run))
    for document, name in packed:
        yield name, await cabinet.open(document.digest)
    for name, digest in attached(recorded, {document.digest for document, _ in packed}):
        yield name, await cabinet.open(digest)
    yield "recap.xlsx", recap_workbook(recap, signing(run))
    yield "recap.pdf", recap_pdf(recap, signing(run))
    yield "recap.png", recap_picture(recap)
    for name, content in tables(taken, {document.id: name for document, name in packed}):
        yield name, content
    yield "sop.toml", run.sop.source.encode()
    yield "kalender.toml", calendar_file(taken.calendar, years(run))
    yield "periksa.py", checker()


def checker() -> bytes:
    """Packed as it stands, to run where nothing of the house is."""
    return Path(periksa.__file__).read_bytes()


def tables(taken: Taken, packed: Mapping[int, str]) -> Iterator[tuple[str, bytes]]:
    run, recorded, names, zone = taken.run, taken.recorded, taken.names, taken.calendar.zone
    yield "facts.jsonl", json_lines(run, recorded)
    yield "facts.csv", facts_table(recorded)
    yield "berkas.csv", documents_table(run, packed, names, zone)
    yield "pengembalian.csv", decisions_table(run, recorded, names, zone)


def attached(recorded: Recorded, packed: Collection[str]) -> Iterator[tuple[str, str]]:
    """What else the facts name: formats, the recap as it was approved, files that were refused.
    Each once, under the place of the fact that names it first."""
    taken = set(packed)
    for place, digest in named_files(recorded):
        if digest not in taken:
            taken.add(digest)
            fact = recorded[place - 1][0]
            own = fact.detail.get("nama") or ATTACHED_AS.get(fact.verb, "berkas")
            yield f"lampiran/{place:04}_{safe(f'{fact.verb} {own}')}", digest


def years(run: Run) -> range:
    """From the run's first day to its last limit."""
    moments = [run.opened_at, run.closed_at, *(duty.due_at for duty in run.duties)]
    last = max(moment for moment in moments if moment is not None)
    return range(run.opened_at.year, last.year + 1)


def named(run: Run) -> Iterator[tuple[Document, str]]:
    """Each file with its name in the ZIP; where two would be called alike, the id tells them."""
    taken: set[str] = set()
    for document in run.documents:
        if document.nihil:
            continue
        folder = "/".join(folders(run.period, document))
        plain, apart = (f"{folder}/{name}" for name in file_names(document))
        name = apart if plain.casefold() in taken else plain
        taken.add(name.casefold())
        yield document, name


def add(bundle: zipfile.ZipFile, name: str, content: bytes) -> dict[str, object]:
    """The file's line in the manifest."""
    entry = zipfile.ZipInfo(name, ZIP_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    bundle.writestr(entry, content)
    digest = hashlib.sha256(content).hexdigest()
    return {"name": name, "size": len(content), "sha256": digest}
