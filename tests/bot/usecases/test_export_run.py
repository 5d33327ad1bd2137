import asyncio
import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from bot.calendars.file import parse_calendar
from bot.papers import periksa
from bot.papers.evidence_tables import harmless
from bot.rules import chain, periods
from bot.rules.calendar import WorkCalendar
from bot.rules.filing import described
from bot.rules.people import Person
from bot.rules.periods import NotAPeriod, Period
from bot.rules.procedures import Procedure, Procedures
from bot.rules.run import Fact, Run, RunState
from bot.rules.sop import Sop
from bot.usecases.export_run import RunNotFound, export_run
from storage.cabinet import FileCabinet
from storage.faults import NotInCabinet
from storage.unit_of_work import SqlStore
from tests.bot.usecases.conftest import NOW

Export = Callable[[str], Any]
REASON = "Halaman 2 belum ada."


@pytest.fixture
def works_by(sop: Sop, calendar: WorkCalendar) -> Procedures:
    return Procedures(Procedure(sop, calendar))


@pytest.fixture
def export(store: SqlStore, cabinet: FileCabinet, works_by: Procedures, tmp_path: Path) -> Export:
    """The ZIP's files by their names."""

    async def make(asked: str) -> dict[str, bytes]:
        target = tmp_path / f"{asked}.zip"
        made = await export_run(store, cabinet, works_by, asked, NOW, target)
        with zipfile.ZipFile(target) as bundle:
            assert bundle.testzip() is None
            assert made.files == len(bundle.namelist())
            return {name: bundle.read(name) for name in bundle.namelist()}

    return make


async def test_every_file_lies_under_its_period_and_seat_with_a_safe_name(
    export: Export, run: Run
) -> None:
    names = [name for name in await export("2026-TW3") if name.startswith("2026-TW3/")]
    second = run.documents[1].id
    assert names == [
        "2026-TW3/irban-1/LHP_v1_laporan.pdf",
        f"2026-TW3/irban-1/LHP_v1_{second}_Laporan.pdf",
        "2026-TW3/irban-1/LHE_v1__lhe_ I.pdf",
        "2026-TW3/irban-1/LHE_v2__lhe.pdf",
    ]


async def test_the_manifest_has_every_file_with_its_hash(export: Export, run: Run) -> None:
    files = await export(str(run.id))
    told = json.loads(files.pop("manifest.json"))
    assert (told["run"], told["period"], told["office"]["title"]) == (
        run.id,
        "2026-TW3",
        "Kinerja DPMD",
    )
    assert {file["name"]: file["sha256"] for file in told["files"]} == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items()
    }


async def test_the_facts_prove_themselves_outside_the_house(export: Export, run: Run) -> None:
    files = await export(str(run.id))
    previous = chain.START
    for line in files["facts.jsonl"].decode().splitlines():
        told = json.loads(line)
        at = datetime.fromisoformat(told["at"])
        fact = Fact(told["verb"], at, told["person"], told["seat"], told["detail"])
        previous = chain.digest(previous, told["office"], told["run"], fact)
        assert previous == told["hash"]
    assert json.loads(files["manifest.json"])["facts"]["head"] == previous


async def test_the_table_tells_the_same_facts(export: Export, run: Run) -> None:
    files = await export(str(run.id))
    rows = list(csv.DictReader(io.StringIO(files["facts.csv"].decode("utf-8-sig"), newline="")))
    lines = [json.loads(line) for line in files["facts.jsonl"].decode().splitlines()]
    assert [row["hash"] for row in rows] == [line["hash"] for line in lines]
    assert [json.loads(row["detail"]) for row in rows] == [line["detail"] for line in lines]


async def test_the_recap_opens_and_the_sop_is_the_runs_own(export: Export, run: Run) -> None:
    files = await export(str(run.id))
    assert load_workbook(io.BytesIO(files["recap.xlsx"])).sheetnames
    printed = "".join(
        page.extract_text() for page in PdfReader(io.BytesIO(files["recap.pdf"])).pages
    )
    assert "REKAP CAPAIAN KINERJA" in printed
    assert files["recap.png"].startswith(b"\x89PNG\r\n")
    assert files["sop.toml"].decode() == run.sop.source


