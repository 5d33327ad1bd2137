"""What stands in an evidence pack, file by file; its checker knows their names (periksa.py)."""

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path

from bot.papers import periksa
from bot.papers.calendar_file import calendar_file
from bot.papers.evidence_tables import (
    decisions_table,
    documents_table,
    facts_table,
    json_lines,
)
from bot.papers.recap_picture import recap_picture
from bot.papers.recap_workbook import recap_workbook
from bot.rules.archiving import file_names, folders, safe
from bot.rules.destroyed import destroyed_in
from bot.rules.recap import Recap
from bot.rules.run import Document, Run
from bot.rules.signing import Signing, signing
from bot.rules.stationery import Stationery
from bot.texts.evidence import read_me
from bot.usecases.lkjip_parts import lkjip_parts
from bot.usecases.pack_papers import paper_parts, register_parts
from bot.usecases.pack_taken import Part, Taken
from bot.usecases.verify_facts import named_files

RECAP = "recap.xlsx"
ATTACHED_AS = dict.fromkeys(("rekap disetujui", "rekap akhir dibekukan"), "rekap.xlsx")
LETTER_FACTS = ("arahan disertakan", "arahan susulan dicatat", "surat arahan dicatat")
SCAN_FACT = "pindaian bertanda tangan disimpan"
FOLDERS = {SCAN_FACT: "naskah/pindaian", **dict.fromkeys(LETTER_FACTS, "disposisi")}


def parts(taken: Taken) -> Iterator[Part]:
    """Values alone: each file's bytes are had when its turn comes, for documents may be large."""
    run, recap = taken.run, taken.recap
    yield Part("BACA.txt", make=partial(introduction, taken))
    gone = destroyed_in(fact for fact, _ in taken.recorded)
    packed = [(d, name) for d, name in named(run) if d.digest not in gone]
    for document, name in packed:
        yield Part(name, document.digest)
    more = list(attached(taken, {document.digest for document, _ in packed}))
    for name, digest in more:
        yield Part(name, digest)
    yield closed_recap(taken)
    yield Part("recap.png", make=partial(recap_picture, recap))
    yield from paper_parts(taken)
    lying = {digest: name for name, digest in [*((n, d.digest) for d, n in packed), *more]}
    for name, make in lkjip_parts(taken.chapter, taken.dossier.stationery):
        yield Part(name, make=make)
    yield from register_parts(taken, lying)
    yield from tables(taken, {document.id: name for document, name in packed})
    yield Part("sop.toml", make=run.sop.source.encode)
    yield Part("kalender.toml", make=partial(calendar_file, taken.calendar, years(run)))
    yield Part("periksa.py", make=checker)


def closed_recap(taken: Taken) -> Part:
    """Of a run that has closed the very bytes that were approved, until they are destroyed."""
    if taken.run.recap and taken.run.recap not in destroyed_in(fact for fact, _ in taken.recorded):
        return Part(RECAP, taken.run.recap)
    return Part(RECAP, make=partial(recap_workbook, *recap_of_pack(taken)))


def recap_of_pack(taken: Taken) -> tuple[Recap, Signing, Stationery]:
    return taken.recap, signing(taken.dossier), taken.dossier.stationery


def introduction(taken: Taken) -> bytes:
    return read_me(taken.dossier.office.title, taken.run).encode()


def checker() -> bytes:
    """Packed as it stands, to run where nothing of the house is."""
    return Path(periksa.__file__).read_bytes()


def tables(taken: Taken, packed: Mapping[int, str]) -> Iterator[Part]:
    run, recorded, names, zone = taken.run, taken.recorded, taken.names, taken.calendar.zone
    yield Part("facts.jsonl", make=partial(json_lines, run, recorded))
    yield Part("facts.csv", make=partial(facts_table, recorded))
    gone = destroyed_in(fact for fact, _ in recorded)
    yield Part("berkas.csv", make=partial(documents_table, run, packed, names, zone, gone))
    yield Part("pengembalian.csv", make=partial(decisions_table, run, recorded, names, zone))


def attached(taken: Taken, packed: Collection[str]) -> Iterator[tuple[str, str]]:
    """What else the facts name: formats, recaps as they were approved, scans, files that were
    refused. Each once, under the place of the fact that names it first."""
    known = {*packed, taken.run.recap}
    for place, digest in named_files(taken.recorded):
        if digest not in known:
            known.add(digest)
            fact = taken.recorded[place - 1][0]
            own = fact.detail.get("nama") or ATTACHED_AS.get(fact.verb, "berkas")
            folder = FOLDERS.get(fact.verb, "lampiran")
            yield f"{folder}/{place:04}_{safe(f'{fact.verb} {own}')}", digest


def years(run: Run) -> range:
    """From the run's first day to its last limit."""
    moments = [run.opened_at, run.closed_at, *(duty.due_at for duty in run.duties)]
    last = max(moment for moment in moments if moment is not None)
    return range(run.opened_at.year, last.year + 1)


def named(run: Run) -> Iterator[tuple[Document, str]]:
    """Each file with its name in the ZIP; where two would be called alike, the id tells them."""
    files = [document for document in run.documents if not document.nihil]
    taken = {path(run, document, apart=True).casefold() for document in files}
    for document in files:
        plain = path(run, document, apart=False)
        alone = plain.casefold() not in taken
        taken.add(plain.casefold())
        yield document, plain if alone else path(run, document, apart=True)


def path(run: Run, document: Document, *, apart: bool) -> str:
    return "/".join((*folders(run.period, document), file_names(document)[apart]))
