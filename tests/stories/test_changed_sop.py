"""A run keeps the SOP that it began with, though the office has taken up another one since."""

from dataclasses import replace
from importlib.resources import as_file, files

import pytest

from bot.rehearsal.theatre import Play, bot_on, telegram_for
from tests.stories.acting import Scene, request, take_seats
from tests.stories.letters import letter

pytestmark = pytest.mark.slow


async def test_an_open_run_goes_on_by_its_own_sop_under_another_one(play: Play) -> None:
    async with telegram_for(play) as stage:
        async with bot_on(stage, play) as product:
            stage.group.add_bot(stage.orderer)
            stage.group.promote_bot(stage.orderer)
            await stage.sees(stage.group, "siap mendampingi")
            await take_seats(stage, product.desk, stage.cast, set())
            await request(Scene(stage, product.desk))
        irban, orderer = stage.cast["irban-1"], stage.orderer
        with as_file(files("bot") / "sops" / "dpmd_banten.toml") as other:
            async with bot_on(stage, replace(play, sop_file=other)):
                (sent,) = irban.sends(stage.group, letter("LHP"))
                await stage.telegram.until(lambda: "👍" in sent.reactions, stage.patience)
                hello = stage.cast["kepala"].says(stage.group, "hadir")
                orderer.says(stage.group, "/peran irban-2", reply_to=hello)
                await stage.sees(stage.group, "ditetapkan sebagai Irban II")
                orderer.says(orderer.chat, "/rekap")
                await stage.sees(orderer.chat, "Rekap sementara")
                orderer.says(orderer.chat, "/batal salah periode")
                await stage.sees(stage.group, "dibatalkan. Alasan: salah periode")
