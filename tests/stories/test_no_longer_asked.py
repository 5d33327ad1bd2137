"""What the bot asked of a sender is asked no more once no answer can be taken."""

import pytest

from bot.rehearsal import steps
from bot.rehearsal.telegram import Message
from bot.rehearsal.theatre import Play
from tests.stories.acting import Scene, nihil_all, request, seated
from tests.stories.letters import letter
from tests.stories.recaps import sees_both
from tests.stories.test_findings import typed, workbook

pytestmark = pytest.mark.slow
PERIOD = "Triwulan III 2026"


async def asked_twice(scene: Scene) -> tuple[Message, Message]:
    """What Irban I is asked: of the letter's number on his receipt, and of his workbook."""
    irban = scene.who("irban-1")
    irban.sends(irban.chat, letter("LHP"))
    receipt = await scene.sees("irban-1", "Terbaca pada LHP 1.pdf")
    irban.sends(irban.chat, await workbook(scene, "Data.xlsx", typed(I6=141.46)))
    return receipt, await scene.sees("irban-1", "di luar 0 sampai dengan 100%")


async def conveyed_without_the_others(scene: Scene) -> None:
    stage = scene.stage
    await nihil_all(scene, "irban-1", ("LHE", "TLHP"))
    for seat in ("kasubbag-evlap", "kasubbag-umum"):
        person = scene.who(seat)
        await stage.tap(person, "Terima semua")
        await stage.tap(person, "Sampaikan ke Perencanaan")
        await scene.sees(seat, "Mohon menuliskan alasan")
        person.says(person.chat, "Menunggu data dari lapangan")
    await stage.button(scene.who("penyusun").chat, "Setujui rekap")


async def test_the_approved_recap_and_the_closed_run_leave_no_question(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        receipt, finding = await asked_twice(scene)
        await conveyed_without_the_others(scene)
        assert finding.buttons == ["Benar"]
        await steps.approve_recap(scene.stage)
        await scene.until(lambda: "Belum dijawab pengirim." in finding.text)
        assert not finding.buttons
        irban = scene.who("irban-1")
        irban.says(irban.chat, "Memang demikian")
        await scene.sees("irban-1", "tidak menjawab pertanyaan sistem")
        assert "Benar" in receipt.buttons  # a letter's number may be told until the end
        await steps.analyse(scene.stage, "Cukup.")
        await scene.until(lambda: not receipt.buttons)
        assert "Mohon dikonfirmasi" not in receipt.text


async def test_the_cancelled_run_takes_every_question_back(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        receipt, finding = await asked_twice(scene)
        await scene.until(lambda: "Nihil TLHP" in receipt.buttons)
        orderer = scene.stage.orderer
        orderer.says(orderer.chat, "/batal salah periode")
        await sees_both(scene, "irban-1", PERIOD, "Putaran dibatalkan. Alasan: salah periode.")
        await scene.until(lambda: not (receipt.buttons or finding.buttons))
        assert "Masih kurang" not in receipt.text
        assert "Mohon mengetuk Benar" not in finding.text
