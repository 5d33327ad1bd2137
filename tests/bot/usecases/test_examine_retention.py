from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.rules.calendar import WorkCalendar
from bot.rules.office_settings import OfficeSettings
from bot.rules.retention import Fate, RecordKind, RetentionNote
from bot.rules.run import Fact, Run, RunState
from bot.rules.sop import Sop
from bot.texts.examination import Line, Mark
from bot.usecases.examine_offices import WorksBy
from bot.usecases.examine_retention import examine_retention
from storage.unit_of_work import SqlStore
from tests.bot.usecases.conftest import NOW

NOTES = (
    RetentionNote(RecordKind.DOCUMENTS, 2, 3, Fate.DESTROY, "JRA contoh"),
    RetentionNote(RecordKind.PAPERS, 2, 3, Fate.PERMANENT),
    RetentionNote(RecordKind.FACTS, 2, 3, Fate.REVIEW, "JRA contoh"),
)
BEFORE = datetime(2031, 12, 31, 15, 59, tzinfo=UTC)  # the year's last minute in WITA
AFTER = datetime(2031, 12, 31, 16, 0, tzinfo=UTC)


@pytest.fixture
async def ended(run: Run, store: SqlStore) -> Run:
    async with store.work() as uow:
        kept = await uow.runs.get(run.id)
        assert kept is not None
        return await uow.runs.save(replace(kept, state=RunState.CLOSED, closed_at=NOW))


async def told(
    store: SqlStore, sop: Sop, calendar: WorkCalendar, now: datetime,
    notes: tuple[RetentionNote, ...] = NOTES,
) -> list[Line]:  # fmt: skip
    settings = OfficeSettings(retention=notes)
    works = WorksBy(sop, calendar, calendar.zone, "kalender", settings=settings)
    return await examine_retention(store, lambda _office: works, now)


async def test_what_is_past_its_years_is_told_with_since_when_and_what_to_do(
    store: SqlStore, sop: Sop, calendar: WorkCalendar, ended: Run
) -> None:
    assumed, files, facts = await told(store, sop, calendar, AFTER)
    assert "asumsi untuk rekap dan naskah" in assumed.what
    assert files.mark == facts.mark == Mark.CARE
    assert "berkas serahan 1 putaran melewati retensi, nasib musnah" in files.what
    assert f"putaran {ended.id} (TW III 2026, sejak 1 Januari 2032)" in files.what
    assert "himpun hapus" in files.todo
    assert "tidak dihapus oleh sistem" in facts.todo


async def test_by_the_office_s_own_clock_nothing_is_past_it_a_minute_before(
    store: SqlStore, sop: Sop, calendar: WorkCalendar, ended: Run
) -> None:
    *_, last = await told(store, sop, calendar, BEFORE, NOTES[:1])
    assert (last.mark, last.what) == (
        Mark.GOOD,
        "Kantor 1, Kinerja DPMD: tidak ada arsip yang melewati retensi",
    )


async def test_files_that_were_destroyed_are_told_no_more(
    store: SqlStore, sop: Sop, calendar: WorkCalendar, ended: Run
) -> None:
    async with store.work() as uow:
        gone = [d.digest for d in ended.documents if not d.nihil]
        facts = [Fact("berkas dimusnahkan", AFTER, detail={"sidik": digest}) for digest in gone]
        await uow.facts.add(ended.office_id, ended.id, facts)
    [line] = await told(store, sop, calendar, AFTER, NOTES[:1])
    assert line.mark == Mark.GOOD


async def test_the_office_s_own_files_are_told_though_no_command_destroys_them(
    store: SqlStore, sop: Sop, calendar: WorkCalendar, ended: Run
) -> None:
    of_run = ended.documents[0].digest
    told_by = [
        Fact("berkas ditolak", NOW, 7, detail={"sidik": "a" * 64}),
        Fact("berkas ditolak", NOW, 7, detail={"sidik": of_run}),  # handed in later
        Fact("berkas ditolak", AFTER, 7, detail={"sidik": "b" * 64}),  # not yet
        Fact("berkas ditolak", NOW, 7, detail={"sidik": ""}),  # never fetched
        Fact("logo dicatat", NOW, 7, detail={"sidik": "c" * 64}),
        Fact("surat arahan dicatat", NOW, 7, detail={"sidik": "d" * 64}),
    ]
    async with store.work() as uow:
        await uow.facts.add(ended.office_id, None, told_by)
    notes = (NOTES[0], replace(NOTES[0], kind=RecordKind.SCANS))
    *_, refused, letters = await told(store, sop, calendar, AFTER, notes)
    assert "berkas serahan di luar putaran (yang ditolak)" in refused.what
    assert refused.what.endswith("1 berkas sejak tahun 2026")
    assert "pindaian di luar putaran (surat arahan)" in letters.what
    assert "tidak dihapus oleh sistem" in refused.todo
    before = await told(store, sop, calendar, BEFORE, notes)
    assert [line.mark for line in before] == [Mark.GOOD]


async def test_an_office_without_notes_is_asked_for_them(
    store: SqlStore, sop: Sop, calendar: WorkCalendar, ended: Run
) -> None:
    [line] = await told(store, sop, calendar, AFTER, ())
    assert (line.mark, "[[retensi]]" in line.todo) == (Mark.CARE, True)
