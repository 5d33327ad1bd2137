import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from bot.rules import chain, periods
from bot.rules.calendar import WorkCalendar
from bot.rules.periods import NotAPeriod, Period
from bot.rules.procedures import Procedure, Procedures
from bot.rules.run import Fact, Run, RunState
from bot.rules.sop import Sop
from bot.usecases.export_run import RunNotFound, export_run, harmless
from storage.cabinet import FileCabinet
from storage.faults import NotInCabinet
from storage.unit_of_work import SqlStore

Export = Callable[[str], Any]


@pytest.fixture
def works_by(sop: Sop, calendar: WorkCalendar) -> Procedures:
    return Procedures(Procedure(sop, calendar))


@pytest.fixture
def export(store: SqlStore, cabinet: FileCabinet, works_by: Procedures, tmp_path: Path) -> Export:
    """The ZIP's files by their names."""

    async def make(asked: str) -> dict[str, bytes]:
        target = tmp_path / f"{asked}.zip"
        made = await export_run(store, cabinet, works_by, asked, target)
        with zipfile.ZipFile(target) as bundle:
            assert bundle.testzip() is None
            assert made.files == len(bundle.namelist())
            return {name: bundle.read(name) for name in bundle.namelist()}

    return make


async def test_every_file_lies_under_its_period_and_seat_with_a_safe_name(
    export: Export, run: Run
) -> None:
    names = [name for name in await export("2026-TW3") if "/" in name]
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
        await export_run(store, cabinet, Procedures(shared, own), str(run.id), target)
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
        await export_run(store, cabinet, works_by, str(run.id), target)
    assert once.read_bytes() == twice.read_bytes()


async def test_with_a_files_bytes_lost_nothing_is_written(
    store: SqlStore, cabinet: FileCabinet, works_by: Procedures, run: Run, tmp_path: Path
) -> None:
    digest = run.documents[3].digest
    (tmp_path / "berkas" / digest[:2] / digest[2:]).unlink()
    target = tmp_path / "keluaran" / "putaran.zip"
    target.parent.mkdir()
    with pytest.raises(NotInCabinet):
        await export_run(store, cabinet, works_by, str(run.id), target)
    assert list(target.parent.iterdir()) == []


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
