"""The Kepala's arahan, sent by the Sekretaris with a scanned letter, becomes the order and its
lembar disposisi."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.papers.samples import letter_pdf
from bot.papers.sheet import set_sheet
from bot.rehearsal.telegram import Upload
from bot.rehearsal.theatre import Play
from bot.rules.printed import PaperKind
from bot.usecases.run_papers import sheets_of
from bot.usecases.verify_facts import verify_facts
from tests.stories.acting import PERIOD, Scene, idle, said, seated

pytestmark = pytest.mark.slow

SCAN = letter_pdf("Surat", "050/7/2026", date(2026, 11, 20), "Bappeda", "Contoh.")
WORDS = "segera Himpun data kinerja sebelum rapat evaluasi"


async def sheet(scene: Scene) -> str:
    """The run's lembar disposisi, as it reads."""
    async with scene.desk.store.look() as uow:
        [office], run = await uow.offices.all(), await uow.runs.get(1)
        assert run is not None
        papers = await sheets_of(uow, office, run, scene.desk.procedures.of(office))
    [found] = [paper for paper in papers if paper.kind == PaperKind.DISPOSITION]
    pages = PdfReader(BytesIO(set_sheet(found))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\u200b", "").split())


async def test_an_arahan_with_a_scan_becomes_the_order_and_fills_the_sheet(play: Play) -> None:
    async with seated(play) as scene:
        stage, orderer = scene.stage, scene.stage.orderer
        chief = scene.who("sekretaris")
        chief.says(chief.chat, f"/disposisi {WORDS}")
        confirmed = await scene.sees("sekretaris", "nomor agenda 1/2026")
        received = await scene.sees("kasubbag-perencanaan", "Mohon berkenan memilih periode")
        chief.sends(chief.chat, Upload("surat.pdf", SCAN), "dari: Bappeda", reply_to=confirmed)
        await scene.until(lambda: "surat.pdf (dari Bappeda; nomor 050/7/2026" in confirmed.text)
        scan = await scene.sees("kasubbag-perencanaan", "Surat pada arahan nomor agenda 1/2026")
        assert scan.file is not None
        assert scan.file.content == SCAN
        group = len(stage.group.from_bot)
        await orderer.taps(received, PERIOD)
        await scene.until(lambda: "Pemeriksaan sebelum perintah" in received.text)
        assert "Himpun data kinerja sebelum rapat evaluasi" in received.text
        await orderer.taps(received, "Perintahkan")
        await stage.button(scene.who("penyusun").chat, "Sampaikan")
        await scene.until(lambda: "diperintahkan pada putaran" in confirmed.text)
        await idle(scene, orderer)
        assert not confirmed.buttons
        assert len(stage.group.from_bot) == group + 1  # the board
        told = await sheet(scene)
        for words in (
            "Nomor agenda : 1/2026", "Surat dari : Bappeda", "050/7/2026", orderer.name,
            "(Sekretaris a.n. Kepala Dinas)", "Memerintahkan pengumpulan data",
        ):  # fmt: skip
            assert words in told, (words, told)
        proof = await verify_facts(scene.desk.store, scene.desk.cabinet)
        assert proof.broken == ()


async def test_an_arahan_asked_for_in_the_group_is_given_privately_and_withdrawn(
    play: Play,
) -> None:
    async with seated(play) as scene:
        stage, head = scene.stage, scene.who("kepala")
        head.says(scene.group, f"/disposisi@{stage.telegram.bot.username}")
        asked = await stage.sees(head.chat, "Mohon menuliskan arahan")
        head.says(head.chat, "Lengkapi data serapan", reply_to=asked)
        confirmed = await stage.sees(head.chat, "nomor agenda 1/2026")
        received = await scene.sees("kasubbag-perencanaan", "“Lengkapi data serapan”")
        large = Upload("besar.pdf", SCAN, claimed_size=30 << 20)
        head.sends(head.chat, large, reply_to=confirmed)
        await stage.sees(head.chat, "ukuran melebihi 20 MB")
        await head.taps(confirmed, "Tarik arahan")
        await scene.until(lambda: "ditarik kembali" in received.text)
        assert not received.buttons
        await idle(scene, head)
        assert said(scene.group, "Lengkapi data serapan") == 0
