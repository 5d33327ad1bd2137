"""Files of a pack that were changed, left out, added, copied or exchanged."""

import unicodedata
from pathlib import Path

import pytest

from bot.papers import periksa
from tests.bot.papers.periksa.packs import (
    DOCUMENT,
    FORMAT_NAME,
    LETTER,
    LETTER_NAME,
    PAPER,
    SCAN_NAME,
    VERSION_2,
    Files,
    Tamper,
    faults,
    laid,
    rewrite,
)
from tests.bot.papers.periksa.tampering import copy, drop, flip, forged, is_told, put


def exchange(one: str, other: str) -> Tamper:
    return lambda f: f.update({one: f[other], other: f[one]})


TAMPERED = {
    "a byte of a document": (flip(DOCUMENT), periksa.CHANGED),
    "a byte of the recap": (flip("recap.pdf"), periksa.CHANGED),
    "a byte of the checker": (flip("periksa.py"), periksa.CHANGED),
    "a document grown": (put(DOCUMENT, LETTER + b"\n"), periksa.SIZE),
    "a document left out": (drop(DOCUMENT), periksa.MISSING),
    "the facts left out": (drop("facts.jsonl"), periksa.MISSING),
    "a file added": (put("catatan.txt", b"x"), periksa.ADDED),
}
FORGED = {
    "a document left out": (drop(DOCUMENT), periksa.GONE),
    "a format left out": (drop(FORMAT_NAME), periksa.GONE),
    "the facts left out": (drop("facts.jsonl"), periksa.LACKING),
    "a register left out": (drop("naskah.csv"), periksa.LACKING),
    "a document changed": (flip(DOCUMENT), periksa.GONE),
    "two versions exchanged": (exchange(DOCUMENT, VERSION_2), periksa.UNTOLD_FILE),
    "a document added": (put("2026-TW3/irban-1/LHP_v1_baru.pdf", b"x"), periksa.UNTOLD_FILE),
    "a document shown as another seat's": (
        copy(DOCUMENT, "2026-TW3/irban-2/LHE_v1_lhe.pdf"),
        periksa.UNTOLD_FILE,
    ),
    "a document shown as another period's": (
        copy(DOCUMENT, "2025-TW3/irban-1/LHE_v1_lhe.pdf"),
        periksa.UNTOLD_FILE,
    ),
    "a document in a deeper folder": (
        copy(DOCUMENT, "2026-TW3/irban-1/LHE_v1_lain/lhe.pdf"),
        periksa.UNTOLD_FILE,
    ),
    "a document twice": (
        copy(DOCUMENT, "2026-TW3/irban-1/LHE_v1_lain.pdf"),
        periksa.NOT_LISTED,
    ),
    "a document renamed": (
        lambda f: f.update({"2026-TW3/irban-1/LHE_v1_lain.pdf": f.pop(DOCUMENT)}),
        periksa.NOT_LISTED,
    ),
    "a document shown among the attached": (
        copy(DOCUMENT, "lampiran/0003_berkas diterima lhe.pdf"),
        periksa.UNTOLD_FILE,
    ),
    "a format twice": (copy(FORMAT_NAME, "lampiran/0002_lain.xlsx"), periksa.UNTOLD_FILE),
    "two names that some disks take for one": (
        copy(FORMAT_NAME, FORMAT_NAME.replace("0002_f", "0002_F")),
        periksa.TWICE,
    ),
    "a letter added at the top": (put("surat.pdf", b"x"), periksa.UNKNOWN),
    "a paper left out": (drop(PAPER), periksa.LISTED_GONE),
    "a paper added": (put("naskah/02_Kartu kendali.pdf", b"baru"), periksa.NOT_LISTED),
    "a paper in a folder of its own": (
        put("naskah/baru/01_Rekap.pdf", b"baru"),
        periksa.UNTOLD_FILE,
    ),
    "a scan changed": (flip(SCAN_NAME), periksa.GONE),
    "a scan left out": (drop(SCAN_NAME), periksa.GONE),
    "a letter changed": (flip(LETTER_NAME), periksa.GONE),
    "a letter shown as a scan": (exchange(SCAN_NAME, LETTER_NAME), periksa.UNTOLD_FILE),
    "another recap than was approved": (flip("recap.xlsx"), periksa.GONE),
    "the recap approved laid elsewhere": (
        lambda f: f.update({"BACA.txt": f["recap.xlsx"], "recap.xlsx": b"lain"}),
        periksa.OTHER_RECAP,
    ),
}


@pytest.mark.parametrize("kind", ["zip", "folder"])
@pytest.mark.parametrize(("tamper", "found"), TAMPERED.values(), ids=TAMPERED.keys())
def test_a_file_tampered_with_is_found(
    files: Files, tmp_path: Path, tamper: Tamper, found: str, kind: str
) -> None:
    tamper(files)
    told = faults(laid(files, tmp_path, kind))
    assert is_told(found, told), told


@pytest.mark.parametrize(("tamper", "found"), FORGED.values(), ids=FORGED.keys())
def test_it_is_found_too_where_the_manifest_follows(
    files: Files, tmp_path: Path, tamper: Tamper, found: str
) -> None:
    forged(tamper)(files)
    told = faults(laid(files, tmp_path, "zip"))
    assert is_told(found, told), told


def test_two_files_that_look_alike_by_their_accents_are_told(files: Files, tmp_path: Path) -> None:
    files["kafé.txt"] = b"x"
    rewrite(files)
    path = laid(files, tmp_path, "folder")
    (path / unicodedata.normalize("NFD", "kafé.txt")).write_bytes(b"lain")
    assert faults(path) == [periksa.tell(periksa.TWICE, "kafé.txt")]


@pytest.mark.parametrize("name", ["facts.jsonl", "facts.csv", "naskah.csv", "manifest.json"])
def test_bytes_that_are_no_text_are_told_in_words_beside_all_else(
    files: Files, tmp_path: Path, name: str
) -> None:
    files |= {name: b"\xff\xfe", "tambahan.txt": b"x"}
    told = faults(laid(files, tmp_path, "zip"))
    assert not any("codec" in fault for fault in told)
    if name == "manifest.json":
        assert told == [periksa.tell(periksa.BAD_REGISTER, name)]
    else:
        assert periksa.tell(periksa.ADDED, "tambahan.txt") in told
