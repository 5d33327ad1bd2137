"""What becomes of a workbook that is filled in by chat: refused, or no longer awaited."""

from dataclasses import replace

import pytest

from bot.rehearsal import steps
from bot.rehearsal.telegram import Message
from bot.rehearsal.theatre import Play
from bot.rules.acts import Act, button_data
from bot.rules.json_form import to_json
from tests.invariants.staging import rows
from tests.stories.acting import Scene, collected, idle, request, said, seated
from tests.stories.test_filling import (
    FACTORS,
    FIRST,
    OVER,
    asked,
    begins,
    figures_of_irban_1,
    says,
    taps,
)

pytestmark = pytest.mark.slow


async def counted_out_of(scene: Scene, name: str, unit: str) -> None:
    """The office's format with another unit for one indicator."""
    given = (replace(r, unit=unit) if r.name == name else r for r in scene.desk.form.indicators)
    form = replace(scene.desk.form, indicators=tuple(given))
    async with scene.desk.store.work() as uow:
        (office,) = await uow.offices.all()
        await uow.offices.save(replace(office, form=to_json(form)))


async def test_a_fault_in_what_was_filled_in_chat_is_told_and_corrected_there(play: Play) -> None:
    async with seated(play) as scene:
        await counted_out_of(scene, "Jumlah desa Mandiri", "desa (dari 82)")
        await request(scene)
        stage, irban = scene.stage, scene.who("irban-1")
        await begins(stage, irban)
        await figures_of_irban_1(stage, irban)
        await taps(stage, irban, "Lihat ringkasan", FACTORS)
        await irban.taps(await asked(stage, irban, OVER), "Ubah 2")
        await says(stage, irban, "83", "2. Jumlah desa Mandiri", FIRST)
        await taps(stage, irban, "Lihat ringkasan", FACTORS)
        before = await asked(stage, irban, OVER, "83 desa")
        assert "Mohon membaca pesan terbaru" in (await irban.taps(before, "Kirim")).text
        told = await scene.sees("irban-1", "dikembalikan untuk perbaikan")
        assert "Data Kinerja I7: indikator 2: realisasi 83 melebihi 82" in told.text
        await scene.until(lambda: "dilanjutkan pada pesan di bawah" in before.text)
        over = await asked(stage, irban, OVER, "83 desa")
        assert over.id > told.id
        await irban.taps(over, "Ubah 2")
        await says(stage, irban, "5", "2. Jumlah desa Mandiri", FIRST)
        await taps(stage, irban, "Lihat ringkasan", FACTORS)
        await taps(stage, irban, "Kirim", OVER, "Mandiri: 5 desa")
        await scene.sees("irban-1", "Diterima: DATA.")


async def said_to_old_buttons(scene: Scene, question: Message, card: Message) -> tuple[str, str]:
    """What a tap is answered on a button that the app still shows: of the question, and of the
    card that begins."""
    irban = scene.who("irban-2")
    answer = button_data(Act.ANSWER_FILLING, 1, "belum", "r4")
    begin = button_data(Act.FILL_IN, 1, "irban-2")
    return (await irban.presses(question, answer)).text, (await irban.presses(card, begin)).text


async def test_the_approved_recap_ends_it_with_a_word_and_its_buttons_say_so(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban = scene.stage, scene.who("irban-2")
        card = await scene.sees("irban-2", "Mohon menyampaikan data kinerja")
        await begins(stage, irban)
        question = await asked(stage, irban, FIRST)
        await collected(scene)
        assert FIRST in question.text  # what comes before the recap is approved still counts
        await steps.approve_recap(stage)
        ended = await scene.sees("irban-2", "lewat chat berakhir: rekap telah disetujui")
        assert ended is question
        assert not question.buttons
        over, approved = await said_to_old_buttons(scene, question, card)
        assert "Pengisian lewat chat ini telah berakhir" in over
        assert "Rekap telah disetujui dan tidak berubah lagi" in approved
        irban.says(irban.chat, "77")
        await scene.sees("irban-2", "tidak menjawab pertanyaan sistem")
        await steps.analyse(stage, "Cukup.")
        await idle(scene, irban)
        assert said(irban.chat, "lewat chat berakhir") == 1
        assert rows(play, "SELECT DISTINCT state FROM fillings") == [("berakhir",)]


async def test_the_cancelled_run_ends_it_and_takes_the_button_that_begins_it(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        stage, irban = scene.stage, scene.who("irban-2")
        card = await scene.sees("irban-2", "Mohon menyampaikan data kinerja")
        await begins(stage, irban)
        question = await asked(stage, irban, FIRST)
        stage.orderer.says(stage.orderer.chat, "/batal salah periode")
        ended = await scene.sees("irban-2", "lewat chat berakhir: putaran dibatalkan")
        assert ended is question
        await scene.until(lambda: not card.buttons)
        assert "Putaran dibatalkan. Alasan: salah periode." in card.text
        over, cancelled = await said_to_old_buttons(scene, question, card)
        assert "Pengisian lewat chat ini telah berakhir" in over
        assert "Putaran ini tidak berjalan lagi" in cancelled
