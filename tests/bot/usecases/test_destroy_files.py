import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.papers import periksa
from bot.papers.format_file import SHIPPED, parse_format
from bot.papers.pack_proof import prove_pack
from bot.rules.calendar import WorkCalendar
from bot.rules.destroying import DestroyRefused, Hindrance, Wanted
from bot.rules.dispositions import Disposition, DispositionState, ScannedLetter
from bot.rules.office_settings import OfficeSettings
from bot.rules.people import Person
from bot.rules.periods import Period
from bot.rules.procedures import Procedure, Procedures
from bot.rules.retention import Fate, RecordKind, RetentionNote
from bot.rules.run import Fact, Run, RunState
from bot.rules.sop import Sop
from bot.usecases.desk import Call, Desk
from bot.usecases.destroy_files import Gone, Ground, destroy_files
from bot.usecases.export_run import export_run
from bot.usecases.file_away import file_away
from bot.usecases.perform import perform
from bot.usecases.send_document import send_document
from bot.usecases.verify_facts import verify_facts
from storage.cabinet import FileCabinet
from storage.unit_of_work import SqlStore
from tests.bot.usecases.conftest import LETTERS, NOW, SOPS, Opened

SENDER = Person(7, "Sitti", reachable=True)
AFTER = datetime(2032, 1, 1, 1, tzinfo=UTC)
NOTES = (
    RetentionNote(RecordKind.DOCUMENTS, 2, 3, Fate.DESTROY, "JRA contoh"),
    RetentionNote(RecordKind.PAPERS, 2, 3, Fate.REVIEW, "JRA contoh"),
    RetentionNote(RecordKind.SCANS, 2, 3, Fate.PERMANENT, "JRA contoh"),
    RetentionNote(RecordKind.FACTS, 0, 0, Fate.DESTROY, "JRA contoh"),
)
REASON = "berita acara pemusnahan contoh"
WANTED = Wanted(RecordKind.DOCUMENTS, REASON)


@pytest.fixture
def works_by(sop: Sop, calendar: WorkCalendar) -> Procedures:
    return Procedures(Procedure(sop, calendar, OfficeSettings(retention=NOTES)))


@pytest.fixture
async def ended(run: Run, store: SqlStore) -> Run:
    """Of the third triwulan of 2026."""
    return await closed(store, run)


async def closed(store: SqlStore, run: Run) -> Run:
    async with store.work() as uow:
        kept = await uow.runs.get(run.id)
        assert kept is not None
        return await uow.runs.save(replace(kept, state=RunState.CLOSED, closed_at=NOW))


class Shredder:
    """`himpun hapus` on one office, with the pack that `himpun export` made last."""

    def __init__(self, store: SqlStore, cabinet: FileCabinet, works: Procedures, at: Path) -> None:
        self.store, self.cabinet, self.works, self.pack = store, cabinet, works, at / "paket.zip"

    async def export(self, run: Run) -> None:
        await export_run(self.store, self.cabinet, self.works, str(run.id), AFTER, self.pack)

    async def __call__(
        self, run: Run, wanted: Wanted = WANTED, now: datetime = AFTER, **kept: Any
    ) -> Gone:
        ground = Ground(kept.get("works", self.works), self.pack, now)
        agrees: Callable[[Any], bool] = kept.get("agrees", lambda _plan: True)
        cabinet = kept.get("cabinet", self.cabinet)
        return await destroy_files(self.store, cabinet, ground, str(run.id), wanted, agrees)

    async def held(self, run: Run) -> list[bool]:
        return [await self.cabinet.holds(d.digest) for d in run.documents if not d.nihil]


@pytest.fixture
def shred(store: SqlStore, cabinet: FileCabinet, works_by: Procedures, tmp_path: Path) -> Shredder:
    return Shredder(store, cabinet, works_by, tmp_path)


