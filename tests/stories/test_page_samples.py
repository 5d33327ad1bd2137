"""The page's example files before the real product: the good are taken, each bad one is refused."""

import pytest

from bot.rehearsal.page.samples import samples_for
from bot.rehearsal.theatre import Play
from tests.stories.acting import request, seated

pytestmark = pytest.mark.slow

REFUSALS = {
    "irban-1:lain": "untuk kursi lain",
    "irban-1:rusak": "berkas rusak",
    "irban-1:huruf": "dikembalikan untuk perbaikan",
    "irban-1:kosong": "berkas kosong (0 byte)",
    "irban-1:palsu": "jenis berkas belum didukung",
}


async def test_the_good_are_taken_and_each_bad_one_is_refused_for_what_it_is(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        samples = {sample.id: sample for sample in samples_for(scene.stage, ["irban-1"])}
        assert {i for i, sample in samples.items() if not sample.good} == set(REFUSALS)
        for bad, words in REFUSALS.items():
            file = samples[bad].make()
            (sent,) = irban.sends(irban.chat, file)
            told = await scene.sees("irban-1", words)
            assert file.name in told.text
            assert "👍" not in sent.reactions
        good = [sample.make() for sample in samples.values() if sample.good]
        sent_all = irban.sends(irban.chat, good, album=True)
        receipt = await scene.sees("irban-1", "Berkas lengkap")
        assert "Diterima: LHP (2), LHE (2), TLHP (2), DATA." in receipt.text
        await scene.until(lambda: all("👍" in message.reactions for message in sent_all))
