"""9 Quiet: few messages, none at night, none too fast, and nobody lost who cannot be reached."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.rehearsal import steps
from bot.rehearsal.stage import Stage
from bot.rehearsal.theatre import Play, bot_on, telegram_for
from bot.rules.sop import StepKind
from tests.invariants.staging import answered, drained, rows
from tests.stories.acting import PERIOD, idle, request, said, seated, take_seats
from tests.stories.letters import letter

pytestmark = pytest.mark.slow

AT_MOST = 6  # new messages in the group from /mulai to the recap on a day without lateness
LATE = timedelta(hours=8, minutes=25)  # after 07.30: 15.55
EVENING = timedelta(hours=11)  # 18.30
NEXT_MORNING = timedelta(hours=24)


async def on_time_day(stage: Stage) -> None:
    await steps.order(stage, PERIOD)
    for step in stage.sop.steps_of(StepKind.CONVEY):
        await steps.convey(stage, step)
    first, *others = stage.sop.suppliers
    await steps.hand_in_album(stage, first)
    for seat in others:
        await steps.hand_in_with_nihil(stage, seat)
    for step in stage.sop.steps_of(StepKind.COLLECT):
        for collector in stage.sop.seats_of(step.actors):
            await steps.collect(stage, step, collector)
    await steps.approve_recap(stage)
    await steps.analyse(stage, "Dibahas pada rapat berikutnya.")


async def test_invariant_9_a_day_on_time_makes_few_messages_in_the_group(play: Play) -> None:
    async with seated(play) as scene:
        before = len(scene.group.from_bot)
        await on_time_day(scene.stage)
        await scene.stage.sees(scene.group, "Rata-rata capaian")
        new = scene.group.from_bot[before:]
        assert len(new) <= AT_MOST, [message.text for message in new]
        for person in scene.stage.cast.values():
            assert not any(m.deleted for m in person.chat.posted)


async def test_invariant_9_a_file_in_the_group_is_answered_by_a_reaction(play: Play) -> None:
    async with seated(play) as scene:
        asked = await request(scene)
        irban = scene.who("irban-1")
        before = len(scene.group.from_bot)
        sent = irban.sends(scene.group, [letter("LHP"), letter("LHE")], reply_to=asked, album=True)
        await scene.until(lambda: all(message.reactions == ["👍"] for message in sent))
        receipt = await scene.sees("irban-1", "Diterima: LHP, LHE")
        assert len(scene.group.from_bot) == before
        [third] = irban.sends(scene.group, letter("TLHP"), reply_to=asked)
        await scene.until(lambda: "TLHP" in receipt.text.split("Masih")[0])
        assert said(irban.chat, "Diterima:") == 1
        await scene.until(lambda: third.reactions == ["👍"])


async def test_invariant_9_at_night_only_who_acts_is_answered(play: Play) -> None:
    async with seated(replace(play, start=play.start + EVENING)) as scene:
        stage = scene.stage
        await steps.order(stage, PERIOD)
        await stage.sees(stage.orderer.chat, "Telah dilaksanakan")
        penyusun = scene.who("penyusun")
        heard = {seat: len(p.chat.from_bot) for seat, p in stage.cast.items()}
        stage.orderer.says(stage.orderer.chat, "/bantuan")
        await stage.sees(stage.orderer.chat, "Petunjuk singkat")
        assert penyusun.chat.from_bot == []
        opening = play.start + NEXT_MORNING
        stage.clock.move_to(opening + timedelta(minutes=14))
        stage.orderer.says(stage.orderer.chat, "/status")
        await stage.telegram.until(
            lambda: len(stage.orderer.chat.from_bot) > heard["kasubbag-perencanaan"] + 1
        )
        assert penyusun.chat.from_bot == []
        stage.clock.move_to(opening + timedelta(minutes=15))
        await stage.button(penyusun.chat, "Sampaikan")


async def test_invariant_9_a_burst_at_real_pace_meets_no_flood_control(play: Play) -> None:
    """Everybody asks at once, in the group and privately; the miniature is strict."""
    async with seated(replace(play, speed=1)) as scene:
        stage = scene.stage
        people = list(dict.fromkeys(stage.cast.values()))
        for person in people:
            person.says(scene.group, f"/status@{stage.telegram.bot.username}")
            person.says(person.chat, "/bantuan")
            person.says(person.chat, "/bantuan")
        stage.patience = 90
        for person in people:
            await scene.until(lambda p=person: said(p.chat, "Petunjuk singkat") == 2)
        await scene.until(lambda: said(scene.group, "Tidak ada") + said(scene.group, "putaran") > 1)
        assert stage.telegram.floods == []


async def test_invariant_9_a_chat_told_to_wait_waits_alone_and_loses_nothing(play: Play) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        slow, other = scene.who("irban-1"), scene.who("irban-2")
        stage.telegram.faults.add("sendMessage", "429", chat=slow.id, retry_after=30)
        slow.says(slow.chat, "/bantuan")
        await stage.telegram.until(lambda: stage.telegram.called("sendMessage")[-1].code == 429)
        slow.says(slow.chat, "/bantuan")
        other.says(other.chat, "/bantuan")
        await scene.sees("irban-2", "Petunjuk singkat")
        assert slow.chat.from_bot == []
        stage.clock.advance(seconds=29)
        other.says(other.chat, "/bantuan")
        await scene.until(lambda: said(other.chat, "Petunjuk singkat") == 2)
        assert slow.chat.from_bot == []
        stage.clock.advance(seconds=2)
        await scene.until(lambda: said(slow.chat, "Petunjuk singkat") == 2)


async def test_invariant_9_who_blocked_the_bot_is_called_in_the_group(play: Play) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        irban = scene.who("irban-3")
        irban.block()
        await steps.order(stage, PERIOD)
        for seat in ("penyusun", "kasubbag-evlap", "kasubbag-umum"):
            await stage.tap(scene.who(seat), "Sampaikan")
        call = await stage.sees(scene.group, irban.name)
        await scene.until(
            lambda: any(
                irban.name in m.text and "Buka chat pribadi" in m.buttons
                for m in scene.group.from_bot
            )
        )
        assert call is not None
        irban.unblock()
        irban.start()
        paper = await scene.sees("irban-3", "Buku kerja terlampir")
        assert paper.file is not None


async def test_invariant_9_a_stopped_bot_s_words_wait_for_the_morning_too(play: Play) -> None:
    async with telegram_for(replace(play, start=play.start + EVENING)) as stage:
        async with bot_on(stage, play):
            stage.group.add_bot(stage.orderer)
            await stage.sees(stage.group, "siap mendampingi")  # who acts is answered at night
        before = len(stage.group.from_bot)
        stage.clock.move_to(play.start + EVENING + timedelta(hours=30))
        async with bot_on(stage, play):
            stage.orderer.start()
            await stage.telegram.until(lambda: stage.orderer.chat.from_bot)
            assert len(stage.group.from_bot) == before
            stage.clock.move_to(play.start + timedelta(days=2, minutes=16))
            await stage.sees(stage.group, "mungkin tidak sampai")


@pytest.mark.parametrize("restarted", [False, True])
async def test_invariant_9_a_word_that_could_not_go_by_day_does_not_go_at_night(
    play: Play, restarted: bool
) -> None:
    """Written at 15.55, when Telegram fails; at 21.30 Telegram is well again."""
    play = replace(play, start=play.start + LATE)
    async with telegram_for(play) as stage:
        penyusun = stage.cast["penyusun"]
        failing = stage.telegram.faults.add("sendDocument", "502", times=9999)
        async with office_on(stage, play):
            await steps.order(stage, PERIOD)
            await stage.telegram.until(lambda: failing.times < 9999)
            if not restarted:
                await morning_after(stage, play)
        if restarted:
            async with bot_on(stage, play):
                await morning_after(stage, play)
        [paper] = [m for m in penyusun.chat.from_bot if m.file]
        assert "Sampaikan" in paper.buttons


async def morning_after(stage: Stage, play: Play) -> None:
    penyusun, opening = stage.cast["penyusun"], play.start - LATE + NEXT_MORNING
    stage.telegram.faults.clear()
    for at in (opening - timedelta(hours=10), opening + timedelta(minutes=14)):
        stage.clock.move_to(at)
        await answered(stage, stage.orderer)
        await drained(stage, play)
        assert penyusun.chat.from_bot == []
    stage.clock.move_to(opening + timedelta(minutes=15))
    await stage.button(penyusun.chat, "Sampaikan")


@asynccontextmanager
async def office_on(stage: Stage, play: Play) -> AsyncIterator[None]:
    async with bot_on(stage, play) as product:
        stage.group.add_bot(stage.orderer)
        stage.group.promote_bot(stage.orderer)
        await stage.sees(stage.group, "siap mendampingi")
        await take_seats(stage, product.desk, stage.cast, set())
        yield


async def test_invariant_9_who_opens_the_private_chat_at_night_gets_at_once_what_waited(
    play: Play,
) -> None:
    late = replace(play, start=play.start + EVENING)
    async with seated(late, silent=("penyusun",)) as scene:
        await steps.order(scene.stage, PERIOD)
        await scene.stage.sees(scene.stage.orderer.chat, "Telah dilaksanakan")
        scene.who("penyusun").start()
        paper = await scene.stage.button(scene.who("penyusun").chat, "Sampaikan")
        assert paper.file is not None


async def test_a_bot_that_was_removed_reminds_nobody_until_it_is_added_again(play: Play) -> None:
    async with seated(play) as scene:
        stage, irban = scene.stage, scene.who("irban-1")
        await request(scene)
        await drained(stage, play)
        heard = {seat: len(person.chat.from_bot) for seat, person in stage.cast.items()}
        scene.group.remove_bot(stage.orderer)
        await scene.until(lambda: rows(play, "SELECT 1 FROM offices WHERE NOT active"))
        for minutes in (361, 60):
            stage.work_on(minutes)
            await idle(scene, irban)
            await drained(stage, play)
        assert not rows(play, "SELECT 1 FROM duties WHERE rung > 0")
        assert heard["irban-2"] == len(scene.who("irban-2").chat.from_bot)
        scene.group.add_bot(stage.orderer)
        await scene.sees("irban-1", "Mohon izin mengingatkan")
        await scene.sees("irban-2", "Mohon izin mengingatkan")
        await drained(stage, play)
        assert said(irban.chat, "mengingatkan") == 1
        assert said(scene.group, "Pengingat") == 0