@pytest.mark.slow  # makes a pack
async def test_the_bytes_go_and_the_facts_stay_and_everything_is_proved(
    shred: Shredder, ended: Run, store: SqlStore, cabinet: FileCabinet
) -> None:
    await shred.export(ended)
    gone = await shred(ended)
    assert (gone.files, gone.octets) == (4, sum(map(len, LETTERS)))
    assert await shred.held(ended) == [False] * 4
    proof = await verify_facts(store, cabinet)
    assert (proof.broken, proof.destroyed, proof.begun) == ((), 4, 0)
    async with store.look() as uow:
        told = [fact for fact, _ in await uow.facts.of_run(ended.id)][-4:]
    assert {fact.verb for fact in told} == {"berkas dimusnahkan"}
    assert [fact.detail["sidik"] for fact in told] == [d.digest for d in ended.documents[:4]]
    assert {(fact.detail["alasan"], fact.detail["dasar"]) for fact in told} == {
        (REASON, "JRA contoh")
    }


@pytest.mark.slow  # makes a pack
async def test_a_pack_made_afterwards_tells_what_was_destroyed_and_is_proved(
    shred: Shredder, ended: Run
) -> None:
    await shred.export(ended)
    await shred(ended)
    await shred.export(ended)
    lines, faults = periksa.checked([str(shred.pack)])
    assert faults == []
    assert any("4 berkas di antaranya telah dimusnahkan" in line for line in lines)
    with zipfile.ZipFile(shred.pack) as pack:
        assert not [name for name in pack.namelist() if name.startswith("2026-TW3/")]
        assert pack.read("berkas.csv").decode().count("dimusnahkan menurut retensi") == 4


@pytest.mark.slow  # makes a pack
async def test_a_kill_between_facts_and_bytes_is_ended_by_the_same_command(
    shred: Shredder, ended: Run, store: SqlStore, cabinet: FileCabinet
) -> None:
    class Killed(FileCabinet):
        left = 1

        async def destroy(self, digest: str) -> int:
            if not self.left:
                raise KeyboardInterrupt
            self.left -= 1
            return await super().destroy(digest)

    await shred.export(ended)
    with pytest.raises(KeyboardInterrupt):
        await shred(ended, cabinet=Killed(shred.pack.parent))
    assert await shred.held(ended) == [False, True, True, True]
    assert (await verify_facts(store, cabinet)).begun == 3
    gone = await shred(ended)
    assert (gone.files, gone.plan.files) == (3, {})
    proof = await verify_facts(store, cabinet)
    assert (proof.broken, proof.destroyed, proof.begun) == ((), 4, 0)
    with pytest.raises(DestroyRefused) as refused:
        await shred(ended)
    assert refused.value.why == Hindrance.NOTHING


@pytest.mark.slow  # makes a pack
async def test_bytes_that_another_run_uses_stay(
    shred: Shredder, ended: Run, opened: Opened, store: SqlStore, cabinet: FileCabinet
) -> None:
    shared = replace(ended.documents[0], id=0)
    other = await opened(Period("triwulan", 2026, 2), (shared,))
    await shred.export(ended)
    gone = await shred(ended)
    assert gone.plan.staying == (shared.digest,)
    assert await shred.held(ended) == [True, False, False, False]
    await shred.export(other)
    assert shared.digest in prove_pack(shred.pack).digests
    assert (await verify_facts(store, cabinet)).broken == ()


@pytest.mark.slow  # makes packs
async def test_bytes_of_two_runs_go_with_the_second_that_lets_them_go(
    shred: Shredder, ended: Run, opened: Opened, store: SqlStore, cabinet: FileCabinet
) -> None:
    shared = replace(ended.documents[0], id=0)
    other = await closed(store, await opened(Period("triwulan", 2026, 2), (shared,)))
    await shred.export(ended)
    assert (await shred(ended)).files == 3
    proof = await verify_facts(store, cabinet)
    assert (proof.broken, proof.destroyed, proof.begun) == ((), 3, 0)
    with pytest.raises(DestroyRefused) as refused:
        await shred(ended)
    assert refused.value.why == Hindrance.NOTHING
    await shred.export(other)
    assert (await shred(other)).files == 1
    assert await shred.held(ended) == [False] * 4
    proof = await verify_facts(store, cabinet)
    assert (proof.broken, proof.destroyed, proof.begun) == ((), 4, 0)


