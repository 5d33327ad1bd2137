"""`himpun export`: one run as a ZIP that can be read and proved without the system."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from bot.papers.recap_pdf import recap_pdf
from bot.papers.recap_picture import recap_picture
from bot.papers.recap_workbook import recap_workbook
from bot.ports import Cabinet, Store, UnitOfWork
from bot.rules import periods
from bot.rules.archiving import file_names, folders
from bot.rules.people import Office
from bot.rules.procedures import Procedures
from bot.rules.recap import Recap
from bot.rules.run import Document, Fact, Run, RunState
from bot.rules.signing import signing
from bot.usecases.recapping import recap_of

ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the same run gives the same bytes
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")  # OWASP ASVS 1.2.10
COLUMNS = ("place", "at", "verb", "person", "seat", "detail", "hash")

Recorded = tuple[tuple[Fact, str], ...]


class RunNotFound(Exception):
    """`known` are the runs to choose from: those that fit, or all where none does."""

    def __init__(self, asked: str, known: tuple[Run, ...]) -> None:
        super().__init__(asked)
        self.asked = asked
        self.known = known


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the run, where the ZIP stands, and how many files are in it."""

    run: Run
    path: Path
    files: int


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
        recap = await recap_of(uow, run, works_by.of(office).calendar)
    target = target or Path(f"himpun-{run.period.key}-{run.id}.zip")
    part = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as bundle:
            listed = []
            async for name, content in parts(cabinet, recap, run, recorded):
                listed.append(add(bundle, name, content))
            add(bundle, "manifest.json", manifest(office, run, recorded, listed))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return Exported(run, target, len(listed) + 1)


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


async def parts(
    cabinet: Cabinet, recap: Recap, run: Run, recorded: Recorded
) -> AsyncIterator[tuple[str, bytes]]:
    """Names and contents, one at a time: documents may be large."""
    for document, name in named(run):
        yield name, await cabinet.open(document.digest)
    yield "recap.xlsx", recap_workbook(recap, signing(run))
    yield "recap.pdf", recap_pdf(recap, signing(run))
    yield "recap.png", recap_picture(recap)
    yield "facts.jsonl", json_lines(run, recorded)
    yield "facts.csv", table(recorded)
    yield "sop.toml", run.sop.source.encode()


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


def plain_facts(recorded: Recorded) -> Iterator[dict[str, object]]:
    """Each fact as the chain digests it (rules/chain.py), with its hash."""
    for place, (fact, recorded_hash) in enumerate(recorded, start=1):
        yield {
            "place": place,
            "verb": fact.verb,
            "at": fact.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "person": fact.person,
            "seat": fact.seat,
            "detail": dict(fact.detail),
            "hash": recorded_hash,
        }


def json_lines(run: Run, recorded: Recorded) -> bytes:
    """With office and run, which the hashes cover too."""
    of_run = {"office": run.office_id, "run": run.id}
    lines = [json_of({**of_run, **fact}) for fact in plain_facts(recorded)]
    return "".join(f"{line}\n" for line in lines).encode()


def table(recorded: Recorded) -> bytes:
    """For spreadsheets: with a byte order mark, and no cell that one would take for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for fact in plain_facts(recorded):
        row = {**fact, "detail": json_of(fact["detail"])}
        writer.writerow([harmless(row[column]) for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def harmless(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def manifest(
    office: Office | None, run: Run, recorded: Recorded, listed: Iterable[object]
) -> bytes:
    told = {
        "office": {"id": run.office_id, "title": office.title if office else ""},
        "run": run.id,
        "period": run.period.key,
        "state": run.state,
        "facts": {"count": len(recorded), "head": recorded[-1][1] if recorded else ""},
        "files": list(listed),
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def json_of(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def add(bundle: zipfile.ZipFile, name: str, content: bytes) -> dict[str, object]:
    """The file's line in the manifest."""
    entry = zipfile.ZipInfo(name, ZIP_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    bundle.writestr(entry, content)
    digest = hashlib.sha256(content).hexdigest()
    return {"name": name, "size": len(content), "sha256": digest}
