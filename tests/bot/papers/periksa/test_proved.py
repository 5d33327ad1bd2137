"""A pack that nobody tampered with is proved, wherever it is checked."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from bot.papers import periksa
from bot.papers.evidence_tables import facts_table, json_lines
from bot.rules.run import Fact, Run
from tests.bot.papers.periksa.packs import (
    DOCUMENT,
    PAPER,
    SCAN_NAME,
    Files,
    at,
    chained,
    faults,
    laid,
    rewrite,
    sha,
    told_facts,
    unpacked,
    zipped,
)
from tests.bot.papers.periksa.tampering import copy, forged, rechained


@pytest.mark.parametrize("kind", ["zip", "folder"])
def test_a_whole_pack_is_proved(files: Files, tmp_path: Path, kind: str) -> None:
    assert faults(laid(files, tmp_path, kind)) == []


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


def test_a_very_long_fact_stands_in_the_table_too(files: Files, run: Run, tmp_path: Path) -> None:
    facts = chained(run, [*told_facts(), Fact("catatan", at(1600), detail={"isi": "x" * 200_000})])
    files |= {"facts.jsonl": json_lines(run, facts), "facts.csv": facts_table(facts)}
    rewrite(files, facts={"count": len(facts), "head": facts[-1][1]})
    before = csv.field_size_limit()
    assert faults(zipped(files, tmp_path / "p.zip")) == []
    csv.field_size_limit(before)


def test_a_paper_that_came_back_as_a_scan_of_itself_is_proved(files: Files, tmp_path: Path) -> None:
    forged(copy(SCAN_NAME, PAPER))(files)
    assert faults(zipped(files, tmp_path / "p.zip")) == []


def test_a_pack_made_anew_as_a_whole_shows_by_the_hash_that_was_told_at_the_export(
    files: Files, tmp_path: Path
) -> None:
    seal = sha(files["manifest.json"])
    assert faults(zipped(files, tmp_path / "p.zip"), seal.upper()) == []
    rechained(lambda t: t[4]["detail"].update(batas="2027-01-01T00:00:00+00:00"))(files)
    anew = zipped(files, tmp_path / "p.zip")
    assert faults(anew) == []
    assert faults(anew, seal) == [periksa.tell(periksa.SEAL_OTHER, seal)]


@pytest.mark.parametrize("seal", [[], ["yes"]], ids=["alone", "with the hash beside it"])
def test_what_the_checker_cannot_prove_of_itself_is_said(
    files: Files, tmp_path: Path, seal: list[str]
) -> None:
    told = [sha(files["manifest.json"])] if seal else []
    lines, found = periksa.checked([str(zipped(files, tmp_path / "p.zip")), *told])
    assert (found, lines[-1]) == ([], periksa.SEAL_NOTE)
    assert (periksa.SEAL_SAME in lines) == bool(seal)
