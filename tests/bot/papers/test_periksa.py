"""The checker that travels in an evidence pack, held against packs that were tampered with."""

import ast
import csv
import hashlib
import io
import json
import os
import re
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.papers import periksa
from bot.papers.evidence_manifest import clock, manifest, people_in
from bot.papers.evidence_registers import approvals_table, dispositions_table, papers_table
from bot.papers.evidence_tables import COLUMNS, FORMULA_SIGNS, facts_table, json_lines
from bot.papers.sheet import Sheet
from bot.rules import chain
from bot.rules.approvals import Approval, ApprovalState
from bot.rules.dispositions import Disposition, DispositionState, ScannedLetter
from bot.rules.fingerprint import fingerprint
from bot.rules.hardcopies import Hardcopy, PrintedPaper, Scan
from bot.rules.people import Office
from bot.rules.printed import PaperKind
from bot.rules.run import Fact, Run
from bot.rules.sop import ApprovalAct
from bot.texts import evidence as texts
from tests.bot.conftest import Course

ZONE = "Asia/Makassar"
OPENED = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
NAMES = {7: "Sitti Aminah", 8: "Andi Baso"}
LETTER, MENDED, FORMAT = b"%PDF kurang", b"%PDF lengkap", b"PK format"
DOCUMENT, VERSION_2 = "2026-TW3/irban-1/LHE_v1_lhe.pdf", "2026-TW3/irban-1/LHE_v2_lhe.pdf"
FORMAT_NAME = "lampiran/0002_format diganti format.xlsx"
PAPER, SCAN_NAME = (
    "naskah/01_Rekap.pdf",
    "naskah/pindaian/0010_pindaian bertanda tangan disimpan ttd.pdf",
)
LETTER_NAME = "disposisi/0008_arahan disertakan surat.pdf"
SCAN, ORDER = b"%PDF bertanda tangan", b"%PDF surat"
STANDING = Sheet(PaperKind.RECAP, "", "Rekap", "", {}, OPENED)
PLAIN = (
    "BACA.txt",
    "recap.xlsx",
    "recap.pdf",
    "recap.png",
    "naskah.pdf",
    "berkas.csv",
    "pengembalian.csv",
)
Files = dict[str, bytes]
Tamper = Callable[[Files], object]


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def told_facts() -> list[Fact]:
    def lhe(version: int, content: bytes, **more: object) -> dict[str, object]:
        known = {"jenis": "LHE", "versi": version, "nama": "lhe.pdf", "nihil": False}
        return {**known, "sidik": sha(content), **more}

    arahan = {"agenda": "12/2026", "arahan": "Mohon dihimpun.", "sifat": "segera"}
    letter = {"sidik": sha(ORDER)}
    scanned = {"kode": "K7", "nama": "ttd.pdf", "sidik": sha(SCAN)}
    approved = {"giliran": 1, "urutan": 1, "tindakan": "paraf", "sidik": sha(b"isi recap.xlsx")}
    back = {"dari": "irban-1", "alasan": "Halaman 2 belum ada.", "semula": "diterima"}
    return [
        Fact("langkah dibuka", OPENED, detail={"langkah": 4}),
        Fact("format diganti", at(1), 8, "", {"nama": "format.xlsx", "sidik": sha(FORMAT)}),
        Fact("berkas diterima", at(2), 7, "irban-1", lhe(1, LETTER)),
        Fact("berkas dikembalikan", at(40), 8, "kasubbag-evlap", lhe(1, LETTER, **back)),
        Fact("batas mengikuti", at(41), None, "irban-1", {"batas": at(600).isoformat()}),
        Fact("berkas diterima", at(1500), 7, "irban-1", lhe(2, MENDED)),
        Fact("pengingat dikirim", at(1501), 8, "", {"pegawai": [7]}),
        Fact("arahan disertakan", at(1502), 8, "", arahan | {"nama": "surat.pdf"} | letter),
        Fact(
            "naskah dicetak",
            at(1503),
            8,
            "",
            {"naskah": "Rekap", "kode": "K7", "isi": STANDING.digest},
        ),
        Fact(
            "pindaian bertanda tangan disimpan",
            at(1504),
            8,
            "",
            {"kode": "K7", "nama": "ttd.pdf"} | scanned,
        ),
        Fact("naskah fisik diterima", at(1505), 8, "", {"kode": "K7", "tempat": "Lemari 2"}),
        Fact("rekap akhir dibekukan", at(1506), detail={"sidik": approved["sidik"]}),
        Fact("persetujuan diminta", at(1506), None, "kasubbag-perencanaan", approved),
        Fact("paraf tercatat", at(1507), 8, "kasubbag-perencanaan", approved),
    ]


