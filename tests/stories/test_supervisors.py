"""The board in a supervisor's hands: its picture, its buttons, and what they do."""

from datetime import timedelta

import pytest

from bot.rehearsal.telegram.pictures import picture_size
from bot.rehearsal.theatre import Play
from tests.stories.acting import hand_in_all, idle, request, said, seated

pytestmark = pytest.mark.slow

BUTTONS = ["Rincian", "Ingatkan sekarang", "Berkas", "Rekap sementara"]


async def test_a_board_comes_as_a_picture_and_a_text_with_buttons_for_supervisors(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, sekretaris, irban = scene.stage, scene.who("sekretaris"), scene.who("irban-1")
        for person, buttons in ((sekretaris, BUTTONS), (irban, [])):
            before = len(stage.group.from_bot)
            person.says(stage.group, f"/status@{stage.telegram.bot.username}")
            await scene.until(lambda before=before: len(stage.group.from_bot) == before + 2)  # type: ignore[misc]
            picture, board = stage.group.from_bot[-2:]
            assert picture.file is not None
            size = picture_size(picture.file.content)
            assert size is not None
            assert size[0] == 1080
            assert board.text.startswith("Papan Mekanisme")
            assert [list(board.buttons), list(picture.buttons)] == [buttons, []]


async def test_a_supervisor_reads_seat_by_seat_and_takes_files_and_recap(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        await hand_in_all(scene, "irban-2")
        stage, sekretaris = scene.stage, scene.who("sekretaris")
        sekretaris.says(stage.group, f"/status@{stage.telegram.bot.username}")
        board = await stage.button(stage.group, "Rincian", "Papan")
        refused = await scene.who("irban-1").taps(board, "Rincian")
        assert "Tindakan ini milik" in refused.text
        assert (await sekretaris.taps(board, "Rincian")).text == "Rincian dikirim di chat pribadi."
        pages = await stage.button(sekretaris.chat, "Irban II", "Mohon pilih kursi")
        await sekretaris.taps(pages, "Irban II")
        await scene.until(lambda: "Berkas:" in pages.text)
        assert "LHP versi 1" in pages.text
        await sekretaris.taps(pages, "Umum")
        await scene.until(lambda: "Langkah 4, menghimpun" in pages.text)
        shown = len(stage.group.from_bot)
        await sekretaris.taps(board, "Berkas")
        await scene.sees("sekretaris", "Berkas data kinerja")
        await sekretaris.taps(board, "Rekap sementara")
        await scene.sees("sekretaris", "untuk dicetak")
        assert len(stage.group.from_bot) == shown


async def test_a_supervisor_reminds_who_owes_something_today_once_an_hour(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        await hand_in_all(scene, "irban-1")
        stage, kepala = scene.stage, scene.who("kepala")
        kepala.says(kepala.chat, "/status")
        board = await stage.button(kepala.chat, "Ingatkan sekarang")
        answer = await kepala.taps(board, "Ingatkan sekarang")
        assert "Pegawai Irban II, Pegawai Irban III dan Pegawai Irban IV" in answer.text
        for seat in ("irban-2", "irban-3", "irban-4"):
            await scene.sees(seat, "Atas permintaan Kepala Dinas")
        assert "satu jam terakhir" in (await kepala.taps(board, "Ingatkan sekarang")).text
        stage.work_on(61)
        again = await kepala.taps(board, "Ingatkan sekarang")
        assert again.text.startswith("Diingatkan: Pegawai Irban II")
        await scene.until(lambda: said(scene.who("irban-2").chat, "Atas permintaan") == 2)
        await idle(scene, scene.who("irban-1"))
        assert said(scene.who("irban-1").chat, "Atas permintaan") == 0


async def test_nobody_is_reminded_outside_working_hours(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, orderer = scene.stage, scene.stage.orderer
        orderer.says(orderer.chat, "/status")
        board = await stage.button(orderer.chat, "Ingatkan sekarang")
        stage.clock.move_to(stage.clock.now() + timedelta(hours=12))
        answer = await orderer.taps(board, "Ingatkan sekarang")
        assert "Di luar jam kerja" in answer.text
        assert "Selasa, 24 November 2026 pukul 07.45 WITA" in answer.text
        irban = scene.who("irban-2")
        await idle(scene, irban)
        assert said(irban.chat, "Atas permintaan") == 0
