"""10 Bad input gets a clear refusal, and nothing of it is lost."""

import hashlib

from bot.rehearsal.telegram import Upload
from bot.rehearsal.theatre import Play
from tests.invariants.staging import answered, rows
from tests.stories.acting import request, seated

BAD = [
    Upload("LHP.pdf", b"%PDF-1.7 tidak lengkap"),
    Upload("LHP.pdf", b"MZ\x90\x00 program"),
    Upload("DATA.xlsx", b"PK\x03\x04 bukan buku kerja"),
    Upload("DATA.xls", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)),
    Upload("LHP kosong.pdf", b" "),
    Upload("../../LHP\u202efdp.exe", b"\x7fELF"),
]


async def test_invariant_10_a_bad_file_is_refused_in_words_and_kept(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        for file in BAD:
            before = len(irban.chat.from_bot)
            [message] = irban.sends(irban.chat, file)
            await scene.until(lambda m=message: m.reactions == ["🤔"])
            await answered(scene.stage, irban)
            refusal = irban.chat.from_bot[before]
            assert "ohon" in refusal.text, refusal.text
            assert "!" not in refusal.text
            digest = hashlib.sha256(file.content).hexdigest()
            assert await scene.desk.cabinet.open(digest) == file.content
        assert rows(play, "SELECT 1 FROM documents") == []


async def test_invariant_10_of_a_file_too_large_its_name_size_and_id_are_kept(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        large = Upload("LHP besar.pdf", b"%PDF-1.7", claimed_size=30 << 20)
        [message] = irban.sends(irban.chat, large)
        await scene.until(lambda: message.reactions == ["🤔"])
        await scene.sees("irban-1", "LHP besar.pdf")
        [offer] = rows(play, "SELECT name, size, file_id, state FROM offers")
        assert message.file is not None
        assert tuple(offer)[:3] == (large.name, 30 << 20, message.file.file_id)
        assert rows(play, "SELECT 1 FROM documents") == []


WORDS = ["/kendala", "/batal x", "/peran irban-99", "halo", "<b>&amp;</i>"]


async def test_invariant_10_bad_words_are_answered_and_change_nothing(play: Play) -> None:
    async with seated(play) as scene:
        irban = scene.who("irban-1")
        await answered(scene.stage, irban)
        for words in WORDS:
            before = len(irban.chat.from_bot)
            irban.says(irban.chat, words)
            await answered(scene.stage, irban)
            assert len(irban.chat.from_bot) == before + 2, words
        assert rows(play, "SELECT 1 FROM runs") == []
        assert rows(play, "SELECT 1 FROM inbox WHERE state = 'aside'") == []
