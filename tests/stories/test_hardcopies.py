"""A paper is printed, signed and photographed: both twins stand in /berkas."""

import pytest

from bot.rehearsal.telegram import Upload
from bot.rehearsal.theatre import Play
from bot.rules.printed import PrintCode
from bot.usecases.verify_facts import verify_facts
from tests.bot.papers.photographed import page, photo, scan
from tests.stories.acting import Scene, idle, request, said, seated
from tests.stories.letters import letter

pytestmark = pytest.mark.slow
ORDERER = "kasubbag-perencanaan"


async def prints(scene: Scene, label: str = "Kartu kendali") -> PrintCode:
    """The code under which the ordering seat's holder was sent the paper."""
    person = scene.who(ORDERER)
    person.says(person.chat, "/cetak")
    card = await scene.stage.button(person.chat, label)
    await person.taps(card, label)
    sent = await scene.sees(ORDERER, "Kode naskah: ")
    assert sent.file is not None
    assert sent.file.content.startswith(b"%PDF")
    async with scene.desk.store.look() as uow:
        found = await uow.printed_papers.by_code(sent.text.rpartition("Kode naskah: ")[2][:9])
    assert found is not None
    return found.print_code


async def test_a_photo_of_a_signed_paper_becomes_its_twin(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        code = await prints(scene)
        person = scene.who(ORDERER)
        pictured = photo(page(code.payload), longer=1280, turn=3)
        person.sends(person.chat, Upload("foto.jpg", pictured, kind="photo"))
        await scene.sees(ORDERER, "Mohon menuliskan tempatnya")
        await scene.stage.button(person.chat, "Simpan sebagai kembar bertanda tangan")
        person.says(person.chat, "lemari 2, map 5")
        await scene.sees(ORDERER, "Tempat: lemari 2, map 5.")
        await scene.stage.tap(person, "Simpan sebagai kembar bertanda tangan")
        await scene.sees(ORDERER, "diterima dan disimpan")
        person.says(person.chat, "/berkas")
        listed = await scene.sees(ORDERER, "Naskah tercetak")
        assert f"kode {code.code}" in listed.text
        assert "fisik: lemari 2, map 5; pindaian ada" in listed.text
        await person.taps(listed, f"Pindaian {code.code}")
        again = await scene.sees(ORDERER, "pindaian ada.")
        assert again.file is not None
        assert again.file.content == pictured
        proof = await verify_facts(scene.desk.store, scene.desk.cabinet)
        assert proof.broken == ()


async def test_one_scan_of_the_bound_bundle_is_the_twin_of_every_paper_in_it(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        person = scene.who(ORDERER)
        person.says(person.chat, "/cetak")
        await person.taps(await scene.stage.button(person.chat, "Semua"), "Semua")
        await scene.sees(ORDERER, "Kumpulan naskah ")
        async with scene.desk.store.look() as uow:
            papers = await uow.printed_papers.of_run(1)
        signed = scan(*(page(paper.print_code.payload) for paper in papers))
        person.sends(person.chat, Upload("kumpulan.pdf", signed), caption="/fisik lemari 3")
        filed = await scene.sees(ORDERER, "Naskah fisik berikut diterima dan dicatat")
        assert all(paper.code in filed.text for paper in papers)
        assert "belum tercatat" not in filed.text
        await scene.sees(ORDERER, f"{len(papers)} naskah (kode ")
        person.says(person.chat, "/berkas")
        listed = await scene.sees(ORDERER, "Naskah tercetak")
        assert listed.text.count("fisik: lemari 3; pindaian ada") == len(papers)
        assert (await verify_facts(scene.desk.store, scene.desk.cabinet)).broken == ()


async def test_a_scan_with_the_command_is_filed_at_once_and_letters_go_on_as_ever(
    play: Play,
) -> None:
    async with seated(play) as scene:
        await request(scene)
        code = await prints(scene)
        person, irban = scene.who(ORDERER), scene.who("irban-1")
        signed = Upload("pindaian.pdf", scan(page(code.payload), page(code.payload)))
        person.sends(person.chat, signed, caption="/fisik ABCD-EFGH lemari 3")
        await scene.sees(ORDERER, "salah ketik")
        person.sends(person.chat, signed, caption="/fisik lemari 3")
        await scene.sees(ORDERER, "Tempat: lemari 3.")
        await scene.sees(ORDERER, "diterima dan disimpan")
        irban.sends(irban.chat, letter("LHP"))
        await scene.sees("irban-1", "Diterima: LHP.")
        irban.says(irban.chat, f"/fisik {code.code} lemari 4")
        await scene.sees("irban-1", "Tindakan ini milik")
        person.says(person.chat, f"/fisik {code.code} lemari 4")
        await scene.sees(ORDERER, "Tempat: lemari 4.")
        await idle(scene, person)
        assert said(person.chat, "Apakah berkas ini pindaian") == 0
