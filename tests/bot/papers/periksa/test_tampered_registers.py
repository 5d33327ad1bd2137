"""The tables of a pack, altered by one who makes the manifest anew: the facts tell otherwise."""

from pathlib import Path

import pytest

from bot.papers import periksa
from tests.bot.papers.periksa.packs import (
    DOCUMENT,
    LETTER,
    MENDED,
    ORDER,
    REASON,
    SCAN_NAME,
    STANDING,
    VERSION_2,
    Files,
    Tamper,
    faults,
    laid,
    sha,
)
from tests.bot.papers.periksa.tampering import is_told, reword, with_row, without_rows

DOCUMENTS, DECISIONS = "berkas.csv", "pengembalian.csv"
PAPERS, APPROVALS, DISPOSITIONS = "naskah.csv", "persetujuan.csv", "disposisi.csv"
RECAP = sha(b"isi recap.xlsx")
TAMPERED = {
    "no version listed": (without_rows(DOCUMENTS), periksa.DIFFERS),
    "another kind": (reword(DOCUMENTS, ",LHE,1,", ",LHP,1,"), periksa.DIFFERS),
    "another seat": (reword(DOCUMENTS, "Irban I,", "Irban II,"), periksa.DIFFERS),
    "another name": (reword(DOCUMENTS, ",lhe.pdf,", ",lain.pdf,"), periksa.DIFFERS),
    "another hash": (reword(DOCUMENTS, sha(LETTER), sha(MENDED)), periksa.DIFFERS),
    "another file of the pack": (reword(DOCUMENTS, DOCUMENT, VERSION_2), periksa.NOT_LISTED),
    "no file of the pack": (reword(DOCUMENTS, DOCUMENT, "lain.pdf"), periksa.LISTED_GONE),
    "approved though it was returned": (
        reword(DOCUMENTS, "diganti versi berikutnya", "disetujui"),
        periksa.DIFFERS,
    ),
    "unread though it was approved": (
        reword(DOCUMENTS, "2,disetujui", '2,"diterima, belum diperiksa"'),
        periksa.DIFFERS,
    ),
    "another reason of a return": (reword(DOCUMENTS, REASON, "Lain."), periksa.DIFFERS),
    "a version slipped in": (
        with_row(DOCUMENTS, lambda row: row.__setitem__(3, "9")),
        periksa.DIFFERS,
    ),
    "a return taken out": (without_rows(DECISIONS), periksa.DIFFERS),
    "a return for another reason": (reword(DECISIONS, REASON, "Lain."), periksa.DIFFERS),
    "a return by another seat": (
        reword(DECISIONS, "Ka.Subbag Evaluasi dan Pelaporan", "Ka.Subbag Lain"),
        periksa.DIFFERS,
    ),
    "a return at another time": (reword(DECISIONS, "08.10", "08.11"), periksa.DIFFERS),
    "a return slipped in": (
        with_row(DECISIONS, lambda row: row.__setitem__(9, "Lain.")),
        periksa.DIFFERS,
    ),
    "another code": (reword(PAPERS, "K7", "K9"), periksa.DIFFERS),
    "another content": (reword(PAPERS, STANDING.digest, "0" * 64), periksa.DIFFERS),
    "another place": (reword(PAPERS, "Lemari 2", "Lemari 3"), periksa.DIFFERS),
    "the scan taken out": (reword(PAPERS, SCAN_NAME, ""), periksa.LISTED_GONE),
    "no paper listed": (without_rows(PAPERS), periksa.DIFFERS),
    "a column taken out": (reword(PAPERS, "Kode,", ""), periksa.BAD_REGISTER),
    "a paper that there is none of": (
        with_row(PAPERS, lambda row: row.__setitem__(slice(None), ["", "Surat", *[""] * 10])),
        periksa.DIFFERS,
    ),
    "another arahan": (
        reword(DISPOSITIONS, "Mohon dihimpun.", "Mohon ditunda."),
        periksa.DIFFERS,
    ),
    "another agenda number": (reword(DISPOSITIONS, "12/", "13/"), periksa.DIFFERS),
    "the letter taken out": (reword(DISPOSITIONS, sha(ORDER), ""), periksa.DIFFERS),
    "no disposition listed": (without_rows(DISPOSITIONS), periksa.DIFFERS),
    "no approval listed": (without_rows(APPROVALS), periksa.DIFFERS),
    "an approval that nobody gave": (
        reword(APPROVALS, "menunggu", "diberikan"),
        periksa.DIFFERS,
    ),
    "an approval by another person": (
        reword(APPROVALS, "Andi Baso", "Sitti Aminah"),
        periksa.DIFFERS,
    ),
    "an approval of another recap": (reword(APPROVALS, RECAP, "0" * 64), periksa.DIFFERS),
    "an approval slipped in before the real one": (
        with_row(APPROVALS, lambda row: row.__setitem__(7, "Orang lain")),
        periksa.DIFFERS,
    ),
}


@pytest.mark.parametrize(("tamper", "found"), TAMPERED.values(), ids=TAMPERED.keys())
def test_a_table_tampered_with_is_found(
    files: Files, tmp_path: Path, tamper: Tamper, found: str
) -> None:
    tamper(files)
    told = faults(laid(files, tmp_path, "zip"))
    assert is_told(found, told), told