def at(minutes: int) -> datetime:
    return OPENED + timedelta(minutes=minutes)


def chained(run: Run, facts: list[Fact]) -> tuple[tuple[Fact, str], ...]:
    previous, recorded = chain.START, []
    for fact in facts:
        previous = chain.digest(previous, run.office_id, run.id, fact)
        recorded.append((fact, previous))
    return tuple(recorded)


@pytest.fixture
def run(course: Course) -> Run:
    return replace(course.run, documents=())


@pytest.fixture
def files(run: Run) -> Files:
    """A whole pack; the papers in it are stand-ins, for the checker reads none of them."""
    recorded = chained(run, told_facts())
    kept = {name: f"isi {name}".encode() for name in PLAIN}
    kept |= {DOCUMENT: LETTER, VERSION_2: MENDED, FORMAT_NAME: FORMAT}
    kept |= {PAPER: b"%PDF rekap", SCAN_NAME: SCAN, LETTER_NAME: ORDER}
    kept |= registers(run)
    kept |= {"facts.jsonl": json_lines(run, recorded), "facts.csv": facts_table(recorded)}
    kept |= {"sop.toml": run.sop.source.encode(), "kalender.toml": b"zona"}
    kept["periksa.py"] = Path(periksa.__file__).read_bytes()
    office = Office(run.office_id, -100, "Kinerja DPMD", "token", "kalender")
    assert people_in(run, recorded) == {7, 8}
    kept["manifest.json"] = manifest(office, run, recorded, NAMES, ZONE, listed(kept))
    return kept


def registers(run: Run) -> Files:
    """Of one paper that was printed, received and scanned, and of one arahan with its letter."""
    scan = Scan(sha(SCAN), "ttd.pdf", at(1504), 8)
    paper = PrintedPaper(
        *(1, 1, 1, PaperKind.RECAP, "", STANDING.digest, "K7", "Rekap", at(1503), at(1503), 8),
        *(Hardcopy(at(1505), 8, "Lemari 2"), scan),
    )
    by_hash = {sha(SCAN): SCAN_NAME, sha(ORDER): LETTER_NAME}
    papers = papers_table([(PAPER, STANDING)], [paper], by_hash, NAMES, ZONE)
    letter = ScannedLetter(sha(ORDER), "surat.pdf")
    arahan = Disposition(
        *(1, 1, 2026, 12, DispositionState.PREPARED, at(1502), 8, "kepala"),
        instruction="Mohon dihimpun.",
        letter=letter,
    )
    return {
        "naskah.csv": papers,
        "persetujuan.csv": approvals_table(replace(run, approvals=approvals()), NAMES, ZONE),
        "disposisi.csv": dispositions_table(run, [arahan], by_hash, NAMES, ZONE),
    }


def approvals() -> tuple[Approval, ...]:
    """The first has given his, the next is not asked yet."""
    recap = sha(b"isi recap.xlsx")
    first = Approval(
        *(1, 1, "kasubbag-perencanaan", ApprovalAct.INITIAL, recap, ApprovalState.GIVEN),
        decided_at=at(1507),
        decided_by=8,
    )
    return first, Approval(1, 2, "sekretaris", ApprovalAct.INITIAL, recap)


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


def faults(path: Path, *seal: str) -> list[str]:
    return periksa.checked([str(path), *seal])[1]