async def test_the_recap_tells_times_by_the_office_s_own_calendar(
    store: SqlStore, cabinet: FileCabinet, works_by: Procedures, run: Run, tmp_path: Path
) -> None:
    shared = works_by.shared
    jakarta = Procedure(shared.sop, replace(shared.calendar, zone="Asia/Jakarta"))
    zones = {}
    for own in ({}, {run.office_id: jakarta}):
        target = tmp_path / f"{len(own)}.zip"
        await export_run(store, cabinet, Procedures(shared, own), str(run.id), NOW, target)
        with zipfile.ZipFile(target) as bundle:
            book = load_workbook(io.BytesIO(bundle.read("recap.xlsx")))
        cells = [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row]
        zones[len(own)] = {zone for zone in ("WITA", "WIB") if any(zone in c for c in cells)}
    assert zones == {0: {"WITA"}, 1: {"WIB"}}


async def test_the_same_run_gives_the_same_bytes(
    store: SqlStore, cabinet: FileCabinet, works_by: Procedures, run: Run, tmp_path: Path
) -> None:
    once, twice = tmp_path / "1.zip", tmp_path / "2.zip"
    for target in (once, twice):
        await export_run(store, cabinet, works_by, str(run.id), NOW, target)
    assert once.read_bytes() == twice.read_bytes()


async def test_the_pack_proves_itself_and_tells_the_hash_of_its_manifest(
    store: SqlStore, cabinet: FileCabinet, works_by: Procedures, run: Run, tmp_path: Path
) -> None:
    recap, refused = await cabinet.keep(b"PK rekap"), await cabinet.keep(b"PK lain")
    facts = [
        Fact("berkas dikembalikan", NOW, 8, "kasubbag-evlap", returned(run)),
        Fact("berkas ditolak", NOW, 7, "", {"nama": "../a:b.exe", "sidik": refused}),
        Fact("rekap disetujui", NOW, 8, "penyusun", {"sidik": recap}),
    ]
    async with store.work() as uow:
        await uow.people.seen(Person(7, "Sitti Aminah"))
        await uow.people.seen(Person(8, "Andi Baso"))
        await uow.facts.add(run.office_id, run.id, facts)
        kept = await uow.runs.get(run.id)
        assert kept is not None
        back = replace(kept.documents[2], reason=REASON)
        await uow.runs.save(kept.with_document(back))
    target = tmp_path / "putaran.zip"
    made = await export_run(store, cabinet, works_by, str(run.id), NOW, target)
    lines, faults = periksa.checked([str(target), made.seal])
    assert faults == []
    assert any("Berkas dikembalikan - Ka.Subbag" in line for line in lines)
    with zipfile.ZipFile(target) as bundle:
        files = {name: bundle.read(name) for name in bundle.namelist()}
    assert {name for name in files if "/" not in name} == {*periksa.EXPECTED, "manifest.json"}
    assert [name for name in files if name.startswith("lampiran/")] == [
        "lampiran/0010_berkas ditolak .._a_b.exe",
        "lampiran/0011_rekap disetujui rekap.xlsx",
    ]
    assert files["BACA.txt"].decode().count("Kinerja DPMD") == 1
    (row,) = rows_of(files["pengembalian.csv"])
    told = ("Diputuskan oleh", "Pegawai", "Berkas dari", "Versi", "Alasan")
    assert [row[column] for column in told] == [
        "Ka.Subbag Evaluasi dan Pelaporan",
        *("Andi Baso", "Irban I", "1", REASON),
    ]


def returned(run: Run) -> dict[str, object]:
    told = described(run.documents[2])
    return {**told, "dari": "irban-1", "alasan": REASON}


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


