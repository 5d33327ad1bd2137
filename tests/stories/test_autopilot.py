"""[Mainkan otomatis] before the real product: from an empty group to the recap."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace

import pytest

from bot import wiring
from bot.rehearsal.page.autopilot import Autopilot, NothingToDo
from bot.rehearsal.page.samples import sample_file
from bot.rehearsal.stage import Stage
from bot.rehearsal.theatre import Play, bot_on, telegram_for, theatre
from bot.texts.page_captions import BOT_IS_DOWN

pytestmark = pytest.mark.slow


async def played(pilot: Autopilot) -> AsyncIterator[str]:
    """Act by act until the day is over."""
    while (caption := await pilot.act_once()) is not None:
        yield caption


async def played_until(pilot: Autopilot, words: str) -> str:
    async for caption in played(pilot):
        if words in caption:
            return caption
    raise AssertionError(f"the day ended without {words!r}")


@pytest.mark.parametrize("sop", ["dpmd_jeneponto.toml", "dpmd_banten.toml"])
async def test_a_day_plays_itself_whatever_the_sop(play: Play, sop: str) -> None:
    async with theatre(replace(play, sop_file=wiring.SOPS / sop)) as stage:
        pilot = Autopilot(stage)
        captions = [caption async for caption in played(pilot)]
        told = " ".join(captions)
        for step in stage.sop.steps:
            assert f"Langkah {step.number}: " in told
        for shown in ("mengembalikan", "versi perbaikan", "diingatkan", "rekap akhir dikirim"):
            assert told.count(shown) == 1
        assert "Waktu berjalan" not in told
        assert len(captions) == len(set(captions))
        assert stage.group.find("Rekap capaian kinerja Triwulan III 2026")
        before = len(stage.telegram.calls)
        assert await pilot.act_once() is None
        assert len(stage.telegram.calls) == before


async def test_people_act_in_between_and_it_goes_on_from_there(play: Play) -> None:
    async with theatre(play) as stage:
        pilot = Autopilot(stage)
        await played_until(pilot, "Langkah 1")
        await by_hand_to_the_request(stage)
        await played_until(pilot, "Irban I membalas")
        third = stage.cast["irban-3"]
        files = [f"irban-3:{kind}" for kind in ("LHP:docx", "LHE:pdf", "TLHP:docx", "DATA")]
        third.sends(third.chat, [sample_file(stage, ["irban-3"], i) for i in files], album=True)
        await stage.sees(third.chat, "Berkas lengkap")
        stage.cast["irban-2"].block()
        rest = [caption async for caption in played(pilot)]
        assert not [caption for caption in rest if "Irban III mengirim tiga" in caption]
        assert "Persiapan: Irban II membuka chat pribadi dengan sistem" in rest
        assert rest[-1] == "Kepala Dinas membaca rekap akhir dan memberi persetujuan"


async def by_hand_to_the_request(stage: Stage) -> None:
    orderer = stage.orderer
    await stage.tap(orderer, "Oktober 2026")
    await stage.tap(orderer, "Perintahkan")
    await stage.tap(stage.cast["penyusun"], "Sampaikan")
    await stage.tap(stage.cast["kasubbag-evlap"], "Sampaikan")


async def test_cancelled_at_any_moment_and_after_a_restart_it_ends_the_same(play: Play) -> None:
    async with telegram_for(play) as stage:
        async with bot_on(stage, play):
            await paused_again_and_again(Autopilot(stage), "Irban III menyatakan")
        stage.cast["irban-3"].says(stage.cast["irban-3"].chat, "/tugas")
        async with bot_on(stage, play):
            rest = [caption async for caption in played(Autopilot(stage))]
        assert not [caption for caption in rest if "Irban I membalas" in caption]
        assert rest[-1] == "Kepala Dinas membaca rekap akhir dan memberi persetujuan"
        assert stage.group.find("Rekap capaian kinerja")


async def paused_again_and_again(pilot: Autopilot, until: str) -> None:
    """Each act is cut off a little later than the one before, wherever it is by then."""
    after = 0.0
    while True:
        with suppress(TimeoutError):
            async with asyncio.timeout(after):
                if until in (await pilot.act_once() or ""):
                    return
        after = (after + 0.17) % 4


async def test_with_the_bot_down_it_says_so_and_nobody_acts(play: Play) -> None:
    async with telegram_for(play) as stage:
        pilot = Autopilot(stage, alive=lambda: False, patience=0.5)
        begun = stage.clock.now()
        with pytest.raises(NothingToDo) as stuck:
            await pilot.act_once()
        assert str(stuck.value) == BOT_IS_DOWN
        assert (stage.clock.now(), stage.group.messages) == (begun, [])
