"""/berkas with words: pages of results, and the file again, for who may read it."""

import pytest

from bot.rehearsal.telegram import Message
from bot.rehearsal.theatre import Play
from tests.stories.acting import Scene, request, said, seated
from tests.stories.letters import letter

pytestmark = pytest.mark.slow


async def many_letters(scene: Scene, seat: str, count: int) -> None:
    person = scene.who(seat)
    person.sends(person.chat, [letter("LHP", n, f"LHP desa {n}.pdf") for n in range(1, count + 1)])
    await scene.sees(seat, f"Diterima: LHP ({count}).")


async def searched(scene: Scene, seat: str, words: str) -> Message:
    person = scene.who(seat)
    person.says(person.chat, f"/berkas {words}")
    return await scene.sees(seat, f"“{words}”")


async def test_results_stand_on_pages_that_are_turned_in_place(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        await many_letters(scene, "irban-1", 9)
        page = await searched(scene, "irban-1", "TW3 2026 LHP desa")
        assert "9 berkas, halaman 1 dari 2" in page.text
        assert page.buttons[0] == "1. LHP Irban I"
        assert page.buttons[-1] == "Berikutnya"
        assert len(page.buttons) == 9
        irban = scene.who("irban-1")
        await irban.taps(page, "Berikutnya")
        await scene.until(lambda: "halaman 2 dari 2" in page.text)
        assert page.buttons == ["9. LHP Irban I", "Sebelumnya"]
        await irban.taps(page, "Sebelumnya")
        await scene.until(lambda: "halaman 1 dari 2" in page.text)
        assert said(irban.chat, "halaman") == 1


async def test_a_found_file_is_sent_again_even_where_telegram_lost_it(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        sent = letter("LHP", 7, "LHP pengelolaan.pdf")
        irban.sends(irban.chat, sent)
        await scene.sees("irban-1", "Diterima: LHP.")
        page = await searched(scene, "penyusun", "007/LHP/2026 penge")
        reader = scene.who("penyusun")
        for times in (1, 2):
            assert (await reader.taps(page, "1. LHP")).text == "Berkas dikirim. Terima kasih."
            await scene.until(lambda t=times: said(reader.chat, "LHP pengelolaan.pdf, data") == t)
            again = reader.chat.find("LHP pengelolaan.pdf, data")
            assert again is not None
            assert again.file is not None
            assert again.file.content == sent.content
            reader.chat.state.files.kept.clear()  # Telegram knows none of its files any more


async def test_nobody_finds_or_is_sent_what_he_may_not_read(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban, other = scene.who("irban-1"), scene.who("irban-2")
        irban.sends(irban.chat, letter("LHP"))
        await scene.sees("irban-1", "Diterima: LHP.")
        mine = await searched(scene, "irban-1", "LHP")
        none = await searched(scene, "irban-2", "LHP")
        assert "Tidak ada berkas yang sesuai" in none.text
        assert "/berkas TW3 2026" in none.text
        forged = mine.button("1. LHP")
        assert forged is not None
        theirs = await scene.sees("irban-2", "Mohon menyampaikan")
        refused = await other.presses(theirs, forged["callback_data"])
        assert "Tindakan ini milik Irban I dan Ka.Subbag" in refused.text
        refused = await other.presses(theirs, "berkas:1:1")
        assert "bukan milik" in refused.text
        collector = await searched(scene, "kasubbag-evlap", "irban 1 LHP")
        assert "LHP Irban I — LHP 1.pdf" in collector.text
        by_name = await searched(scene, "kasubbag-evlap", irban.name)
        assert "LHP Irban I — LHP 1.pdf" in by_name.text
        assert "Tidak ada" in (await searched(scene, "irban-2", irban.name)).text
        assert "Tidak ada" in (await searched(scene, "kasubbag-umum", "LHP")).text


async def test_a_search_in_the_group_is_answered_privately(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        irban.sends(irban.chat, letter("LHP"))
        await scene.sees("irban-1", "Diterima: LHP.")
        irban.says(scene.group, "/berkas lhp")
        await scene.sees("irban-1", "“lhp”")
        assert not said(scene.group, "“lhp”")
