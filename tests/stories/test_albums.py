"""Albums: every file is an update of its own, and the first alone may bear caption and reply."""

import pytest

from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.telegram import Upload, picture
from bot.rehearsal.theatre import Play
from tests.stories.acting import request, said, seated
from tests.stories.letters import letter, plain_letter
from tests.stories.sending import album

pytestmark = pytest.mark.slow


async def test_an_album_of_mixed_kinds_ends_in_one_receipt(play: Play) -> None:
    async with seated(play) as scene:
        asked = await request(scene)
        files = [letter("LHP"), letter("LHE"), await filled_workbook(scene.stage, "irban-1")]
        irban = scene.who("irban-1")
        sent = irban.sends(scene.group, files, reply_to=asked, album=True)
        await scene.sees("irban-1", "Diterima: LHP, LHE, DATA.")
        await scene.until(lambda: all("👍" in one.reactions for one in sent))
        assert said(irban.chat, "Diterima: ") == 1


async def test_the_caption_of_the_first_holds_for_those_that_nothing_else_tells(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        files = [plain_letter("scan1.pdf", 1), plain_letter("scan2.pdf", 2), letter("TLHP")]
        irban.sends(irban.chat, files, "LHP triwulan ini", album=True)
        await scene.sees("irban-1", "Diterima: LHP (2), TLHP.")


async def test_later_items_without_the_reply_belong_to_what_the_first_answers(play: Play) -> None:
    async with seated(play, silent=["irban-2"]) as scene:
        asked = await request(scene)
        files = [letter("LHP", 1), letter("LHP", 2), Upload("TLHP.jpg", picture())]
        sent = album(scene.who("irban-2"), scene.group, files, asked)
        await scene.until(lambda: all("👍" in one.reactions for one in sent))
        await scene.sees("kasubbag-evlap", "TLHP dari Irban II — TLHP.jpg")


async def test_photos_in_an_album_are_each_asked_about_where_nothing_tells(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        photos = [Upload(f"{n}.png", picture(640 + n), kind="photo") for n in range(2)]
        irban.sends(irban.chat, photos, album=True)
        await scene.until(lambda: said(irban.chat, "Mohon pilih jenis berkas") == 2)
        for message in [m for m in irban.chat.from_bot if "Mohon pilih" in m.text]:
            await irban.taps(message, "LHE")
        await scene.sees("irban-1", "Diterima: LHE (2).")
