"""The commands, in the group and in private, and what their answers let a person do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.rehearsal import steps
from bot.rehearsal.theatre import Play
from tests.stories.acting import hand_in_all, idle, request, said, seated
from tests.stories.letters import letter

pytestmark = pytest.mark.slow


async def test_the_status_shows_the_whole_board_to_everybody_in_the_office(play: Play) -> None:
    async with seated(play) as scene:
        stage, irban = scene.stage, scene.who("irban-1")
        irban.says(irban.chat, "/status")
        await scene.sees("irban-1", "Tidak ada putaran yang berjalan.")
        await request(scene)
        stage.work_on(375)
        await stage.idle()  # the reminders stand before what is asked for
        for chat in (irban.chat, stage.group):
            before = said(chat, "melewati batas")
            irban.says(chat, "/status")
            await scene.until(lambda c=chat, b=before: said(c, "melewati batas") > b)  # type: ignore[misc]
            text = next(m for m in reversed(chat.from_bot) if "melewati batas" in m.text).text
            assert "✅ 1. Perintah" in text
            assert "▶️ 4. Himpun · batas Selasa, 24 November 2026" in text
            assert "Irban II (Pegawai Irban II) · 0/4 jenis, kurang LHP, LHE, TLHP, DATA" in text
            assert "melewati batas 15 menit kerja" in text
            picture, told = chat.from_bot[-2:]
            assert "uraiannya pada pesan berikut" in picture.text
            assert (picture.file is not None, told.text) == (True, text)


async def test_one_s_tasks_come_with_buttons_that_work(play: Play) -> None:
    async with seated(play) as scene:
        stage, orderer, penyusun = scene.stage, scene.stage.orderer, scene.who("penyusun")
        penyusun.says(penyusun.chat, "/tugas")
        await scene.sees("penyusun", "Tidak ada tugas yang terbuka")
        orderer.says(orderer.chat, "/mulai")
        await stage.tap(orderer, "Triwulan III 2026")
        orderer.says(orderer.chat, "/tugas")
        tasks = await scene.sees("kasubbag-perencanaan", "Tugas yang terbuka")
        assert "5 menit kerja (batas Senin, 23 November 2026 pukul 07.35 WITA)" in tasks.text
        await orderer.taps(tasks, "Perintahkan")
        await stage.tap(penyusun, "Sampaikan")
        for seat in ("kasubbag-evlap", "kasubbag-umum"):
            person = scene.who(seat)
            await stage.button(person.chat, "Sampaikan")
            person.says(stage.group, "/tugas")
            listed = await stage.button(stage.group, "Sampaikan", stage.seat_of(seat).title)
            assert await person.taps(listed, "Sampaikan")
        await hand_in_all(scene, "irban-1")
        for seat in ("kasubbag-evlap", "kasubbag-umum"):
            person = scene.who(seat)
            person.says(person.chat, "/tugas")
            listed = await stage.button(person.chat, "Terima semua", "Tugas yang terbuka")
            assert "berkas disetujui" in (await person.taps(listed, "Terima semua")).text


async def test_a_run_is_started_by_who_orders_alone_and_once_a_period(play: Play) -> None:
    async with seated(play) as scene:
        stage, orderer, irban = scene.stage, scene.stage.orderer, scene.who("irban-1")
        irban.says(stage.group, "/mulai")
        await stage.sees(stage.group, "Tindakan ini milik Kasubbag Perencanaan dan Keuangan")
        orderer.says(stage.group, "/mulai")
        periods = await stage.button(stage.group, "Triwulan III 2026")
        assert "Oktober 2026" in periods.buttons
        data = periods.button("Triwulan III 2026")
        assert data is not None
        await orderer.taps(periods, "Triwulan III 2026")
        await stage.button(stage.group, "Perintahkan")
        again = await orderer.presses(periods, data["callback_data"])
        assert "sudah ada" in again.text
        orderer.says(orderer.chat, "/mulai")
        offered = await stage.button(orderer.chat, "Oktober 2026")
        assert "Triwulan III 2026" not in offered.buttons


async def test_who_was_not_told_of_a_run_yet_is_not_told_of_its_end(play: Play) -> None:
    evening = replace(play, start=play.start + timedelta(hours=11))
    async with seated(evening) as scene:
        stage, orderer, penyusun = scene.stage, scene.stage.orderer, scene.who("penyusun")
        await steps.order(stage, "Triwulan III 2026")
        await scene.sees("kasubbag-perencanaan", "Telah dilaksanakan")
        orderer.says(orderer.chat, "/batal salah periode")
        await scene.sees("kasubbag-perencanaan", "salah periode")
        stage.clock.advance(hours=13, minutes=30)
        await stage.sees(stage.group, "dibatalkan. Alasan: salah periode")
        await idle(scene, penyusun)
        assert not penyusun.chat.find("menyampaikan format")


async def test_a_run_is_cancelled_with_a_reason_by_who_orders_alone(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, orderer, irban = scene.stage, scene.stage.orderer, scene.who("irban-1")
        irban.says(irban.chat, "/batal coba")
        await scene.sees("irban-1", "Tindakan ini milik Kasubbag Perencanaan")
        nihil = (await stage.button(irban.chat, "Nihil LHP")).button("Nihil LHP")
        assert nihil is not None
        orderer.says(stage.group, "/batal")
        await scene.sees("kasubbag-perencanaan", "alasan pembatalan putaran")
        orderer.says(orderer.chat, "Format <lama> & keliru")
        told = await stage.sees(stage.group, "dibatalkan. Alasan: Format <lama> & keliru")
        assert "Triwulan III 2026" in told.text
        await scene.until(lambda: any("Dibatalkan Senin" in m.text for m in stage.group.pinned))
        evlap = scene.who("kasubbag-evlap")
        await scene.until(lambda: not stage.newest(evlap.chat, "Sampaikan ke"))
        await scene.until(lambda: not stage.newest(irban.chat, "Nihil"))
        over = await irban.presses(irban.chat.from_bot[-1], nihil["callback_data"])
        assert "tidak berjalan lagi sejak" in over.text
        orderer.says(orderer.chat, "/batal")
        await scene.sees("kasubbag-perencanaan", "Tidak ada putaran")
        orderer.says(orderer.chat, "/mulai")
        await stage.button(orderer.chat, "Triwulan III 2026")


async def test_commands_that_are_not_ours_are_left_alone_or_answered_with_ours(
    play: Play,
) -> None:
    async with seated(play) as scene:
        stage, irban = scene.stage, scene.who("irban-1")
        before = len(stage.group.from_bot)
        irban.says(stage.group, "/status@bot_lain")
        irban.says(stage.group, "/entahapa")
        await idle(scene, irban, stage.group)
        assert len(stage.group.from_bot) == before + 1
        irban.says(irban.chat, "/entahapa")
        guide = await scene.sees("irban-1", "Petunjuk singkat")
        assert "/kendala — Memohon waktu tambahan" in guide.text


async def test_the_list_of_documents_shows_versions_states_and_reasons(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban, evlap = scene.stage, scene.who("irban-1"), scene.who("kasubbag-evlap")
        irban.sends(irban.chat, letter("LHP"))
        await stage.tap(evlap, "Kembalikan", words="LHP dari")
        await scene.sees("kasubbag-evlap", "menuliskan alasan")
        evlap.says(evlap.chat, "Halaman kosong")
        notice = await scene.sees("irban-1", "Halaman kosong")
        irban.sends(irban.chat, letter("LHP", 2), reply_to=notice)
        await scene.sees("kasubbag-evlap", "(versi 2)")
        await stage.tap(irban, "Nihil LHE")
        irban.says(stage.group, "/berkas")
        listed = await scene.sees("irban-1", "Berkas data kinerja")
        assert "LHP 1.pdf (diganti setelah dikembalikan: Halaman kosong)" in listed.text
        assert "LHP versi 2: LHP 2.pdf (diterima)" in listed.text
        assert "LHE: nihil" in listed.text
        assert not stage.group.find("LHP 1.pdf")


async def test_a_plain_word_in_private_that_answers_nothing_is_met_with_help(play: Play) -> None:
    async with seated(play) as scene:
        irban = scene.who("irban-1")
        irban.says(irban.chat, "siap, terima kasih")
        await scene.sees("irban-1", "tidak menjawab pertanyaan sistem")
        before = len(scene.group.from_bot)
        irban.says(scene.group, "siap, terima kasih")
        irban.says(scene.group, "baik", reply_to=scene.group.from_bot[-1])
        await idle(scene, irban, scene.group)
        assert len(scene.group.from_bot) == before + 1