async def test_every_version_stands_in_the_table_of_documents(export: Export, run: Run) -> None:
    files = await export(str(run.id))
    rows = rows_of(files["berkas.csv"])
    assert [(row["Jenis"], row["Versi"], row["Keadaan"]) for row in rows] == [
        ("LHP", "1", "disetujui"),
        ("LHP", "1", "diterima, belum diperiksa"),
        ("LHE", "1", "diganti versi berikutnya"),
        ("LHE", "2", "disetujui"),
        ("TLHP", "1", "disetujui"),
    ]
    assert rows[4]["Nama semula"] == "Nihil"
    named = {row["Nama dalam paket"]: row["Sidik SHA-256"] for row in rows[:4]}
    handed_in = {name: c for name, c in files.items() if name.startswith("2026-TW3/")}
    assert named == {name: hashlib.sha256(c).hexdigest() for name, c in handed_in.items()}
    assert rows[3]["Nama semula"] == "'=lhe.pdf"
    assert rows[0]["Diterima"] == "23/11/2026 08.41 WITA"


async def test_the_calendar_is_the_one_that_the_run_counts_by(
    export: Export, run: Run, calendar: WorkCalendar
) -> None:
    read = parse_calendar((await export(str(run.id)))["kalender.toml"].decode())
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert [read.hours_on(day) for day in days] == [calendar.hours_on(day) for day in days]


async def test_with_a_files_bytes_lost_nothing_is_written(
    store: SqlStore, cabinet: FileCabinet, works_by: Procedures, run: Run, tmp_path: Path
) -> None:
    digest = run.documents[3].digest
    (tmp_path / "berkas" / digest[:2] / digest[2:]).unlink()
    target = tmp_path / "keluaran" / "putaran.zip"
    target.parent.mkdir()
    with pytest.raises(NotInCabinet):
        await export_run(store, cabinet, works_by, str(run.id), NOW, target)
    assert list(target.parent.iterdir()) == []


@pytest.mark.slow  # makes two packs
async def test_two_who_export_at_once_to_one_place_leave_one_whole_pack(
    store: SqlStore, cabinet: FileCabinet, works_by: Procedures, run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "keluaran" / "putaran.zip"
    target.parent.mkdir()
    both = [export_run(store, cabinet, works_by, str(run.id), NOW, target) for _ in range(2)]
    one, other = await asyncio.gather(*both)
    assert one == other
    assert list(target.parent.iterdir()) == [target]
    with zipfile.ZipFile(target) as bundle:
        assert bundle.testzip() is None
        assert hashlib.sha256(bundle.read("manifest.json")).hexdigest() == one.seal


async def test_a_cancelled_run_of_the_same_period_does_not_stand_in_the_way(
    store: SqlStore, opened: Callable[..., Any], export: Export
) -> None:
    cancelled = await opened(Period("bulan", 2026, 10), ())
    async with store.work() as uow:
        read = await uow.runs.get(cancelled.id)
        assert read is not None
        await uow.runs.save(replace(read, state=RunState.CANCELLED))
    second = await opened(Period("bulan", 2026, 10), ())
    assert json.loads((await export("2026-10"))["manifest.json"])["run"] == second.id
    assert json.loads((await export(str(cancelled.id)))["manifest.json"])["state"] == "batal"


@pytest.mark.parametrize("asked", ["99", "2025-TW1"])
async def test_a_run_that_is_not_there_is_refused_with_those_that_are(
    export: Export, run: Run, asked: str
) -> None:
    with pytest.raises(RunNotFound) as refused:
        await export(asked)
    assert [known.id for known in refused.value.known] == [run.id]


async def test_neither_a_number_nor_a_period_is_refused(export: Export, run: Run) -> None:
    with pytest.raises(NotAPeriod):
        await export("triwulan tiga")


@pytest.mark.parametrize("text", ["=1+1", "+62", "-", "@x", "\tx", "\r", "\n"])
def test_no_cell_of_the_table_is_taken_for_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_keys_of_runs_and_periods_cannot_be_confused() -> None:
    with pytest.raises(NotAPeriod):
        periods.parse("2026")
