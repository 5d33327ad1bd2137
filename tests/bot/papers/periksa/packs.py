"""A whole evidence pack in a few bytes, and what is done with one: zipped, unpacked, checked."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.papers import periksa
from bot.papers.evidence_manifest import manifest, people_in
from bot.papers.evidence_registers import approvals_table, dispositions_table, papers_table
from bot.papers.evidence_tables import decisions_table, documents_table, facts_table, json_lines
from bot.papers.sheet import Sheet
from bot.rules import chain
from bot.rules.approvals import Approval, ApprovalState
from bot.rules.dispositions import Disposition, DispositionState, ScannedLetter
from bot.rules.fingerprint import fingerprint
from bot.rules.hardcopies import Hardcopy, PrintedPaper, Scan
from bot.rules.people import Office
from bot.rules.printed import PaperKind
from bot.rules.run import Document, DocumentState, Fact, Run
from bot.rules.sop import ApprovalAct

ZONE = "Asia/Makassar"
OPENED = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
NAMES = {7: "Sitti Aminah", 8: "Andi Baso"}
LETTER, MENDED, FORMAT = b"%PDF kurang", b"%PDF lengkap", b"PK format"
SCAN, ORDER = b"%PDF bertanda tangan", b"%PDF surat"
DOCUMENT, VERSION_2 = "2026-TW3/irban-1/LHE_v1_lhe.pdf", "2026-TW3/irban-1/LHE_v2_lhe.pdf"
FORMAT_NAME = "lampiran/0002_format diganti format.xlsx"
PAPER = "naskah/01_Rekap.pdf"
SCAN_NAME = "naskah/pindaian/0010_pindaian bertanda tangan disimpan ttd.pdf"
LETTER_NAME = "disposisi/0008_arahan disertakan surat.pdf"
STANDING = Sheet(PaperKind.RECAP, "", "Rekap", "", {}, OPENED)
PLAIN = ("BACA.txt", "recap.xlsx", "recap.pdf", "recap.png", "naskah.pdf")
REASON = "Halaman 2 belum ada."
Files = dict[str, bytes]
Recorded = tuple[tuple[Fact, str], ...]
Tamper = Callable[[Files], object]


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def at(minutes: int) -> datetime:
    return OPENED + timedelta(minutes=minutes)


def told_facts() -> list[Fact]:
    def lhe(version: int, content: bytes, **more: object) -> dict[str, object]:
        known = {"jenis": "LHE", "versi": version, "nama": "lhe.pdf", "nihil": False}
        return {**known, "sidik": sha(content), **more}

    recap, evlap, orders = sha(b"isi recap.xlsx"), "kasubbag-evlap", "kasubbag-perencanaan"
    letter = {"agenda": "12/2026", "arahan": "Mohon dihimpun.", "sifat": "segera"}
    letter |= {"nama": "surat.pdf", "sidik": sha(ORDER)}
    scanned = {"kode": "K7", "nama": "ttd.pdf", "sidik": sha(SCAN)}
    printed = {"naskah": "Rekap", "kode": "K7", "isi": STANDING.digest}
    approved = {"giliran": 1, "urutan": 1, "tindakan": "paraf", "sidik": recap}
    back = {"dari": "irban-1", "alasan": REASON, "semula": "diterima"}
    return [
        Fact("langkah dibuka", OPENED, detail={"langkah": 4}),
        Fact("format diganti", at(1), 8, "", {"nama": "format.xlsx", "sidik": sha(FORMAT)}),
        Fact("berkas diterima", at(2), 7, "irban-1", lhe(1, LETTER)),
        Fact("berkas dikembalikan", at(40), 8, evlap, lhe(1, LETTER, **back)),
        Fact("batas mengikuti", at(41), None, "irban-1", {"batas": at(600).isoformat()}),
        Fact("berkas diterima", at(1500), 7, "irban-1", lhe(2, MENDED)),
        Fact("pengingat dikirim", at(1501), 8, "", {"pegawai": [7]}),
        Fact("arahan disertakan", at(1502), 8, "", letter),
        Fact("naskah dicetak", at(1503), 8, "", printed),
        Fact("pindaian bertanda tangan disimpan", at(1504), 8, "", scanned),
        Fact("naskah fisik diterima", at(1505), 8, "", {"kode": "K7", "tempat": "Lemari 2"}),
        Fact("rekap akhir dibekukan", at(1506), detail={"sidik": recap}),
        Fact("persetujuan diminta", at(1506), None, orders, approved),
        Fact("paraf tercatat", at(1507), 8, orders, approved),
        Fact("nihil dinyatakan", at(1508), 7, "irban-1", {"jenis": "TLHP"}),
        Fact("berkas disetujui", at(1509), 8, evlap, lhe(2, MENDED, dari="irban-1")),
    ]


def documents() -> tuple[Document, ...]:
    """What the facts come to: a version that was returned, the next, and nothing of a kind."""

    def lhe(number: int, content: bytes, state: DocumentState, **more: Any) -> Document:
        known = {"version": number, "name": "lhe.pdf", "digest": sha(content), "decided_by": 8}
        return Document(number, "irban-1", "LHE", state, OPENED, 7, **known, **more)

    nihil = Document(3, "irban-1", "TLHP", DocumentState.ACCEPTED, at(1508), 7, nihil=True)
    first = lhe(1, LETTER, DocumentState.REPLACED, reason=REASON)
    return first, lhe(2, MENDED, DocumentState.ACCEPTED, replaces=1), nihil


def approvals() -> tuple[Approval, ...]:
    """The first has given his, the next is not asked yet."""
    recap = sha(b"isi recap.xlsx")
    first = Approval(
        *(1, 1, "kasubbag-perencanaan", ApprovalAct.INITIAL, recap, ApprovalState.GIVEN),
        decided_at=at(1507),
        decided_by=8,
    )
    return first, Approval(1, 2, "sekretaris", ApprovalAct.INITIAL, recap)


def chained(run: Run, facts: list[Fact]) -> Recorded:
    previous, recorded = chain.START, []
    for fact in facts:
        previous = chain.digest(previous, run.office_id, run.id, fact)
        recorded.append((fact, previous))
    return tuple(recorded)


def whole_pack(run: Run) -> Files:
    run = replace(run, documents=documents(), approvals=approvals())
    recorded = chained(run, told_facts())
    kept = {DOCUMENT: LETTER, VERSION_2: MENDED, FORMAT_NAME: FORMAT}
    kept |= {PAPER: b"%PDF rekap", SCAN_NAME: SCAN, LETTER_NAME: ORDER}
    assert people_in(run, recorded) == {7, 8}
    return pack_of(run, recorded, kept | registers(run, recorded))


def pack_of(run: Run, recorded: Recorded, kept: Files) -> Files:
    """The papers in it are stand-ins, for the checker reads none of them."""
    kept = {name: f"isi {name}".encode() for name in PLAIN} | kept
    kept |= {"facts.jsonl": json_lines(run, recorded), "facts.csv": facts_table(recorded)}
    kept |= {"sop.toml": run.sop.source.encode(), "kalender.toml": b"zona"}
    kept["periksa.py"] = Path(periksa.__file__).read_bytes()
    office = Office(run.office_id, -100, "Kinerja DPMD", "token", "kalender")
    kept["manifest.json"] = manifest(office, run, recorded, NAMES, ZONE, listed(kept))
    return kept


def registers(run: Run, recorded: Recorded) -> Files:
    """Also of a paper that was printed, received and scanned, and of an arahan with its letter."""
    scan = Scan(sha(SCAN), "ttd.pdf", at(1504), 8)
    paper = PrintedPaper(
        *(1, 1, 1, PaperKind.RECAP, "", STANDING.digest, "K7", "Rekap", at(1503), at(1503), 8),
        *(Hardcopy(at(1505), 8, "Lemari 2"), scan),
    )
    by_hash = {sha(SCAN): SCAN_NAME, sha(ORDER): LETTER_NAME}
    arahan = Disposition(
        *(1, 1, 2026, 12, DispositionState.PREPARED, at(1502), 8, "kepala"),
        instruction="Mohon dihimpun.",
        letter=ScannedLetter(sha(ORDER), "surat.pdf"),
    )
    names = {1: DOCUMENT, 2: VERSION_2}
    return {
        "berkas.csv": documents_table(run, names, NAMES, ZONE),
        "pengembalian.csv": decisions_table(run, recorded, NAMES, ZONE),
        "naskah.csv": papers_table([(PAPER, STANDING)], [paper], by_hash, NAMES, ZONE),
        "persetujuan.csv": approvals_table(run, NAMES, ZONE),
        "disposisi.csv": dispositions_table(run, [arahan], by_hash, NAMES, ZONE),
    }


def listed(files: Files) -> list[dict[str, object]]:
    return [{"name": n, "size": len(c), "sha256": sha(c)} for n, c in files.items()]


def rewrite(files: Files, **changed: Any) -> None:
    """The manifest as one writes it who knows its form: files, sizes, hashes and seal follow."""
    told = json.loads(files.pop("manifest.json"))
    told |= {"files": listed(files), **changed}
    del told["seal"]
    told["seal"] = fingerprint(told)
    files["manifest.json"] = (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def zipped(files: Files, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in files.items():
            bundle.writestr(name, content)
    return path


def unpacked(files: Files, folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def laid(files: Files, folder: Path, kind: str) -> Path:
    """As "zip" or as "folder"."""
    return zipped(files, folder / "p.zip") if kind == "zip" else unpacked(files, folder / "paket")


def faults(path: Path, *seal: str) -> list[str]:
    return periksa.checked([str(path), *seal])[1]
