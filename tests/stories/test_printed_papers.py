"""/cetak on an open run: every paper privately, each known again by its code."""

import io

import pytest
from pypdf import PdfReader

from bot.rehearsal.printing import printed_papers
from bot.rehearsal.theatre import Play
from bot.texts import printing
from bot.usecases.verify_facts import verify_facts
from tests.stories.acting import hand_in_all, request, seated

IRBAN = "irban-1"


@pytest.mark.slow
async def test_the_papers_of_an_open_run_come_privately_under_codes_that_are_kept(
    play: Play,
) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        await request(scene)
        await hand_in_all(scene, IRBAN)
        in_group = len(stage.group.from_bot)
        papers = await printed_papers(stage)
        async with scene.desk.store.look() as uow:
            kept = {paper.code for paper in await uow.printed_papers.of_run(1)}
        bundle, *singly = papers.values()
        assert all("Sementara: putaran masih berjalan" in each.text for each in papers.values())
        assert {each.text.rpartition(": ")[2].rstrip(".") for each in singly} == kept
        assert bundle.file is not None
        contents = PdfReader(io.BytesIO(bundle.file.content)).pages[0].extract_text()
        assert all(code in contents for code in kept)
        assert len(stage.group.from_bot) == in_group
        assert (await verify_facts(scene.desk.store, scene.desk.cabinet)).broken == ()


@pytest.mark.slow
async def test_a_supplier_prints_what_is_his_and_nobody_elses(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        await hand_in_all(scene, IRBAN)
        irban = scene.who(IRBAN)
        irban.says(scene.group, "/cetak")
        card = await scene.stage.button(irban.chat, "Permintaan data")
        assert card.buttons == ["Permintaan data", "Tanda terima (2)"]
        await irban.taps(card, "Tanda terima (2)")
        choice = await scene.stage.button(irban.chat, "Irban I kepada Evlap")
        await irban.taps(choice, "Irban I kepada Umum")
        paper = await scene.sees(IRBAN, "Kode naskah")
        assert paper.file is not None
        assert "Tanda terima Irban I kepada Umum" in paper.file.name
        refused = await irban.presses(card, "cetaksemua:1")
        assert refused.show_alert
        other = await irban.presses(card, f"cetak:1:REQUEST:{printing.told_apart('irban-2')}")
        assert "belum ada" in other.text