@pytest.mark.slow  # makes packs
async def test_an_arahan_s_letter_goes_though_the_office_told_of_it_first(
    shred: Shredder, ended: Run, store: SqlStore, cabinet: FileCabinet, sop: Sop,
    calendar: WorkCalendar,
) -> None:  # fmt: skip
    scan, older = [await cabinet.keep(each) for each in (b"%PDF-1 surat", b"%PDF-1 lama")]
    letter = ScannedLetter(scan, "surat.pdf")
    new = Disposition(0, ended.office_id, 2026, 0, DispositionState.ORDERED, NOW, 7, "kepala")
    async with store.work() as uow:
        await uow.people.seen(SENDER)
        arahan = await uow.dispositions.add(replace(new, run_id=ended.id, letter=letter))
        for chain, verb, digest in (
            (None, "surat arahan dicatat", older),
            (None, "surat arahan dicatat", scan),
            (ended.id, "arahan disertakan", scan),
        ):
            told = {"agenda": arahan.agenda, "arahan": "", "nama": "surat.pdf", "sidik": digest}
            await uow.facts.add(ended.office_id, chain, [Fact(verb, NOW, 7, "kepala", told)])
    await shred.export(ended)
    kind = replace(WANTED, kind=RecordKind.SCANS)
    note = RetentionNote(kind.kind, 2, 3, Fate.DESTROY, "JRA contoh")
    works = Procedures(Procedure(sop, calendar, OfficeSettings(retention=(note,))))
    gone = await shred(ended, kind, works=works)
    assert (gone.files, gone.plan.staying) == (1, ())
    assert [await cabinet.holds(each) for each in (scan, older)] == [False, True]
    proof = await verify_facts(store, cabinet)
    assert (proof.broken, proof.destroyed, proof.begun) == ((), 1, 0)
    await shred.export(ended)
    assert periksa.checked([str(shred.pack)])[1] == []


@pytest.mark.slow  # makes a pack
async def test_a_pack_that_the_cabinet_keeps_goes_with_what_it_holds(
    shred: Shredder, ended: Run, store: SqlStore, cabinet: FileCabinet
) -> None:
    await shred.export(ended)
    sent = await cabinet.keep(shred.pack.read_bytes())
    told = {"putaran": ended.id, "periode": "2026-TW3", "segel": "s", "isi": 1, "akhir": "a"}
    async with store.work() as uow:
        fact = Fact("paket bukti dibuat", NOW, 7, detail={**told, "sidik": sent})
        await uow.facts.add(ended.office_id, None, [fact])
    await shred(ended)
    assert not await cabinet.holds(sent)
    assert (await verify_facts(store, cabinet)).broken == ()


@pytest.mark.slow  # makes a pack
async def test_the_archive_shows_them_no_more(
    shred: Shredder, ended: Run, store: SqlStore, cabinet: FileCabinet, desk: Any, tmp_path: Path
) -> None:
    await file_away(desk, NOW)
    shown = [path for path in (tmp_path / "arsip").rglob("*") if path.is_file()]
    assert len(shown) == 4
    await shred.export(ended)
    await shred(ended)
    assert not [path for path in (tmp_path / "arsip").rglob("*") if path.is_file()]


@pytest.fixture
def desk(store: SqlStore, cabinet: FileCabinet) -> Any:
    class Shelf:
        pass

    shelf = Shelf()
    shelf.__dict__.update(store=store, cabinet=cabinet)
    return shelf


@pytest.mark.parametrize(
    ("wanted", "now", "why"),
    [
        (WANTED, datetime(2031, 12, 31, 15, tzinfo=UTC), Hindrance.NOT_YET),
        (replace(WANTED, reason="singkat"), AFTER, Hindrance.NO_REASON),
        (replace(WANTED, kind=RecordKind.FACTS), AFTER, Hindrance.STAYS),
        (replace(WANTED, kind=RecordKind.CHATS), AFTER, Hindrance.STAYS),
        (replace(WANTED, kind=RecordKind.SCANS), AFTER, Hindrance.PERMANENT),
        (replace(WANTED, kind=RecordKind.PAPERS), AFTER, Hindrance.UNDECIDED),
        (Wanted(RecordKind.PAPERS, REASON, "penilaian contoh"), AFTER, Hindrance.NOTHING),
    ],
)
async def test_what_may_not_go_is_refused_and_nothing_has_changed(
    shred: Shredder, ended: Run, wanted: Wanted, now: datetime, why: Hindrance
) -> None:
    await refused(shred, ended, why, wanted, now)


