"""A letter's number and date are offered to its sender; the same letter is said and counts once."""

from datetime import date

import pytest

from bot.papers.samples import letter_pdf
from bot.rehearsal.telegram import Upload, picture
from bot.rehearsal.theatre import Play
from tests.invariants.staging import rows
from tests.stories.acting import collected, request, said, seated
from tests.stories.letters import letter

pytestmark = pytest.mark.slow

READ = "SELECT kind, number, dated, letter FROM documents ORDER BY id"


def numbered(name: str, number: str, kind: str = "Laporan Hasil Pemeriksaan") -> Upload:
    content = letter_pdf(kind, f"Nomor : {number}", date(2026, 10, 5), "Irban", name)
    return Upload(name, content)


async def test_what_was_read_is_confirmed_with_one_tap_and_never_waited_for(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban, evlap = scene.stage, scene.who("irban-1"), scene.who("kasubbag-evlap")
        irban.sends(irban.chat, numbered("LHP a.pdf", "700/12/LHP/IX/2026"))
        receipt = await scene.sees("irban-1", "Terbaca pada LHP a.pdf: nomor 700/12/LHP/IX/2026")
        assert "tanggal Senin, 5 Oktober 2026. Mohon dikonfirmasi." in receipt.text
        assert receipt.buttons == ["Benar", "Bukan", "Nihil LHE", "Nihil TLHP", "Nihil DATA"]
        card = await stage.button(evlap.chat, "Terima", "LHP dari")
        assert "700/12/LHP/IX/2026" in card.text
        assert "(terbaca, belum dikonfirmasi)" in card.text
        await stage.tap(evlap, "Terima", words="LHP dari")  # nothing waits for the answer
        stale = receipt.button("Benar")
        assert await stage.tap(irban, "Benar") == "Tercatat. Terima kasih."
        await scene.until(lambda: "Terbaca" not in receipt.text and "Benar" not in receipt.buttons)
        await scene.until(lambda: "belum dikonfirmasi" not in card.text)
        assert stale is not None
        twice = await irban.presses(receipt, stale["callback_data"])
        assert "telah dijawab sebelumnya" in twice.text
        assert rows(play, READ) == [("LHP", "700/12/LHP/IX/2026", "2026-10-05", "dibenarkan")]
        verbs = [verb for (verb,) in rows(play, "SELECT verb FROM facts ORDER BY id")]
        assert "nomor dibenarkan" in verbs


async def test_several_letters_are_confirmed_at_once_and_what_tells_nothing_is_not_asked(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        files = [numbered(f"LHP {n}.pdf", f"700/{n}/LHP/2026") for n in range(3)]
        irban.sends(irban.chat, [*files, Upload("LHP foto.png", picture(), kind="document")])
        receipt = await scene.sees("irban-1", "Diterima: LHP (4).")
        await scene.until(lambda: "3. LHP " in receipt.text)
        await scene.stage.tap(irban, "Bukan (1)")
        await scene.until(lambda: "3. LHP " not in receipt.text and "2. LHP" in receipt.text)
        await scene.stage.tap(irban, "Semua benar")
        await scene.until(lambda: "Terbaca" not in receipt.text)
        states = sorted(state for *_, state in rows(play, READ))
        assert states == ["", "dibantah", "dibenarkan", "dibenarkan"]


async def test_a_number_read_wrongly_is_written_by_its_sender_and_found_by_it(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban, stage = scene.who("irban-1"), scene.stage
        irban.sends(irban.chat, numbered("LHP a.pdf", "094/7/ST/2026"))
        await scene.sees("irban-1", "Terbaca pada LHP a.pdf")
        await stage.tap(irban, "Bukan")
        question = await scene.sees("irban-1", "Mohon menuliskan nomor dan tanggal LHP LHP a.pdf")
        assert question.buttons == ["Tidak ada nomor"]
        irban.says(irban.chat, "nanti kami cari")
        await scene.sees("irban-1", "belum dapat dibaca sebagai nomor dan tanggal")
        irban.says(irban.chat, "700/12/LHP/2026, 3-11-2026")
        shown = await stage.button(irban.chat, "Benar", "nomor 700/12/LHP/2026, tanggal Selasa, 3")
        await scene.until(lambda: "telah dijawab" in question.text and not question.buttons)
        await stage.tap(irban, "Bukan", words="700/12/LHP/2026")
        again = await scene.sees("irban-1", "Mohon menuliskan nomor dan tanggal")
        irban.says(irban.chat, "Nomor 700/12/LHP/XI/2026", reply_to=again)
        shown = await stage.button(irban.chat, "Benar", "nomor 700/12/LHP/XI/2026, tanggal Selasa")
        await stage.tap(irban, "Benar", words="700/12/LHP/XI/2026")
        await scene.until(lambda: "Telah dicatat" in shown.text and not shown.buttons)
        assert rows(play, READ) == [("LHP", "700/12/LHP/XI/2026", "2026-11-03", "dibenarkan")]
        verbs = [verb for (verb,) in rows(play, "SELECT verb FROM facts ORDER BY id")]
        assert [v for v in verbs if v.startswith("nomor")] == [
            "nomor dibantah", "nomor ditulis", "nomor dibantah", "nomor ditulis",
            "nomor dibenarkan",
        ]  # fmt: skip
        irban.says(irban.chat, "/berkas 700/12/LHP/XI")
        assert "LHP a.pdf" in (await scene.sees("irban-1", "“700/12/LHP/XI”")).text


async def test_a_scan_is_given_a_number_or_none_when_its_sender_wants(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban, stage = scene.who("irban-1"), scene.stage
        scans = [Upload(f"LHP {n}.png", picture(9 + n), kind="document") for n in (1, 2)]
        irban.sends(irban.chat, scans)
        receipt = await scene.sees("irban-1", "Diterima: LHP (2).")
        assert receipt.buttons[-1] == "Beri nomor"
        assert not said(irban.chat, "menuliskan nomor")
        for place in (1, 2):
            await stage.tap(irban, "Beri nomor")
            await stage.tap(irban, "Tidak ada nomor")
            await scene.until(lambda n=place: said(irban.chat, "tercatat tanpa nomor") == n)
        await scene.until(lambda: "Beri nomor" not in receipt.buttons)
        assert {state for *_, state in rows(play, READ)} == {"tanpa nomor"}


async def test_only_its_sender_answers_for_a_letter(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban, other = scene.who("irban-1"), scene.who("irban-2")
        irban.sends(irban.chat, letter("LHP"))
        receipt = await scene.sees("irban-1", "Terbaca pada LHP 1.pdf")
        right = receipt.button("Benar")
        assert right is not None
        other.sends(other.chat, letter("LHE"))
        theirs = await scene.sees("irban-2", "Terbaca pada LHE 1.pdf")
        refused = await other.presses(theirs, right["callback_data"])
        assert "Pegawai Irban I" in refused.text
        assert {state for *_, state in rows(play, READ)} == {"terbaca"}


async def test_the_same_letter_of_two_irban_is_said_to_both_sides(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, evlap = scene.stage, scene.who("kasubbag-evlap")
        one, two = scene.who("irban-1"), scene.who("irban-2")
        one.sends(one.chat, numbered("LHP bersama.pdf", "700/9/LHP/2026"))
        first = await stage.button(evlap.chat, "Terima", "LHP dari Irban I,")
        two.sends(two.chat, numbered("LHP kami.pdf", "700/9/LHP/2026"))
        receipt = await scene.sees("irban-2", "LHP kami.pdf: Sama dengan LHP Irban I (nomor sama)")
        assert "dihitung satu kali" in receipt.text
        assert "Diterima: LHP." in receipt.text
        second = await stage.button(evlap.chat, "Terima", "LHP dari Irban II,")
        assert "Sama dengan LHP Irban I (nomor sama); dihitung satu kali." in second.text
        await scene.until(lambda: "Sama dengan LHP Irban II (nomor sama)" in first.text)
        await stage.tap(two, "Bukan")
        await scene.until(lambda: "Sama dengan" not in receipt.text)
        await scene.until(lambda: "Sama dengan" not in first.text + second.text)


async def test_two_files_with_one_number_from_one_seat_count_once(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        irban.sends(irban.chat, numbered("LHP a.pdf", "700/9/LHP/2026"))
        irban.sends(irban.chat, numbered("LHP a (1).pdf", "700/9/LHP/2026"))
        receipt = await scene.sees("irban-1", "Sama dengan LHP Irban I (nomor sama)")
        assert "Diterima: LHP." in receipt.text
        assert len(rows(play, READ)) == 2


async def test_bytes_that_came_again_are_told_to_the_collector_without_a_new_message(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban, evlap = scene.who("irban-1"), scene.who("kasubbag-evlap")
        irban.sends(irban.chat, letter("LHP"))
        card = await scene.stage.button(evlap.chat, "Terima", "LHP dari")
        irban.sends(irban.chat, letter("LHP", name="LHP salinan.pdf"))
        await scene.sees("irban-1", "telah diterima sebelumnya dan dihitung satu kali")
        await scene.until(lambda: "dikirim 2 kali; dihitung satu kali" in card.text)
        assert said(evlap.chat, "LHP dari Irban I") == 2  # the card, and the collector's own


async def test_what_nobody_waits_for_is_asked_no_more_and_changes_quietly(play: Play) -> None:
    async with seated(play) as scene:
        asked = await request(scene)
        stage, two = scene.stage, scene.who("irban-2")
        card = await scene.sees("irban-2", "Mohon menyampaikan data kinerja")
        assert "Nihil DATA" in card.buttons
        await collected(scene)
        await scene.until(lambda: "tidak ditunggu lagi" in card.text and not card.buttons)
        receipt = await scene.sees("irban-2", "Masih kurang: DATA; tidak ditunggu lagi.")
        assert not receipt.buttons
        assert "Mohon membalas" in asked.text  # until the recap is approved, files are taken
        await stage.idle()
        before = len(stage.group.from_bot), len(two.chat.from_bot)
        await stage.tap(scene.who("penyusun"), "Setujui rekap")
        await scene.until(lambda: "telah ditutup" in asked.text and not asked.buttons)
        assert "Mohon membalas" not in asked.text
        await stage.button(scene.who("kasubbag-perencanaan").chat, "Selesai")
        await stage.idle()
        assert (len(stage.group.from_bot), len(two.chat.from_bot)) == before
