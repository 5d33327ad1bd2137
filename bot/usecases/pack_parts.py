"""What stands in an evidence pack, file by file; its checker knows their names (periksa.py)."""

from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.papers import periksa
from bot.papers.calendar_file import calendar_file
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
from bot.ports import Cabinet
from bot.rules.archiving import file_names, folders, safe
from bot.rules.calendar import WorkCalendar
from bot.rules.people import Office
from bot.rules.recap import Recap
from bot.rules.run import Document, Run
from bot.rules.signing import signing
from bot.texts.evidence import read_me
from bot.usecases.verify_facts import named_files

ATTACHED_AS = {"rekap disetujui": "rekap.xlsx"}


@dataclass(frozen=True, slots=True)
class Taken:
    """All that a pack is made from, but for the bytes of files."""

    office: Office | None
    run: Run
    recorded: Recorded
    recap: Recap
    calendar: WorkCalendar
    names: Names


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