async def refused(
    shred: Shredder, run: Run, why: Hindrance, wanted: Wanted = WANTED, now: datetime = AFTER,
    **kept: Any,
) -> None:  # fmt: skip
    async with shred.store.look() as uow:
        before = await uow.facts.of_run(run.id)
    with pytest.raises(DestroyRefused) as found:
        await shred(run, wanted, now, **kept)
    assert found.value.why == why
    assert await shred.held(run) == [True] * 4
    async with shred.store.look() as uow:
        assert await uow.facts.of_run(run.id) == before


@pytest.mark.parametrize(
    ("notes", "why"),
    [((), Hindrance.NO_NOTE), ((replace(NOTES[0], basis=""),), Hindrance.NO_BASIS)],
)
async def test_by_an_assumption_or_by_nothing_nothing_goes(
    shred: Shredder, ended: Run, sop: Sop, calendar: WorkCalendar, notes: tuple[Any, ...],
    why: Hindrance,
) -> None:  # fmt: skip
    works = Procedures(Procedure(sop, calendar, OfficeSettings(retention=notes)))
    await refused(shred, ended, why, works=works)


async def test_a_run_at_work_is_not_touched(shred: Shredder, run: Run) -> None:
    await refused(shred, run, Hindrance.AT_WORK)


@pytest.mark.parametrize("room", ["berkas", "arsip"])
async def test_a_pack_among_the_files_that_go_is_no_backup(
    shred: Shredder, ended: Run, tmp_path: Path, room: str
) -> None:
    shred.pack = tmp_path / "x" / ".." / room / "paket.zip"
    await refused(shred, ended, Hindrance.PACK_INSIDE)


@pytest.mark.slow  # makes a pack
async def test_without_the_operator_s_word_nothing_goes(shred: Shredder, ended: Run) -> None:
    await shred.export(ended)
    await refused(shred, ended, Hindrance.NOT_CONFIRMED, agrees=lambda _plan: False)


@pytest.mark.slow  # makes a pack
async def test_a_pack_with_a_changed_byte_is_no_backup(shred: Shredder, ended: Run) -> None:
    await shred.export(ended)
    content = bytearray(shred.pack.read_bytes())
    content[len(content) // 2] ^= 1
    shred.pack.write_bytes(bytes(content))
    await refused(shred, ended, Hindrance.PACK_UNPROVED)


@pytest.mark.slow  # makes a pack
async def test_the_pack_of_another_run_or_made_before_the_last_fact_is_no_backup(
    shred: Shredder, ended: Run, opened: Opened, store: SqlStore
) -> None:
    await shred.export(await opened(Period("triwulan", 2026, 2), ()))
    await refused(shred, ended, Hindrance.PACK_UNKNOWN)
    await shred.export(ended)
    async with store.work() as uow:
        await uow.facts.add(ended.office_id, ended.id, [Fact("rekap dibaca", AFTER, 7)])
    await refused(shred, ended, Hindrance.PACK_OLD)


async def test_a_tap_on_a_destroyed_file_tells_when_it_went_and_sends_nothing(
    store: SqlStore, cabinet: FileCabinet, works_by: Procedures, ended: Run
) -> None:
    form = parse_format((SOPS / SHIPPED).read_text("utf-8"))
    desk = Desk(store, cabinet, works_by, form, "himpun_bot")
    first, second = ended.documents[:2]
    async with store.work() as uow:
        await uow.people.seen(SENDER)
        await uow.seats.put(ended.office_id, "irban-1", SENDER.id)
        gone = Fact("berkas dimusnahkan", AFTER, detail={"sidik": first.digest})
        await uow.facts.add(ended.office_id, ended.id, [gone])
    said = []
    for update, document in ((1, first), (2, second)):
        call = Call(-update, AFTER, SENDER, SENDER.id, True, 5, tapped=True)
        args = (str(ended.id), str(document.id))
        said.append(await perform(desk, call, send_document, *args))
    assert [reply.alert for reply in said] == [True, False]
    assert said[0].text == (
        "Berkas ini telah dimusnahkan menurut JRA pada Kamis, 1 Januari 2032 pukul 09.00 WITA. "
        "Catatan dan sidiknya tetap tersimpan."
    )
