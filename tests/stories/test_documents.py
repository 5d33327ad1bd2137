"""Documents in step 4: how they come, what is asked, what the receipt and the collectors see."""

import pytest

from bot.rehearsal import steps
from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.telegram import Upload, picture
from bot.rehearsal.theatre import Play
from bot.rules.acts import Act, button_data
from tests.invariants.staging import rows
from tests.stories.acting import hand_in_all, idle, request, said, seated
from tests.stories.letters import letter, plain_letter
from tests.stories.sending import kept, offered

pytestmark = pytest.mark.slow


async def test_a_reply_in_the_group_is_answered_by_a_reaction_and_a_private_receipt(
    play: Play,
) -> None:
    async with seated(play) as scene:
        asked = await request(scene)
        before = len(scene.group.from_bot)
        irban = scene.who("irban-1")
        (sent,) = irban.sends(scene.group, letter("LHP"), reply_to=asked)
        receipt = await scene.sees("irban-1", "Diterima: LHP.")
        assert "Masih kurang: LHE, TLHP, DATA." in receipt.text
        assert receipt.buttons == ["Benar", "Bukan", "Nihil LHE", "Nihil TLHP", "Nihil DATA"]
        await scene.until(lambda: sent.reactions)
        await idle(scene, irban)
        assert len(scene.group.from_bot) == before
        assert await kept(scene, sent) == sent.file.content


