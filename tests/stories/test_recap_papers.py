"""The recap as people get it: workbook and PDF privately, one picture with its words for all."""

import io

import pytest
from pypdf import PdfReader

from bot.rehearsal import steps
from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.telegram import Message
from bot.rehearsal.telegram.pictures import picture_size
from bot.rehearsal.theatre import Play
from tests.stories.acting import Scene, collected, request, seated

pytestmark = pytest.mark.slow

FINDING = "Kelebihan pembayaran honorarium"


def words(message: Message) -> str:
    assert message.file is not None
    pages = PdfReader(io.BytesIO(message.file.content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


async def closed(scene: Scene) -> Message:
    """A run with the workbook of Irban I alone, closed; the final recap."""
    await request(scene)
    await collected(scene)
    await steps.approve_recap(scene.stage)
    return await steps.analyse(scene.stage, "Dibahas pada rapat berikutnya.")


async def test_the_group_gets_one_picture_with_five_lines_and_nothing_of_findings(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await closed(scene)
        shown = await scene.stage.sees(scene.group, "Rata-rata capaian")
        assert shown.file is not None
        size = picture_size(shown.file.content)
        assert size is not None and size[0] == 1080
        assert len(shown.text.split("\n")) == 5
        assert shown.text.endswith("Putaran selesai. Terima kasih.")
        assert [m for m in scene.group.from_bot if m.file is not None] == [shown]
        assert all(FINDING not in message.text for message in scene.group.from_bot)


async def test_who_analysed_gets_the_workbook_and_the_pdf_to_be_signed(play: Play) -> None:
    async with seated(play) as scene:
        final = await closed(scene)
        printed = await scene.sees("kasubbag-perencanaan", "untuk dicetak")
        assert final.file is not None and final.file.name.endswith(".xlsx")
        said = words(printed)
        assert FINDING in said
        assert "Dibahas pada rapat berikutnya." in said
        assert "Kepala Dinas" in said
        assert said.count("tercatat") == 2
        for seat, person in scene.stage.cast.items():
            if seat != "kasubbag-perencanaan":
                assert not person.chat.find("untuk dicetak")


async def test_the_recap_as_of_now_comes_in_both_forms_and_marks_no_approval(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        irban.sends(irban.chat, await filled_workbook(scene.stage, "irban-1"))
        await scene.sees("irban-1", "Diterima: DATA")
        penyusun = scene.who("penyusun")
        penyusun.says(penyusun.chat, "/rekap")
        book = await scene.sees("penyusun", "Rekap sementara data kinerja Triwulan III 2026.")
        printed = await scene.sees("penyusun", "untuk dicetak")
        assert book.file is not None and book.file.name.endswith(".xlsx")
        said = words(printed)
        assert "tercatat" not in said
        assert (
            said.count("Paraf") == 4
        )  # three boxes, for the Kepala signs, and the Sekretaris's act


async def test_a_group_that_takes_no_photos_gets_the_words(play: Play) -> None:
    async with seated(play) as scene:
        refused = "Bad Request: not enough rights to send photos to the chat"
        scene.stage.telegram.faults.add("sendPhoto", "error", description=refused)
        await closed(scene)
        shown = await scene.stage.sees(scene.group, "Rata-rata capaian")
        assert shown.file is None
        assert shown.text.endswith("Putaran selesai. Terima kasih.")
