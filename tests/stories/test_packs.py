"""The run is over and approved: who ordered it taps [Paket bukti], and the pack proves itself."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from bot.papers import periksa
from bot.rehearsal import steps
from bot.rehearsal.telegram import Message, Upload
from bot.rehearsal.theatre import Play
from bot.rules.packing import packs_made
from bot.rules.sop import StepKind
from bot.usecases.verify_facts import verify_facts
from storage.cabinet import FileCabinet
from tests.stories.acting import Scene, collected, seated
from tests.stories.letters import letter

pytestmark = pytest.mark.slow

CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")


async def closed(scene: Scene) -> None:
    """On an arahan with a letter; all have approved, one paper was printed and came back signed."""
    chief, orderer = scene.who("sekretaris"), scene.stage.orderer
    chief.says(chief.chat, "/disposisi segera Himpun data kinerja sebelum rapat")
    confirmed = await scene.sees("sekretaris", "nomor agenda 1/")
    chief.sends(chief.chat, letter("Surat"), reply_to=confirmed)
    await scene.until(lambda: ".pdf" in confirmed.text)
    received = await scene.sees("kasubbag-perencanaan", "Mohon berkenan memilih periode")
    await orderer.taps(received, "Triwulan III 2026")
    await scene.until(lambda: "Pemeriksaan sebelum perintah" in received.text)
    await orderer.taps(received, "Perintahkan")
    for step in scene.stage.sop.steps_of(StepKind.CONVEY):
        await steps.convey(scene.stage, step)
    await collected(scene)
    await steps.approve_recap(scene.stage)
    await steps.analyse(scene.stage, "Dibahas pada rapat berikutnya.")


async def filed(scene: Scene) -> None:
    """The minutes are printed, received and scanned."""
    orderer = scene.stage.orderer
    orderer.says(orderer.chat, "/cetak")
    await scene.stage.tap(orderer, "Berita acara")
    paper = await scene.until(
        lambda: next((m for m in orderer.chat.from_bot if m.file and CODE.search(m.text)), None)
    )
    code = CODE.search(paper.text)
    assert code is not None
    orderer.says(orderer.chat, f"/fisik {code[0]} lemari 2, map 5")
    await scene.sees("kasubbag-perencanaan", "lemari 2, map 5")
    scan = Upload("ttd.pdf", letter("Pindaian").content)
    orderer.sends(orderer.chat, scan, f"/fisik {code[0]}")
    await scene.sees("kasubbag-perencanaan", "indaian")


async def pack_of(scene: Scene) -> Message:
    orderer = scene.stage.orderer
    orderer.taps(await scene.stage.button(orderer.chat, "Paket bukti"), "Paket bukti")
    sent: Message = await scene.sees("kasubbag-perencanaan", "Sidik daftar isi")
    return sent


async def test_the_pack_of_an_approved_run_proves_itself_and_is_remembered(
    play: Play, tmp_path: Path
) -> None:
    async with seated(play) as scene:
        await closed(scene)
        orderer = scene.stage.orderer
        assert not any("Paket bukti" in m.buttons for m in orderer.chat.from_bot)
        await steps.give_approvals(scene.stage)
        await filed(scene)
        sent = await pack_of(scene)
        assert sent.file is not None
        (tmp_path / "p.zip").write_bytes(sent.file.content)
        async with scene.desk.store.look() as uow:
            facts = [fact for fact, _ in await uow.facts.of_office(1)]
        (made,) = packs_made(facts)
        assert made.seal in sent.text
        lines, faults = periksa.checked([str(tmp_path / "p.zip"), made.seal])
        assert faults == []
        told = "\n".join(lines)
        for words in (
            "Persetujuan tercatat - Kepala",
            "Naskah fisik diterima",
            "Arahan disertakan",
        ):
            assert words in told
        with zipfile.ZipFile(io.BytesIO(sent.file.content)) as bundle:
            folders = {name.rpartition("/")[0] for name in bundle.namelist()}
        assert {"naskah", "naskah/pindaian", "disposisi", "lkjip"} <= folders
        assert (await verify_facts(scene.desk.store, FileCabinet(play.data_dir))).broken == ()
