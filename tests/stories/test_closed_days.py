"""/libur: a day is closed while a run is open, and opened again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.rehearsal.theatre import Play
from tests.stories.acting import Scene, idle, leave_seats, request, said, seated

pytestmark = pytest.mark.slow

TUESDAY, WEDNESDAY = "Selasa, 24 November 2026", "Rabu, 25 November 2026"
CONCERNED = ("irban-1", "irban-2", "irban-3", "irban-4", "kasubbag-evlap", "kasubbag-umum")
CLOSE = "/libur 24-11-2026 banjir di kantor, keputusan 800/12/2026"


@pytest.fixture
def play(play: Play) -> Play:
    """From 11.30: handing in is due on the next morning."""
    return replace(play, start=play.start + timedelta(hours=4))


async def facts_of(scene: Scene) -> dict[str, int]:
    """How often each verb stands in the chains of the office and of its run."""
    async with scene.desk.store.look() as uow:
        office = [fact for fact, _ in await uow.facts.of_office(1)]
        run = [fact for fact, _ in await uow.facts.of_run(1)]
    verbs = [fact.verb for fact in (*office, *run)]
    return {verb: verbs.count(verb) for verb in verbs}


async def test_a_closed_day_moves_every_limit_and_each_hears_once(play: Play) -> None:
    async with seated(play) as scene:
        stage, orderer = scene.stage, scene.stage.orderer
        asked = await request(scene)
        assert f"Batas penyerahan: {TUESDAY}" in asked.text
        messages = len(stage.group.from_bot)
        orderer.says(stage.group, CLOSE)
        confirmed = await stage.sees(stage.group, "Libur kantor dicatat")
        assert "banjir di kantor (keputusan 800/12/2026)" in confirmed.text
        assert "Batas 6 tugas dihitung kembali; 6 pegawai" in confirmed.text
        for seat in CONCERNED:
            told = await scene.sees(seat, "dihitung kembali")
            assert f"berubah dari {TUESDAY}" in told.text
            assert f"menjadi {WEDNESDAY}" in told.text
            assert f"kantor libur {TUESDAY} (banjir di kantor, keputusan 800/12/2026)" in told.text
        await scene.until(lambda: f"Batas penyerahan: {WEDNESDAY}" in asked.text)
        await idle(scene, orderer)
        assert len(stage.group.from_bot) == messages + 1
        assert all(said(scene.who(seat).chat, "dihitung kembali") == 1 for seat in CONCERNED)
        assert not said(scene.who("kepala").chat, "dihitung kembali")

        answer = await scene.who("irban-1").taps(confirmed, "Batalkan libur")
        assert answer.show_alert
        await orderer.taps(confirmed, "Batalkan libur")
        await scene.until(lambda: "Libur kantor dibatalkan" in confirmed.text)
        assert not confirmed.buttons
        await scene.until(lambda: f"Batas penyerahan: {TUESDAY}" in asked.text)
        for seat in CONCERNED:
            chat = scene.who(seat).chat
            await scene.until(lambda chat=chat: said(chat, "dihitung kembali") == 2)
            assert f"menjadi {TUESDAY}" in chat.from_bot[-1].text
        facts = await facts_of(scene)
        assert (facts["libur dicatat"], facts["libur dibatalkan"]) == (1, 1)
        assert facts["batas dihitung kembali"] == 12


async def test_what_cannot_be_closed_is_refused_and_nothing_changes(play: Play) -> None:
    async with seated(play) as scene:
        stage, orderer = scene.stage, scene.stage.orderer
        for words, answer in (
            ("besok banjir", "belum terbaca"),
            ("20-11-2026 banjir", "telah lewat"),
            ("25-12-2026 banjir", "sudah libur (Hari Raya Natal)"),
            ("28-11-2026 banjir", "bukan hari kerja"),
            ("25-11-2026", "memerlukan alasan"),
            ("batal 25-11-2026", "tidak ada yang dibatalkan"),
        ):
            orderer.says(orderer.chat, f"/libur {words}")
            await scene.sees("kasubbag-perencanaan", answer)
        irban = scene.who("irban-1")
        irban.says(stage.group, CLOSE)
        await stage.sees(stage.group, "Tindakan ini milik Kasubbag Perencanaan dan Keuangan")
        async with scene.desk.store.look() as uow:
            [office] = await uow.offices.all()
            assert office.closures == ()


async def test_an_administrator_without_a_seat_closes_a_day_and_everybody_reads_it(
    play: Play,
) -> None:
    async with seated(play) as scene:
        stage, admin = scene.stage, scene.stage.orderer
        await leave_seats(scene, "kasubbag-perencanaan")
        admin.says(stage.group, "/libur 30-11-2026 s.d. 2-12-2026 pemilihan kepala desa")
        confirmed = await stage.sees(stage.group, "Libur kantor dicatat")
        assert "Tidak ada batas tugas yang berubah" in confirmed.text
        irban = scene.who("irban-1")
        irban.says(irban.chat, "/libur")
        shown = await scene.sees("irban-1", "Hari libur s.d.")
        own = "Senin, 30 November 2026 s.d. Rabu, 2 Desember 2026: pemilihan kepala desa"
        assert f"{own} — libur kantor" in shown.text
        assert "Kamis, 24 Desember 2026: Cuti Bersama Hari Raya Natal" in shown.text
        assert "jam kerja Ramadan 1448 H" in shown.text
        assert "/libur batal" in shown.text
        admin.says(stage.group, "/libur batal 1-12-2026")
        await stage.sees(stage.group, "Libur kantor dibatalkan")
        async with scene.desk.store.look() as uow:
            [office] = await uow.offices.all()
            assert [closure.day.day for closure in office.closures] == [30, 2]
