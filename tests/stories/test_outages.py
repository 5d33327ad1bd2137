"""Telegram away, the process stopped, the database busy: everything is caught up with after."""

import sqlite3
from datetime import timedelta

import pytest

from bot.rehearsal.theatre import Play, bot_on, child_on, telegram_for
from storage.engine import PRAGMAS
from tests.invariants.staging import (
    answered,
    drained,
    past_hand_in,
    sent,
    stopped_at_request,
    time_passing,
)
from tests.stories.acting import said, seated
from tests.stories.letters import letter

pytestmark = pytest.mark.slow


async def test_the_network_may_be_away_at_the_start(play: Play) -> None:
    async with telegram_for(play) as stage:
        stage.telegram.faults.add("*", "refuse", times=3)
        stage.orderer.start()
        async with bot_on(stage, play):
            await stage.telegram.until(lambda: stage.orderer.chat.from_bot, stage.patience)


async def test_telegram_away_for_a_while_loses_neither_letters_nor_answers(play: Play) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        people = list(dict.fromkeys(stage.cast.values()))
        away = stage.telegram.faults.add("*", "502", times=12)
        for person in people:
            person.says(person.chat, "/bantuan")
        async with time_passing(stage):
            for person in people:
                await scene.until(lambda p=person: said(p.chat, "Petunjuk singkat") == 1)
        assert away.times == 0


async def test_nobody_is_reminded_while_telegram_s_queue_is_out_of_reach(play: Play) -> None:
    """The connection comes back and brings what was sent in time."""
    async with stopped_at_request(play) as stage:
        irban = stage.cast["irban-1"]
        for kind in ("LHP", "LHE", "TLHP"):
            sent(irban, letter(kind))
        past_hand_in(stage)
        away = stage.telegram.faults.add("getUpdates", "502", times=3)
        async with bot_on(stage, play):
            await stage.telegram.until(lambda: away.times <= 1, seconds=stage.patience)
            assert stage.cast["irban-2"].chat.find("mengingatkan") is None
            await stage.sees(irban.chat, "Masih kurang: DATA")
            stage.work_on(minutes=2)
            told = await stage.sees(irban.chat, "mengingatkan")
            assert "DATA" in told.text
            assert "LHP" not in told.text
            await drained(stage, play)


async def test_a_busy_database_delays_and_loses_nothing(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRAGMAS, "busy_timeout", 100)
    async with seated(play) as scene:
        irban = scene.who("irban-1")
        lock = sqlite3.connect(play.data_dir / "himpun.db", isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        irban.says(irban.chat, "/bantuan")
        polls = scene.stage.telegram.updates.polls
        await scene.until(lambda: scene.stage.telegram.updates.polls > polls)
        assert irban.chat.from_bot == []
        lock.execute("ROLLBACK")
        lock.close()
        await scene.sees("irban-1", "Petunjuk singkat")


async def test_a_clock_set_back_reminds_nobody_twice(play: Play) -> None:
    async with stopped_at_request(play) as stage:
        began = stage.clock.now()
        async with bot_on(stage, play):
            past_hand_in(stage)
            for seat in stage.sop.suppliers:
                await stage.sees(stage.cast[seat.key].chat, "mengingatkan")
            late = stage.clock.now()
            for moment in (began, late, late + timedelta(minutes=1)):
                stage.clock.move_to(moment)
                await answered(stage, stage.orderer)
                await stage.idle()
            await drained(stage, play)
        for seat in stage.sop.suppliers:
            assert said(stage.cast[seat.key].chat, "mengingatkan") == 1


async def test_sigterm_under_load_ends_it_in_time_and_loses_nothing(play: Play) -> None:
    async with telegram_for(play) as stage:
        people = list(dict.fromkeys(stage.cast.values()))
        stage.patience = 90
        async with child_on(stage, play) as child:
            for person in people:
                person.start()
            await stage.telegram.until(lambda: people[0].chat.from_bot, stage.patience)
            for _ in range(20):
                for person in people:
                    person.says(person.chat, "/bantuan")
            await stage.telegram.until(lambda: said(people[0].chat, "Petunjuk singkat"))
            assert await child.stop() == 0  # within ten seconds, else it is killed: not 0
            await child.start()
            for person in people:
                await stage.telegram.until(
                    lambda p=person: said(p.chat, "Petunjuk singkat") >= 20, stage.patience
                )
        for person in people:
            assert said(person.chat, "Petunjuk singkat") == 20


async def test_a_clock_that_is_moved_over_a_weekend_is_no_outage(play: Play) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        await stage.come_to(stage.clock.now() + timedelta(days=3))
        await drained(stage, play)
        assert said(stage.group, "tidak terhubung") == 0
        stage.clock.advance(days=4)
        stage.let_bot_speak()
        await scene.until(lambda: said(stage.group, "tidak terhubung") == 1)