async def test_files_of_a_kind_are_counted_and_the_receipt_is_one_message(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        irban.sends(irban.chat, [letter("LHP", 1), letter("LHP", 2), letter("LHE", word=True)])
        await scene.sees("irban-1", "Diterima: LHP (2), LHE.")
        irban.sends(irban.chat, await filled_workbook(scene.stage, "irban-1"))
        await scene.sees("irban-1", "Masih kurang: TLHP.")
        assert await scene.stage.tap(irban, "Nihil TLHP") == "Tercatat. Terima kasih."
        receipt = await scene.sees("irban-1", "Berkas lengkap")
        assert "TLHP (nihil)" in receipt.text
        assert receipt.buttons == ["Semua benar", "Benar (1)", "Bukan (1)"]  # of the letters read
        assert said(irban.chat, "Diterima: ") == 1


async def test_a_forwarded_file_is_the_forwarder_s_and_a_photo_goes_by_its_caption(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban, other = scene.who("irban-1"), scene.who("irban-2")
        (original,) = other.sends(scene.group, letter("LHP"))
        await scene.sees("irban-2", "Diterima: LHP.")
        irban.forwards(original, irban.chat)
        await scene.sees("irban-1", "Diterima: LHP.")
        photo = Upload("foto.png", picture(), kind="photo")
        irban.sends(irban.chat, photo, "Ini LHE kami")
        await scene.sees("irban-1", "Diterima: LHP, LHE.")
        shown = await scene.stage.button(scene.who("kasubbag-evlap").chat, "Terima", "LHE dari")
        assert shown.file is not None
        assert shown.file.content == picture()


async def test_the_kind_is_told_by_the_caption_then_the_name_then_the_first_page(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        irban.sends(irban.chat, letter("LHP", 1, "surat TLHP.pdf"), "ini LHE")
        await scene.sees("irban-1", "Diterima: LHE.")
        irban.sends(irban.chat, letter("LHP", 2, "tl_hp tahap 1.pdf"))
        await scene.sees("irban-1", "Diterima: LHE, TLHP.")
        irban.sends(irban.chat, letter("LHP", 3, "scan0001.pdf"))
        await scene.sees("irban-1", "Diterima: LHP, LHE, TLHP.")


async def test_what_no_sign_tells_is_asked_and_only_the_sender_s_tap_counts(play: Play) -> None:
    async with seated(play, silent=["irban-1"]) as scene:
        asked = await request(scene)
        irban, other = scene.who("irban-1"), scene.who("irban-2")
        (sent,) = irban.sends(scene.group, plain_letter("scan0001.pdf"), reply_to=asked)
        question = await scene.stage.sees(scene.group, "Mohon pilih jenis berkas scan0001.pdf")
        assert [label.split(" ")[0] for label in question.buttons] == ["LHP", "LHE", "TLHP"]
        refused = await other.taps(question, "LHE")
        assert "Pegawai Irban I" in refused.text
        assert refused.show_alert
        assert (await offered(scene, sent)).document_id is None
        chosen = question.button("LHP")
        await irban.taps(question, "LHE")
        await scene.stage.sees(scene.group, "Tercatat: LHE dari Irban I — scan0001.pdf")
        assert not question.buttons
        assert chosen is not None
        again = await irban.presses(question, chosen["callback_data"])
        assert "telah ditempatkan" in again.text


async def test_the_collector_accepts_returns_and_gets_the_mended_version(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        await hand_in_all(scene, "irban-1")
        stage, irban, evlap = scene.stage, scene.who("irban-1"), scene.who("kasubbag-evlap")
        card = await stage.button(evlap.chat, "Terima semua")
        assert "Irban I — LHP 1.pdf" in card.text
        assert (
            await stage.tap(evlap, "Terima", words="TLHP dari Irban I, data")
            == "1 berkas disetujui. Terima kasih."
        )
        await stage.tap(evlap, "Kembalikan", words="LHE dari")
        await scene.sees("kasubbag-evlap", "menuliskan alasan pengembalian berkas LHE 1.pdf")
        evlap.says(evlap.chat, "Halaman 2 <tidak> terbaca & miring")
        notice = await scene.sees("irban-1", "Halaman 2 <tidak> terbaca & miring")
        assert "dikembalikan untuk perbaikan" in notice.text
        receipt = await scene.sees("irban-1", "Dikembalikan untuk perbaikan: LHE.")
        assert "Masih kurang: LHE." in receipt.text
        irban.sends(irban.chat, plain_letter("scan0002.pdf"), reply_to=notice)
        await scene.sees("kasubbag-evlap", "LHE dari Irban I — scan0002.pdf (versi 2)")
        await scene.sees("irban-1", "Berkas lengkap")
        await stage.tap(evlap, "Kembalikan", words="LHP dari")
        question = await scene.sees("kasubbag-evlap", "pengembalian berkas LHP 1.pdf")
        evlap.says(evlap.chat, "Belum ditandatangani", reply_to=question)
        await scene.sees("irban-1", "Belum ditandatangani")
        await stage.tap(evlap, "Terima semua")
        await scene.sees("kasubbag-evlap", "Belum diterima: ")


async def test_an_edited_message_with_another_file_is_the_next_version(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        (sent,) = irban.sends(irban.chat, letter("LHP", 1))
        await scene.sees("irban-1", "Diterima: LHP.")
        irban.edits(sent, file=letter("LHP", 2))
        await scene.sees("kasubbag-evlap", "LHP dari Irban I — LHP 2.pdf (versi 2)")
        await scene.sees("kasubbag-evlap", "Telah diganti dengan versi baru")
        irban.edits(sent, text="keterangan LHP")
        await idle(scene, irban)
        assert scene.who("irban-1").chat.find("Diterima: LHP.")
        assert not scene.who("kasubbag-evlap").chat.find("(versi 3)")


async def test_the_same_bytes_are_counted_once(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        irban.sends(irban.chat, letter("LHP"))
        await scene.sees("irban-1", "Diterima: LHP.")
        irban.sends(irban.chat, letter("LHP", name="LHP salinan.pdf"))
        told = await scene.sees("irban-1", "telah diterima sebelumnya dan dihitung satu kali")
        assert "LHP salinan.pdf" in told.text
        assert not scene.who("kasubbag-evlap").chat.find("LHP salinan.pdf")


async def test_with_something_missing_the_collector_conveys_with_a_reason_and_takes_the_late(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban, umum = scene.stage, scene.who("irban-1"), scene.who("kasubbag-umum")
        irban.sends(irban.chat, await filled_workbook(stage, "irban-1"))
        await stage.tap(umum, "Terima semua")
        answer = await stage.tap(umum, "Sampaikan ke Perencanaan")
        assert "alasan" in answer
        question = await scene.sees("kasubbag-umum", "Irban II: DATA")
        assert "Irban I:" not in question.text
        umum.says(umum.chat, "ya")
        await scene.sees("kasubbag-umum", "Alasan terlalu singkat")
        umum.says(umum.chat, "Irban II s.d. IV sedang bertugas luar")
        await scene.sees("kasubbag-umum", "Telah dilaksanakan")
        late = scene.who("irban-2")
        late.sends(late.chat, await filled_workbook(stage, "irban-2"))
        await scene.sees("irban-2", "Diterima: DATA.")
        await stage.tap(umum, "Terima", words="DATA dari Irban II")
        await scene.sees("kasubbag-umum", "Telah disetujui")


async def test_a_nihil_is_replaced_by_a_document_and_not_said_of_one(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban = scene.stage, scene.who("irban-1")
        card = await stage.button(irban.chat, "Nihil LHP", "Mohon menyampaikan")
        await irban.taps(card, "Nihil LHP")
        await scene.sees("irban-1", "LHP (nihil)")
        irban.sends(irban.chat, letter("LHP"))
        await scene.sees("irban-1", "Diterima: LHP.")
        answer = await irban.taps(card, "Nihil LHP")
        assert "Nihil tidak diperlukan" in answer.text
        assert (await scene.stage.button(irban.chat, "Nihil LHE")).text.count("nihil") == 0


async def test_the_steps_player_s_returns_and_resubmissions_work_for_a_workbook(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage = scene.stage
        irban = scene.who("irban-1")
        irban.sends(irban.chat, await filled_workbook(stage, "irban-1"))
        await scene.sees("irban-1", "Diterima: DATA.")
        collector = stage.seat_of("kasubbag-umum")
        notice = await steps.return_one(stage, collector, "Realisasi indikator 2 keliru")
        again = await filled_workbook(stage, "irban-1", again=True)
        await steps.resubmit(stage, collector, notice, again)
        assert await stage.tap(scene.who("kasubbag-umum"), "Terima semua")


async def test_an_edited_caption_answers_what_was_asked_about_the_file(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        (sent,) = irban.sends(irban.chat, plain_letter("scan0001.pdf"))
        question = await scene.sees("irban-1", "Mohon pilih jenis berkas scan0001.pdf")
        irban.edits(sent, text="maaf, ini TLHP")
        await scene.sees("irban-1", "Diterima: TLHP.")
        await scene.until(lambda: "Tercatat: TLHP" in question.text and not question.buttons)


async def test_without_rights_a_reply_is_seen_and_a_plain_file_is_not(play: Play) -> None:
    async with seated(play) as scene:
        asked = await request(scene)
        scene.group.demote_bot(scene.stage.orderer)
        await scene.stage.sees(scene.group, "belum menjadi administrator")
        irban = scene.who("irban-1")
        (plain,) = irban.sends(scene.group, letter("LHE"))
        (reply,) = irban.sends(scene.group, letter("LHP"), reply_to=asked)
        await scene.sees("irban-1", "Diterima: LHP.")
        await scene.until(lambda: reply.reactions)
        assert not plain.reactions


async def test_a_collector_s_successor_gets_the_files_that_wait_for_him(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban, heir = scene.stage, scene.who("irban-1"), scene.who("kepala")
        irban.sends(irban.chat, letter("LHP"))
        await stage.button(scene.who("kasubbag-evlap").chat, "Terima", "LHP dari")
        hello = heir.says(stage.group, "hadir")
        stage.orderer.says(stage.group, "/peran kasubbag-evlap", reply_to=hello)
        review = await stage.button(heir.chat, "Kembalikan", "LHP dari")
        await heir.taps(review, "Terima")
        await scene.until(lambda: rows(play, "SELECT 1 FROM documents WHERE state = 'disetujui'"))


async def test_what_has_not_reached_the_collector_is_not_accepted_with_the_rest(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban, evlap = scene.stage, scene.who("irban-1"), scene.who("kasubbag-evlap")
        irban.sends(irban.chat, letter("LHP"))
        await stage.button(evlap.chat, "Terima", "LHP dari")
        stage.clock.advance(hours=11)
        irban.sends(irban.chat, letter("LHE"))
        await scene.sees("irban-1", "Diterima: LHP, LHE.")
        assert "1 berkas" in await stage.tap(evlap, "Terima semua")
        states = dict(rows(play, "SELECT kind, state FROM documents"))
        assert states == {"LHP": "disetujui", "LHE": "diterima"}


async def test_a_seat_s_successor_mends_what_his_predecessor_sent(play: Play) -> None:
    async with seated(play, empty=["kepala"]) as scene:
        await request(scene)
        stage, before, heir = scene.stage, scene.who("irban-1"), scene.who("kepala")
        before.sends(before.chat, letter("LHP"))
        await scene.sees("irban-1", "Diterima: LHP.")
        heir.start()
        hello = heir.says(scene.group, "hadir")
        stage.orderer.says(scene.group, "/peran irban-1", reply_to=hello)
        await scene.sees("kepala", "Buku kerja terlampir")
        notice = await steps.return_one(stage, stage.seat_of("kasubbag-evlap"), "Halaman kosong")
        assert notice.chat in (before.chat, heir.chat)
        mine = await scene.sees("kepala", "Halaman kosong")
        heir.sends(heir.chat, plain_letter("scan.pdf"), reply_to=mine)
        await scene.sees("kasubbag-evlap", "LHP dari Irban I — scan.pdf (versi 2)")
        receipt = await scene.sees("kepala", "Diterima: LHP.")
        passed = await scene.sees("irban-1", "tugas ini kini dilaksanakan oleh")
        assert passed.buttons == []
        stale = button_data(Act.DECLARE_NIHIL, 1, "irban-1", "LHE")
        assert "Belum ada kursi" in (await before.presses(passed, stale)).text
        assert "Masih kurang: LHE, TLHP, DATA." in receipt.text
