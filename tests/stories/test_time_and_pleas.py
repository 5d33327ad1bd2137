"""/kendala: who decides on more time, and what becomes of the limit."""

import pytest

from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.theatre import Play
from tests.stories.acting import idle, leave_seats, nihil_all, request, said, seated

pytestmark = pytest.mark.slow

LIMIT = "Senin, 23 November 2026 pukul 14.30 WITA"  # 360 working minutes from 07.30
LATER = "Selasa, 24 November 2026 pukul 08.00 WITA"  # 120 more


async def test_a_plea_with_a_reason_goes_to_the_superior_who_gives_time(play: Play) -> None:
    async with seated(play) as scene:
        asked = await request(scene)
        assert LIMIT in asked.text
        stage, irban = scene.stage, scene.who("irban-1")
        irban.says(stage.group, "/kendala listrik padam & jaringan <putus>")
        await stage.sees(stage.group, "diteruskan kepada Kasubbag Perencanaan dan Keuangan")
        plea = await scene.sees("kasubbag-perencanaan", "listrik padam & jaringan <putus>")
        assert LIMIT in plea.text
        irban.says(irban.chat, "/kendala lagi")
        await scene.sees("irban-1", "masih menunggu keputusan Kasubbag Perencanaan")
        given = plea.button("Beri waktu")
        await stage.orderer.taps(plea, "Beri waktu")
        moved = await scene.sees("irban-1", LATER)
        assert "listrik padam" in moved.text
        await scene.until(lambda: LATER in plea.text)
        assert plea.text.count(LATER) == 1
        assert not plea.buttons
        await scene.until(lambda: LATER in asked.text)
        assert given is not None
        again = await stage.orderer.presses(plea, given["callback_data"])
        assert "telah diputuskan sebelumnya" in again.text


async def test_a_plea_without_a_reason_is_asked_for_one_and_may_be_refused(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban = scene.stage, scene.who("irban-1")
        irban.says(stage.group, "/kendala")
        question = await scene.sees("irban-1", "alasan memerlukan waktu tambahan")
        irban.says(irban.chat, "menunggu tanda tangan pimpinan", reply_to=question)
        plea = await scene.sees("kasubbag-perencanaan", "menunggu tanda tangan pimpinan")
        await stage.orderer.taps(plea, "Tolak")
        told = await scene.sees("irban-1", "belum disetujui; batas tetap")
        assert told.text.count(LIMIT) == 1
        irban.says(irban.chat, "/kendala menunggu berita acara")
        again = await scene.sees("kasubbag-perencanaan", "menunggu berita acara")
        assert again is not plea
        assert again.buttons[:2] == ["Beri waktu", "Tolak"]
        assert again.buttons[2:] == ["1 jam", "setengah hari", "1 hari kerja"]
        for collector in ("kasubbag-evlap", "kasubbag-umum"):
            assert scene.who(collector).chat.find("berubah dari") is None
        await stage.orderer.taps(again, "setengah hari")
        await scene.sees("irban-1", "Selasa, 24 November 2026 pukul 09.45 WITA")
        for collector in ("kasubbag-evlap", "kasubbag-umum"):
            moved = await scene.sees(collector, "dari Selasa, 24 November 2026 pukul 08.00")
            assert "Selasa, 24 November 2026 pukul 11.45 WITA" in moved.text
            assert "batas Irban I bertambah" in moved.text
        told = await scene.sees("penyusun", "waktu tambahan telah diberikan")
        assert "Irban I: menyerahkan berkas" in told.text


async def test_for_the_kasubbag_the_sekretaris_decides(play: Play) -> None:
    async with seated(play) as scene:
        stage, orderer = scene.stage, scene.stage.orderer
        orderer.says(orderer.chat, "/mulai")
        await stage.tap(orderer, "Triwulan III 2026")
        await stage.button(orderer.chat, "Perintahkan")
        orderer.says(orderer.chat, "/kendala menunggu disposisi")
        plea = await scene.sees("sekretaris", "menunggu disposisi")
        await scene.who("sekretaris").taps(plea, "Beri waktu")
        await scene.sees("kasubbag-perencanaan", "pukul 09.35 WITA")


async def test_where_the_superior_s_seat_is_empty_the_next_one_decides(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        await leave_seats(scene, "kasubbag-perencanaan")
        irban.says(irban.chat, "/kendala jaringan putus")
        await scene.sees("sekretaris", "jaringan putus")
        other = scene.who("irban-2")
        await leave_seats(scene, "sekretaris", "kepala")
        other.says(other.chat, "/kendala jaringan putus")
        await scene.sees("irban-2", "pada kursi atasan")


async def test_a_plea_waits_for_whoever_holds_the_superior_s_seat(play: Play) -> None:
    async with seated(play, empty=("sekretaris",)) as scene:
        stage, orderer, heir = scene.stage, scene.stage.orderer, scene.who("sekretaris")
        orderer.says(orderer.chat, "/mulai")
        await stage.tap(orderer, "Triwulan III 2026")
        await stage.button(orderer.chat, "Perintahkan")
        orderer.says(orderer.chat, "/kendala menunggu disposisi")
        await scene.sees("kepala", "menunggu disposisi")
        hello = heir.says(stage.group, "hadir")
        orderer.says(stage.group, "/peran sekretaris", reply_to=hello)
        heir.start()
        plea = await scene.sees("sekretaris", "menunggu disposisi")
        await heir.taps(plea, "Beri waktu")
        await scene.sees("kasubbag-perencanaan", "pukul 09.35 WITA")


async def test_without_an_open_duty_there_is_no_time_to_ask_for(play: Play) -> None:
    async with seated(play) as scene:
        irban = scene.who("irban-1")
        irban.says(irban.chat, "/kendala alasan apa pun")
        await scene.sees("irban-1", "Tidak ada putaran")
        await request(scene)
        secretary = scene.who("sekretaris")
        secretary.says(secretary.chat, "/kendala alasan apa pun")
        await scene.sees("sekretaris", "Tidak ada tugas yang terbuka")


async def test_a_limit_that_passes_is_a_private_word_first_and_gone_once_delivered(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban = scene.stage, scene.who("irban-1")
        before = said(stage.group, "Pengingat")
        stage.work_on(361)
        reminder = await scene.sees("irban-1", "Mohon izin mengingatkan")
        assert "Masih kurang: LHP, LHE, TLHP, DATA." in reminder.text
        assert [b for b in reminder.buttons if b.startswith("Nihil")] == [
            f"Nihil {kind}" for kind in ("LHP", "LHE", "TLHP", "DATA")
        ]
        await irban.taps(reminder, "Nihil LHP")
        await idle(scene, irban)
        assert said(stage.group, "Pengingat") == before
        stage.work_on(31)
        late = await stage.sees(stage.group, "Pengingat")
        assert "Irban I (Pegawai Irban I): kurang LHE, TLHP, DATA" in late.text
        await nihil_all(scene, "irban-1", ("LHE", "TLHP"))
        irban.sends(irban.chat, await filled_workbook(stage, "irban-1"))
        await scene.until(lambda: "telah dilaksanakan Senin" in reminder.text)
        assert not reminder.buttons
