"""What the bot asks in words: each answer reaches its own question, in private or in the group."""

import pytest

from bot.rehearsal.theatre import Play
from tests.stories.acting import collected, request, said, seated
from tests.stories.letters import letter
from tests.stories.sending import kept

pytestmark = pytest.mark.slow


async def test_two_open_questions_are_each_answered_by_a_reply(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban, evlap = scene.stage, scene.who("irban-1"), scene.who("kasubbag-evlap")
        irban.sends(irban.chat, [letter("LHP"), letter("LHE")])
        await stage.tap(evlap, "Kembalikan", words="LHP dari")
        first = await scene.sees("kasubbag-evlap", "pengembalian berkas LHP 1.pdf")
        await stage.tap(evlap, "Kembalikan", words="LHE dari")
        second = await scene.sees("kasubbag-evlap", "pengembalian berkas LHE 1.pdf")
        evlap.says(evlap.chat, "alasan yang pertama", reply_to=first)
        evlap.says(evlap.chat, "alasan yang kedua", reply_to=second)
        assert "LHP" in (await scene.sees("irban-1", "alasan yang pertama")).text
        assert "LHE" in (await scene.sees("irban-1", "alasan yang kedua")).text


async def test_the_same_question_asked_twice_needs_one_answer(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban, evlap = scene.stage, scene.who("irban-1"), scene.who("kasubbag-evlap")
        irban.sends(irban.chat, letter("LHP"))
        await stage.tap(evlap, "Kembalikan", words="LHP dari")
        await stage.tap(evlap, "Kembalikan", words="LHP dari")
        await scene.until(lambda: said(evlap.chat, "pengembalian berkas LHP 1.pdf") >= 1)
        evlap.says(evlap.chat, "tidak terbaca")
        await scene.sees("irban-1", "tidak terbaca")
        evlap.says(evlap.chat, "terima kasih")
        await scene.sees("kasubbag-evlap", "tidak menjawab pertanyaan sistem")


async def test_what_is_said_hours_later_answers_only_as_a_reply(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, orderer = scene.stage, scene.stage.orderer
        orderer.says(orderer.chat, "/batal")
        question = await scene.sees("kasubbag-perencanaan", "alasan pembatalan putaran")
        stage.clock.advance(minutes=61)
        orderer.says(orderer.chat, "Terima kasih, laporan kami baca besok")
        await scene.sees("kasubbag-perencanaan", "tidak menjawab pertanyaan sistem")
        orderer.says(orderer.chat, "salah periode", reply_to=question)
        await stage.sees(stage.group, "dibatalkan. Alasan: salah periode")


async def test_who_is_not_reached_privately_is_asked_in_the_group_and_he_alone_answers(
    play: Play,
) -> None:
    async with seated(play, silent=["irban-1"]) as scene:
        await request(scene)
        stage, irban, other = scene.stage, scene.who("irban-1"), scene.who("irban-2")
        irban.says(stage.group, "/kendala")
        question = await stage.sees(stage.group, "alasan memerlukan waktu tambahan")
        assert question.asks_reply
        assert irban.name in question.text
        other.says(stage.group, "jawaban orang lain", reply_to=question)
        irban.says(stage.group, "jawaban yang benar", reply_to=question)
        plea = await scene.sees("kasubbag-perencanaan", "jawaban yang benar")
        assert "Irban I" in plea.text
        assert not stage.orderer.chat.find("jawaban orang lain")


async def test_an_answer_that_comes_too_late_is_told_why(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban, evlap = scene.stage, scene.who("irban-1"), scene.who("kasubbag-evlap")
        irban.sends(irban.chat, letter("LHP"))
        await stage.tap(evlap, "Kembalikan", words="LHP dari")
        await scene.sees("kasubbag-evlap", "menuliskan alasan")
        stage.orderer.says(stage.orderer.chat, "/batal salah periode")
        await stage.sees(stage.group, "dibatalkan")
        evlap.says(evlap.chat, "halaman kosong")
        await scene.sees("kasubbag-evlap", "tidak berjalan lagi sejak")
        assert not irban.chat.find("halaman kosong")


async def test_a_remark_replied_to_the_draft_is_a_remark_though_a_question_is_open(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await request(scene)
        await collected(scene)
        stage, analyst = scene.stage, scene.who("kasubbag-perencanaan")
        await stage.tap(scene.who("penyusun"), "Setujui rekap")
        draft = await stage.button(analyst.chat, "Selesai")
        analyst.says(analyst.chat, "/kendala")
        await scene.sees("kasubbag-perencanaan", "waktu tambahan")
        analyst.says(analyst.chat, "Capaian perlu dibahas", reply_to=draft)
        await scene.sees("kasubbag-perencanaan", "Catatan analisis telah dicatat")
        assert not scene.who("sekretaris").chat.find("Capaian perlu dibahas")


async def test_a_document_is_excluded_with_a_reason_and_the_old_recap_cannot_be_approved(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, penyusun = scene.stage, scene.who("penyusun")
        await collected(scene)
        old = await stage.button(penyusun.chat, "Setujui rekap")
        late = scene.who("irban-2")
        late.sends(late.chat, letter("LHP", 7))
        await stage.tap(scene.who("kasubbag-evlap"), "Terima", words="LHP dari Irban II")
        await scene.until(lambda: stage.newest(penyusun.chat, "Setujui rekap") is not old)
        refused = await penyusun.taps(old, "Setujui rekap")
        assert "Rekap telah berubah" in refused.text
        await stage.tap(penyusun, "Keluarkan berkas")
        choice = await scene.sees("penyusun", "Mohon pilih berkas yang dikeluarkan")
        assert any(b.startswith("LHP Irban II: LHP 7.pdf") for b in choice.buttons)
        await penyusun.taps(choice, "LHP Irban II")
        await scene.sees("penyusun", "mengeluarkan berkas LHP 7.pdf")
        penyusun.says(penyusun.chat, "Bukan periode ini")
        await scene.sees("penyusun", "dikeluarkan dari rekap. Alasan: Bukan periode ini.")
        left_out = "Telah dikeluarkan dari rekap. Alasan: Bukan periode ini"
        await scene.sees("kasubbag-evlap", left_out)
        await stage.tap(penyusun, "Setujui rekap")
        await stage.button(scene.who("kasubbag-perencanaan").chat, "Selesai")
        (sent,) = late.sends(late.chat, letter("LHE", 8))
        told = await scene.sees("irban-2", "Rekap telah disetujui")
        assert "LHE 8.pdf" in told.text
        assert await kept(scene, sent) == letter("LHE", 8).content
        assert not scene.who("kasubbag-evlap").chat.find("LHE dari Irban II")
