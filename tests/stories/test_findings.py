"""What stands out in a workbook: marked, told, confirmed or explained, and counted all the same."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.telegram import Upload
from bot.rehearsal.theatre import Play
from bot.rules.run import Document
from tests.stories.acting import Scene, request, said, seated

pytestmark = pytest.mark.slow
SHEET = "Data Kinerja"


async def workbook(scene: Scene, name: str, edit: Callable[[Any], None]) -> Upload:
    filled = await filled_workbook(scene.stage, "irban-1")
    return changed(filled.content, name, edit)


def changed(content: bytes, name: str, edit: Callable[[Any], None]) -> Upload:
    book = load_workbook(io.BytesIO(content))
    edit(book[SHEET])
    out = io.BytesIO()
    book.save(out)
    return Upload(name, out.getvalue())


def typed(**cells: object) -> Callable[[Any], None]:
    def edit(sheet: Any) -> None:
        for cell, value in cells.items():
            sheet[cell] = value

    return edit


async def newest(scene: Scene) -> Document:
    async with scene.desk.store.look() as uow:
        (run,) = await uow.runs.open_in(1)
    return run.documents[-1]


async def verbs(scene: Scene) -> list[str]:
    async with scene.desk.store.look() as uow:
        return [fact.verb for fact, _ in await uow.facts.of_run(1)]


async def test_a_refused_workbook_comes_back_with_its_faults_marked(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        irban.sends(irban.chat, await workbook(scene, "Data.xlsx", typed(I6="banyak", H7=1)))
        told = await scene.sees("irban-1", "dikembalikan untuk perbaikan")
        assert "I6" in told.text
        assert "banyak" in told.text
        back = await scene.sees("irban-1", "Sel yang perlu diperbaiki berwarna merah")
        assert back.file is not None
        sheet = load_workbook(io.BytesIO(back.file.content))[SHEET]
        assert "mohon diisi angka" in sheet["I6"].comment.text
        once_more = changed(back.file.content, "Data.xlsx", typed(I6=41.46, I7=4))
        irban.sends(irban.chat, once_more)
        told = await scene.sees("irban-1", "1 hal masih perlu diperbaiki (Data Kinerja H7)")
        assert "• 1 hal telah diperbaiki (Data Kinerja I6)" in told.text
        assert "indikator 2: Realisasi 5 menjadi 4" in told.text
        irban.sends(irban.chat, changed(once_more.content, "Data.xlsx", typed(H7=5)))
        await scene.sees("irban-1", "Diterima: DATA.")
        told = await scene.sees("irban-1", "DATA Irban I diterima")
        assert "Perubahan sejak kiriman sebelumnya yang dikembalikan:" in told.text
        assert "• 1 hal telah diperbaiki (Data Kinerja H7)" in told.text
        assert not told.buttons


async def test_what_stands_out_is_confirmed_with_a_tap(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        irban.sends(irban.chat, await workbook(scene, "Data.xlsx", typed(I6=141.46)))
        await scene.sees("irban-1", "Diterima: DATA.")
        await scene.stage.tap(irban, "Benar", words="di luar 0 sampai dengan 100%")
        await scene.sees("irban-1", "Telah dibenarkan oleh pengirim.")
        await scene.sees("kasubbag-umum", "1 hal. Telah dibenarkan")
        document = await newest(scene)
        assert (document.explanation, document.explained_at is not None) == ("", True)
        assert "temuan dibenarkan" in await verbs(scene)


async def test_what_stands_out_is_explained_in_words(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        irban.sends(irban.chat, await workbook(scene, "Data.xlsx", typed(N6=999_000_000)))
        asked = await scene.sees("irban-1", "melebihi pagu")
        irban.says(irban.chat, "Pagu telah diubah", reply_to=asked)
        await scene.sees("irban-1", "Penjelasan: Pagu telah diubah")
        await scene.sees("kasubbag-umum", "Penjelasan: Pagu telah diubah")
        assert (await newest(scene)).explanation == "Pagu telah diubah"
        assert "temuan dijelaskan" in await verbs(scene)


async def test_the_next_version_says_what_it_changes_and_takes_the_question_back(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        first = await workbook(scene, "Data.xlsx", typed(I6=141.46))
        irban.sends(irban.chat, first)
        await scene.sees("irban-1", "di luar 0 sampai dengan 100%")
        irban.sends(irban.chat, changed(first.content, "Data.xlsx", typed(I6=41.46)))
        told = await scene.sees("irban-1", "Perubahan sejak versi 1:")
        assert "indikator 1: Realisasi 141,46 menjadi 41,46" in told.text
        await scene.sees("irban-1", "Versi ini tidak berlaku lagi.")
        irban.sends(irban.chat, Upload("Data lama.xlsx", first.content))
        await scene.sees("irban-1", "sama dengan versi 1, yang telah diganti")
        assert (await newest(scene)).version == 2
        assert said(irban.chat, "Tercatat sebagai benar") == 0