def test_a_whole_pack_is_proved_and_told_by_the_office_s_clock(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert periksa.main([str(zipped(files, tmp_path / "p.zip"))]) == 0
    told = capsys.readouterr().out
    assert "HASIL: TERBUKTI" in told
    assert "YANG TERJADI, menurut catatan (waktu WITA, Asia/Makassar)\n\nSenin, 23 Nov" in told
    assert "  07.30  Langkah dibuka (langkah 4)\n" in told
    assert "  08.10  Berkas dikembalikan - Ka" in told
    assert ", oleh Andi Baso (LHE, versi 1, lhe.pdf, alasan: Halaman 2 belum" in told
    assert "batas Senin, 23 November 2026 pukul 17.30 WITA" in told
    assert "\nSelasa, 24 November 2026\n  08.30  Berkas diterima - Irban I, oleh Sit" in told
    assert "(pegawai Sitti Aminah)" in told
    assert "Naskah dicetak - oleh Andi Baso (kode K7, naskah Rekap)" in told
    assert "Naskah fisik diterima - oleh Andi Baso (kode K7, tempat Lemari 2)" in told
    assert sha(files["manifest.json"]) in told


def test_it_runs_alone_in_the_unpacked_folder(files: Files, tmp_path: Path) -> None:
    folder = unpacked(files, tmp_path / "paket")
    words = [sys.executable, "-I", "-W", "error", "periksa.py"]
    asked = {"cwd": folder, "env": {}, "capture_output": True, "text": True}
    proved = subprocess.run(words, **asked)
    assert (proved.returncode, proved.stderr) == (0, "")
    (folder / DOCUMENT).write_bytes(b"%PDF diubah")
    broken = subprocess.run(words, **asked)
    assert (broken.returncode, broken.stderr) == (1, "")
    assert f"isi berubah: {DOCUMENT}" in broken.stdout
    assert "HASIL: TIDAK TERBUKTI" in broken.stdout
    assert "Langkah dibuka" not in broken.stdout


def flip(name: str) -> Tamper:
    def change(files: Files) -> None:
        files[name] = files[name][:-1] + bytes([files[name][-1] ^ 1])

    return change


def lines(files: Files) -> list[str]:
    return files["facts.jsonl"].decode().splitlines()


def facts(change: Callable[[list[Any]], object], *, follow: bool = True) -> Tamper:
    """Facts changed as values; with `follow` the table, the manifest and its seal are made anew."""

    def tamper(files: Files) -> None:
        told = [json.loads(line) for line in lines(files)]
        change(told)
        text = [json.dumps(f, ensure_ascii=False, sort_keys=True) + "\n" for f in told]
        files["facts.jsonl"] = "".join(text).encode()
        if follow:
            files["facts.csv"] = as_table(told)
            rewrite(files, facts={"count": len(told), "head": told[-1]["hash"]})

    return tamper


def as_table(told: list[Any]) -> bytes:
    text = io.StringIO(newline="")
    rows = [[periksa.cell(fact.get(key)) for key in COLUMNS] for fact in told]
    csv.writer(text).writerows([COLUMNS, *rows])
    return text.getvalue().encode("utf-8-sig")


def swap(told: list[Any]) -> None:
    told[2], told[3] = told[3], told[2]


def renumbered(told: list[Any]) -> None:
    del told[3]
    for place, fact in enumerate(told, 1):
        fact["place"] = place


def alter(told: list[Any]) -> None:
    """Its own hash follows, the next fact's does not."""
    told[3]["detail"]["alasan"] = "Tanpa alasan."
    told[3]["hash"] = periksa.link(told[2]["hash"], told[3])


def rechain(told: list[Any]) -> None:
    previous = ""
    for place, fact in enumerate(told, 1):
        fact["place"] = place
        previous = fact["hash"] = periksa.link(previous, fact)


def rechained(change: Callable[[list[Any]], object]) -> Tamper:
    return facts(lambda told: (change(told), rechain(told)))


def forged(change: Tamper) -> Tamper:
    return lambda files: (change(files), rewrite(files))


def put(name: str, content: bytes) -> Tamper:
    return lambda files: files.update({name: content})


def edit(change: Callable[[Any], object]) -> Tamper:
    """The manifest edited by hand, its seal left as it was."""

    def tamper(files: Files) -> None:
        told = json.loads(files["manifest.json"])
        change(told)
        files["manifest.json"] = (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()

    return tamper


def reword(name: str, before: bytes, after: bytes) -> Tamper:
    """A table altered by one who makes the manifest anew."""

    def change(files: Files) -> None:
        assert before in files[name]
        files[name] = files[name].replace(before, after)

    return forged(change)


def without_rows(name: str) -> Tamper:
    return lambda files: files.update({name: files[name].split(b"\r\n")[0] + b"\r\n"})


def exchange(files: Files) -> None:
    files[DOCUMENT], files[VERSION_2] = files[VERSION_2], files[DOCUMENT]


TAMPERED = {
    "a byte of a document": (flip(DOCUMENT), periksa.CHANGED),
    "a byte of the recap": (flip("recap.pdf"), periksa.CHANGED),
    "a byte of the checker": (flip("periksa.py"), periksa.CHANGED),
    "a document grown": (put(DOCUMENT, LETTER + b"\n"), periksa.SIZE),
    "a document left out": (lambda f: f.pop(DOCUMENT), periksa.MISSING),
    "the manifest left out": (lambda f: f.pop("manifest.json"), periksa.BAD_MANIFEST),
    "the facts left out": (lambda f: f.pop("facts.jsonl"), periksa.MISSING),
    "a file added": (put("catatan.txt", b"x"), periksa.ADDED),
    "a document left out, manifest follows": (forged(lambda f: f.pop(DOCUMENT)), periksa.GONE),
    "a format left out, manifest follows": (forged(lambda f: f.pop(FORMAT_NAME)), periksa.GONE),
    "the facts left out, manifest follows": (
        forged(lambda f: f.pop("facts.jsonl")),
        periksa.LACKING,
    ),
    "a document changed, manifest follows": (forged(flip(DOCUMENT)), periksa.GONE),
    "two versions exchanged, manifest follows": (forged(exchange), periksa.UNTOLD_FILE),
    "a document added, manifest follows": (
        forged(put("2026-TW3/irban-1/LHP_v1_baru.pdf", b"baru")),
        periksa.UNTOLD_FILE,
    ),
    "a document shown as another seat's, manifest follows": (
        forged(put("2026-TW3/irban-2/LHE_v1_lhe.pdf", LETTER)),
        periksa.UNTOLD_FILE,
    ),
    "a letter added at the top, manifest follows": (
        forged(put("surat.pdf", b"x")),
        periksa.UNKNOWN,
    ),
    "a fact removed": (facts(lambda t: t.pop(3), follow=False), periksa.SIZE),
    "a fact removed, manifest follows": (facts(lambda t: t.pop(3)), periksa.BROKEN),
    "a fact removed, the rest renumbered": (facts(renumbered), periksa.BROKEN),
    "the last fact removed": (
        lambda f: (facts(lambda t: t.pop(), follow=False)(f), rewrite(f)),
        periksa.BAD_END,
    ),
    "two facts swapped": (facts(swap), periksa.BAD_PLACE),
    "a fact altered": (facts(lambda t: t[3].update(person=7)), periksa.BROKEN),
    "a fact moved in time": (
        facts(lambda t: t[3].update(at="2026-11-23T01:00:00.000000+00:00")),
        periksa.BROKEN,
    ),
    "a fact altered with its own hash": (facts(alter), periksa.BROKEN),
    "a fact of another run": (facts(lambda t: t[3].update(run=99)), periksa.BAD_RUN),
    "a key slipped into a fact": (facts(lambda t: t[3].update(baru=1)), periksa.BAD_LINE),
    "a moment without zone": (
        rechained(lambda t: t[3].update(at="2026-11-23T01:00:00")),
        periksa.BAD_LINE,
    ),
    "no JSON in a line": (
        forged(lambda f: f.update({"facts.jsonl": f["facts.jsonl"] + b"{\n"})),
        periksa.BAD_LINE,
    ),
    "the table altered, manifest follows": (
        forged(
            lambda f: f.update({"facts.csv": f["facts.csv"].replace(b"Halaman 2", b"Halaman 3")})
        ),
        periksa.BAD_TABLE,
    ),
    "a receipt taken out of a chain made anew": (
        rechained(lambda t: t.pop(5)),
        periksa.UNTOLD_FILE,
    ),
    "a paper left out, manifest follows": (forged(lambda f: f.pop(PAPER)), periksa.LISTED_GONE),
    "a paper added, manifest follows": (
        forged(put("naskah/02_Kartu kendali.pdf", b"baru")),
        periksa.NOT_LISTED,
    ),
    "a paper in a folder of its own": (
        forged(put("naskah/baru/01_Rekap.pdf", b"baru")),
        periksa.UNTOLD_FILE,
    ),
    "a scan changed, manifest follows": (forged(flip(SCAN_NAME)), periksa.GONE),
    "a scan left out, manifest follows": (forged(lambda f: f.pop(SCAN_NAME)), periksa.GONE),
    "a letter changed, manifest follows": (forged(flip(LETTER_NAME)), periksa.GONE),
    "a letter shown as a scan": (
        forged(lambda f: f.update({SCAN_NAME: f[LETTER_NAME], LETTER_NAME: f[SCAN_NAME]})),
        periksa.UNTOLD_FILE,
    ),
    "another code in the register": (reword("naskah.csv", b"K7", b"K9"), periksa.DIFFERS),
    "another content in the register": (
        reword("naskah.csv", STANDING.digest.encode(), b"0" * 64),
        periksa.DIFFERS,
    ),
    "another place in the register": (
        reword("naskah.csv", b"Lemari 2", b"Lemari 3"),
        periksa.DIFFERS,
    ),
    "the scan taken out of the register": (
        reword("naskah.csv", SCAN_NAME.encode(), b""),
        periksa.LISTED_GONE,
    ),
    "a row taken out of the register": (forged(without_rows("naskah.csv")), periksa.DIFFERS),
    "a column taken out of the register": (
        reword("naskah.csv", b"Kode,", b""),
        periksa.BAD_REGISTER,
    ),
    "another arahan in the table": (
        reword("disposisi.csv", b"Mohon dihimpun.", b"Mohon ditunda."),
        periksa.DIFFERS,
    ),
    "another agenda number in the table": (
        reword("disposisi.csv", b"12/", b"13/"),
        periksa.DIFFERS,
    ),
    "the letter taken out of the table": (
        reword("disposisi.csv", sha(ORDER).encode(), b""),
        periksa.DIFFERS,
    ),
    "a disposition taken out of the table": (
        forged(without_rows("disposisi.csv")),
        periksa.DIFFERS,
    ),
    "another recap than was approved": (forged(flip("recap.xlsx")), periksa.GONE),
    "the recap approved laid elsewhere": (
        forged(lambda f: f.update({"BACA.txt": f["recap.xlsx"], "recap.xlsx": b"lain"})),
        periksa.OTHER_RECAP,
    ),
    "an approval of another recap": (
        rechained(lambda t: t[13]["detail"].update(sidik=sha(LETTER))),
        periksa.OTHER_APPROVED,
    ),
    "an approval before the recap was closed": (
        rechained(lambda t: t.insert(10, t.pop(13))),
        periksa.OTHER_APPROVED,
    ),
    "an approval taken out of the table": (
        forged(without_rows("persetujuan.csv")),
        periksa.DIFFERS,
    ),
    "an approval that nobody gave": (
        reword("persetujuan.csv", b"menunggu", b"diberikan"),
        periksa.DIFFERS,
    ),
    "an approval by another person": (
        reword("persetujuan.csv", b"Andi Baso", b"Sitti Aminah"),
        periksa.DIFFERS,
    ),
    "an approval shown of another recap": (
        reword("persetujuan.csv", sha(b"isi recap.xlsx").encode(), b"0" * 64),
        periksa.DIFFERS,
    ),
    "an approval's fact taken out of a chain made anew": (
        rechained(lambda t: t.pop(13)),
        periksa.DIFFERS,
    ),
    "the registers left out, manifest follows": (
        forged(lambda f: f.pop("naskah.csv")),
        periksa.LACKING,
    ),
    "the manifest edited": (edit(lambda t: t.update(state="batal")), periksa.BAD_SEAL),
    "a name in the manifest edited": (
        edit(lambda t: t["people"].update({"8": "Orang lain"})),
        periksa.BAD_SEAL,
    ),
    "the manifest cut": (
        lambda f: f.update({"manifest.json": f["manifest.json"][:-9]}),
        periksa.BAD_MANIFEST,
    ),
    "a key twice in the manifest": (
        lambda f: f.update(
            {"manifest.json": f["manifest.json"].replace(b'{\n  "off', b'{\n  "run": 9,\n  "off')}
        ),
        periksa.BAD_MANIFEST,
    ),
    "the office's clock moved, seal follows": (
        lambda f: rewrite(f, clock=[{"place": 1, "minutes": 420, "name": "WITA"}]),
        periksa.BAD_MANIFEST,
    ),
}


@pytest.mark.parametrize("kind", ["zip", "folder"])
@pytest.mark.parametrize(("tamper", "found"), TAMPERED.values(), ids=TAMPERED.keys())
def test_a_tampered_pack_is_not_proved(
    files: Files, tmp_path: Path, tamper: Tamper, found: str, kind: str
) -> None:
    tamper(files)
    if kind == "zip":
        path = zipped(files, tmp_path / "p.zip")
    else:
        path = unpacked(files, tmp_path / "paket")
    told = faults(path)
    sentence = re.sub(r"\\\{\d\\\}", ".*", re.escape(found))
    assert any(re.fullmatch(sentence, fault) for fault in told), told


@pytest.mark.parametrize(
    "name",
    ["../di luar.txt", "/etc/passwd", "a/../../b", "C:\\x.txt", "a\\b", "a//b", "./a", "folder/"],
)
@pytest.mark.parametrize("told", [False, True], ids=["in the ZIP", "also in the manifest"])
def test_a_name_that_leaves_the_folder_is_refused(
    files: Files, tmp_path: Path, name: str, told: bool
) -> None:
    files[name] = b"x"
    if told:
        rewrite(files)
        del files[name]
    (fault,) = faults(zipped(files, tmp_path / "p.zip"))
    assert fault.startswith(periksa.BAD_NAME.split("{")[0])


def test_a_name_that_stands_twice_is_refused(files: Files, tmp_path: Path) -> None:
    path = zipped(files, tmp_path / "p.zip")
    with zipfile.ZipFile(path, "a") as bundle, pytest.warns(UserWarning, match="Duplicate"):
        bundle.writestr(DOCUMENT, b"lain")
    assert faults(path) == [periksa.tell(periksa.TWICE, DOCUMENT)]


def test_what_hides_outside_the_files_of_the_zip_is_found(files: Files, tmp_path: Path) -> None:
    path = zipped(files, tmp_path / "p.zip")
    path.write_bytes(b"tersembunyi" + path.read_bytes())
    assert faults(path) == [periksa.HIDDEN]
    with zipfile.ZipFile(zipped(files, path), "a") as bundle:
        bundle.comment = b"tersembunyi"
    assert faults(path) == [periksa.HIDDEN]


@pytest.mark.parametrize("kind", ["zip", "folder"])
def test_a_link_is_no_file_of_a_pack(files: Files, tmp_path: Path, kind: str) -> None:
    path = unpacked(files, tmp_path / "paket")
    if kind == "folder":
        (path / DOCUMENT).unlink()
        (path / DOCUMENT).symlink_to(os.devnull)
    else:
        content = files.pop(DOCUMENT)
        path = zipped(files, tmp_path / "p.zip")
        entry = zipfile.ZipInfo(DOCUMENT)
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        with zipfile.ZipFile(path, "a") as bundle:
            bundle.writestr(entry, content)
    assert faults(path) == [periksa.tell(periksa.LINKED, DOCUMENT)]


def test_a_bomb_is_refused_by_its_declared_sizes(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = zipped({**files, DOCUMENT: bytes(2**20)}, tmp_path / "p.zip")
    opened = []
    real = periksa.Bundle.open
    monkeypatch.setattr(
        periksa.Bundle, "open", lambda self, name: (opened.append(name), real(self, name))[1]
    )
    assert faults(bomb)[0].startswith(f"ukuran berubah: {DOCUMENT}")
    assert DOCUMENT not in opened
    monkeypatch.setattr(periksa, "MOST_BYTES", 2**20)
    assert faults(bomb)[0].startswith("isi paket melebihi batas")
    monkeypatch.setattr(periksa, "MOST_READ", 99)
    opened.clear()
    assert faults(bomb)[0].startswith("manifest.json terlalu besar")
    assert opened == []


def test_an_entry_that_lies_about_its_size_is_not_read_beyond_it(
    files: Files, tmp_path: Path
) -> None:
    path = zipped({**files, DOCUMENT: LETTER + bytes(2**20)}, tmp_path / "p.zip")
    large = (len(LETTER) + 2**20).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(large, len(LETTER).to_bytes(4, "little")))
    assert periksa.tell(periksa.CHANGED, DOCUMENT) in faults(path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"bukan ZIP" * 99])
def test_what_is_no_zip_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(content)
    (fault,) = faults(path)
    assert fault
    assert faults(tmp_path / "tiada.zip") == [periksa.tell(periksa.NO_PACK, tmp_path / "tiada.zip")]


def test_a_pack_made_anew_as_a_whole_shows_by_the_hash_that_was_told_at_the_export(
    files: Files, tmp_path: Path
) -> None:
    seal = sha(files["manifest.json"])
    assert faults(zipped(files, tmp_path / "p.zip"), seal.upper()) == []
    rechained(lambda t: t[3]["detail"].update(alasan="Lain."))(files)
    anew = zipped(files, tmp_path / "p.zip")
    assert faults(anew) == []
    assert faults(anew, seal) == [periksa.tell(periksa.SEAL_OTHER, seal)]


def test_an_older_python_can_read_it_and_is_told(
    files: Files,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    source = Path(periksa.__file__).read_text("ascii")
    tree = ast.parse(source, feature_version=(3, 5))
    assert not any(isinstance(node, ast.JoinedStr | ast.AnnAssign) for node in ast.walk(tree))
    pack = str(zipped(files, tmp_path / "p.zip"))
    monkeypatch.setattr(sys, "version_info", (3, 7, 9))
    assert periksa.main([pack]) == 1
    assert "Python 3.8 atau lebih baru; yang terpasang Python 3.7." in capsys.readouterr().err
    monkeypatch.setattr(sys, "version_info", (3, 8, 0))
    assert periksa.main([pack]) == 0


def test_it_stands_on_the_standard_library_alone() -> None:
    tree = ast.parse(Path(periksa.__file__).read_text("ascii"))
    named = [n.name for node in ast.walk(tree) if isinstance(node, ast.Import) for n in node.names]
    named += [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    assert {name for name in named if name not in sys.stdlib_module_names} == set()


@pytest.mark.parametrize("words", [["-h"], ["--help"], ["a", "b", "c"]])
def test_wrong_use_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert periksa.main(words) == 1
    assert capsys.readouterr().err == periksa.USAGE


def test_its_words_of_columns_and_signs_are_the_house_s_own() -> None:
    assert (periksa.KEYS, periksa.SIGNS) == (COLUMNS, FORMULA_SIGNS)
    assert periksa.HEADS == {
        periksa.PAPERS: texts.PAPERS,
        periksa.APPROVALS: texts.APPROVALS,
        periksa.DISPOSITIONS: texts.DISPOSITIONS,
    }


def test_its_hash_of_a_fact_is_the_chain_s(run: Run) -> None:
    previous = chain.START
    for line in json_lines(run, chained(run, told_facts())).decode().splitlines():
        told = json.loads(line)
        previous = periksa.link(previous, told)
        assert previous == told["hash"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026-11-22", "Minggu, 22 November 2026"),
        ("2026-11-22T23:30:00+00:00", "Senin, 23 November 2026 pukul 07.30 WITA"),
        ("2026-13-45", "2026-13-45"),
        ("2026-11-22T99:00:00+00:00", "2026-11-22T99:00:00+00:00"),
        ("0001-01-01T00:00:00+23:59", "0001-01-01T00:00:00+23:59"),
        ("seadanya", "seadanya"),
    ],
)
def test_days_and_moments_are_told_as_the_office_writes_them(text: str, told: str) -> None:
    assert periksa.timed(text, {"minutes": 480, "name": "WITA"}) == told


def test_a_very_long_fact_stands_in_the_table_too(files: Files, run: Run, tmp_path: Path) -> None:
    facts = chained(run, [*told_facts(), Fact("catatan", at(1600), detail={"isi": "x" * 200_000})])
    files |= {"facts.jsonl": json_lines(run, facts), "facts.csv": facts_table(facts)}
    rewrite(files, facts={"count": len(facts), "head": facts[-1][1]})
    before = csv.field_size_limit()
    assert faults(zipped(files, tmp_path / "p.zip")) == []
    csv.field_size_limit(before)


def test_where_the_clock_was_turned_each_time_bears_its_zone(
    files: Files, run: Run, tmp_path: Path
) -> None:
    facts = chained(run, told_facts())
    late = chained(run, [replace(fact, at=fact.at - timedelta(days=29)) for fact, _ in facts])
    turns = list(clock(late, "Europe/Berlin"))
    assert turns == [
        {"place": 1, "minutes": 120, "name": "CEST"},
        {"place": 6, "minutes": 60, "name": "CET"},
    ]
    rewrite(files, clock=turns, zone="Europe/Berlin")
    lines, found = periksa.checked([str(zipped(files, tmp_path / "p.zip"))])
    assert found == []
    assert "  01.30 CEST  Langkah dibuka (langkah 4)" in lines
    assert any(line.startswith("  01.30 CET  Berkas diterima") for line in lines)


def test_signs_that_steer_a_terminal_are_not_printed() -> None:
    assert periksa.shown("a\x1b[2Jb\r\nc") == "a [2Jb  c"
