"""What happened, as the checker tells it in words."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.papers import periksa
from bot.papers.evidence_manifest import clock
from bot.papers.evidence_tables import decisions_table
from bot.rules.run import Run
from tests.bot.papers.periksa.packs import (
    NAMES,
    ZONE,
    Files,
    chained,
    rewrite,
    sha,
    told_facts,
    zipped,
)


def test_it_is_told_by_the_office_s_clock(
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
    returned = decisions_table(run, facts, NAMES, ZONE)
    files["pengembalian.csv"] = returned.replace(b"08.10 WITA", b"02.10 CEST")
    rewrite(files, clock=turns, zone="Europe/Berlin")
    lines, found = periksa.checked([str(zipped(files, tmp_path / "p.zip"))])
    assert found == []
    assert "  01.30 CEST  Langkah dibuka (langkah 4)" in lines
    assert any(line.startswith("  01.30 CET  Berkas diterima") for line in lines)


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


def test_signs_that_steer_a_terminal_are_not_printed() -> None:
    assert periksa.shown("a\x1b[2Jb\r\nc") == "a [2Jb  c"
