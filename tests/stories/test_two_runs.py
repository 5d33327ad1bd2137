"""A month and a quarter at once: which run a file or a word is meant for is never guessed."""

import pytest

from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.theatre import Play
from tests.stories.acting import idle, request, said, seated
from tests.stories.letters import letter

pytestmark = pytest.mark.slow


async def test_an_unclear_file_is_asked_about_and_a_reply_or_a_mark_is_clear(play: Play) -> None:
    async with seated(play) as scene:
        stage, irban = scene.stage, scene.who("irban-1")
        quarter = await request(scene)
        own = await filled_workbook(stage, "irban-1")
        await request(scene, "Oktober 2026")
        irban.sends(irban.chat, letter("LHP", 1))
        question = await scene.sees("irban-1", "LHP 1.pdf untuk periode yang mana")
        assert question.buttons == ["Triwulan III 2026", "Oktober 2026"]
        await irban.taps(question, "Oktober 2026")
        await scene.sees("irban-1", "Irban I, data kinerja Oktober 2026.\nDiterima: LHP.")
        await scene.until(lambda: "LHP 1.pdf, data kinerja Oktober 2026" in question.text)
        irban.sends(stage.group, letter("LHP", 2), reply_to=quarter)
        receipt = "Irban I, data kinerja Triwulan III 2026."
        await scene.sees("irban-1", f"{receipt}\nDiterima: LHP.")
        irban.sends(irban.chat, own)
        await scene.sees("irban-1", f"{receipt}\nDiterima: LHP, DATA.")


async def test_one_s_tasks_of_both_runs_stand_together_and_their_buttons_work(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        await request(scene, "Oktober 2026")
        irban = scene.who("irban-2")
        irban.says(irban.chat, "/tugas")
        tasks = await scene.sees("irban-2", "Tugas yang terbuka")
        october = [b for b in tasks.buttons if "Okt 2026" in b]
        assert len(october) == 5
        assert len(set(tasks.buttons)) == 10
        await irban.taps(tasks, next(b for b in october if b.startswith("Nihil LHP")))
        await scene.sees("irban-2", "Irban II, data kinerja Oktober 2026.\nDiterima: LHP (nihil).")
        irban.says(irban.chat, "/status")
        await scene.until(lambda: said(irban.chat, "Papan Mekanisme") == 2)


async def test_which_run_is_cancelled_and_which_duty_needs_time_is_asked(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        await request(scene, "Oktober 2026")
        stage, irban, orderer = scene.stage, scene.who("irban-1"), scene.stage.orderer
        irban.says(irban.chat, "/kendala data belum turun dari kecamatan")
        await stage.tap(irban, "Irban I: menyerahkan berkas (Okt 2026)")
        plea = await scene.sees("kasubbag-perencanaan", "data belum turun dari kecamatan")
        assert "Oktober 2026" in plea.text
        orderer.says(orderer.chat, "/batal salah periode")
        await stage.tap(orderer, "Oktober 2026", words="Putaran mana yang dibatalkan")
        told = await stage.sees(stage.group, "dibatalkan. Alasan: salah periode")
        assert "Oktober 2026" in told.text
        await idle(scene, irban)
        irban.sends(irban.chat, letter("LHP"))
        await scene.sees("irban-1", "Triwulan III 2026.\nDiterima: LHP.")
