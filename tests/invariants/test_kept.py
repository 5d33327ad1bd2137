"""1 Nothing confirmed that is not kept. 4 A receipt means kept."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Person
from bot.rehearsal.theatre import Play, bot_on, child_on, telegram_for
from bot.usecases import at_office
from handlers.intake import Intake
from storage.unit_of_work import SqlStore
from tests.invariants.staging import (
    answered,
    change,
    drained,
    rows,
    sent,
    stopped_at_request,
    time_passing,
)
from tests.stories.acting import seated
from tests.stories.letters import letter

GIVEN_UP = "mungkin tidak sampai"


async def test_invariant_1_an_update_is_confirmed_only_when_it_stands_in_the_inbox(
    play: Play,
) -> None:
    confirmed: list[int] = []

    def on_call(method: str, params: dict[str, Any], moment: str) -> None:
        if method == "getUpdates" and moment == "before" and "offset" in params:
            below = int(params["offset"])
            given = [u.id for u in stage.telegram.updates.waiting if u.id < below]
            kept = {row[0] for row in rows(play, "SELECT update_id FROM inbox")}
            assert set(given) <= kept
            confirmed.extend(given)

    async with telegram_for(play) as stage, bot_on(stage, play):
        stage.telegram.on_call = on_call
        stage.group.add_bot(stage.orderer)
        for person in stage.cast.values():
            person.start()
        await answered(stage, stage.orderer)
        await stage.telegram.until(lambda: not stage.telegram.updates.current())
    assert len(confirmed) >= len(stage.cast)
    assert stage.telegram.violations == []


async def test_invariant_1_what_was_kept_before_a_kill_is_handled_after_it(play: Play) -> None:
    """The process dies between keeping and handling: the inbox is all that is left."""
    async with telegram_for(play) as stage:
        async with bot_on(stage, play):
            await stage.telegram.until(lambda: stage.telegram.updates.polls)
        stage.orderer.start()
        [update] = stage.telegram.updates.current()
        database = f"sqlite:///{play.data_dir / 'himpun.db'}"
        async with SqlStore(database) as store, store.work() as uow:
            await uow.inbox.keep([update.raw()], stage.clock.now())
        stage.telegram.updates.confirm(update.id)
        async with bot_on(stage, play):
            await stage.telegram.until(lambda: stage.orderer.chat.from_bot)


async def test_invariant_1_after_more_than_a_day_the_missing_hours_are_told(play: Play) -> None:
    async with stopped_at_request(play) as stage:
        down = stage.clock.now()
        stage.clock.move_to(down + timedelta(hours=26))
        async with bot_on(stage, play):
            told = await stage.sees(stage.group, GIVEN_UP)
            await answered(stage, stage.orderer)
        assert "Senin, 23 November 2026" in told.text
        assert sum(GIVEN_UP in m.text for m in stage.group.from_bot) == 1


async def test_invariant_1_a_poison_update_is_set_aside_and_the_rest_goes_on(
    play: Play, monkeypatch: Any
) -> None:
    owner = 500_000_001  # the first person of the cast
    whole = at_office.meet

    async def breaks(uow: Any, call: Any) -> Any:
        if call.chat_id < 0:
            raise RuntimeError("rusak")
        return await whole(uow, call)

    async with seated(replace(play, owner_id=owner)) as scene:
        stage = scene.stage
        monkeypatch.setattr("bot.usecases.at_office.meet", breaks)
        person = scene.who("irban-1")
        person.says(stage.group, f"/status@{stage.telegram.bot.username}")
        monkeypatch.setattr("bot.usecases.perform.meet", breaks)
        async with time_passing(stage):
            await stage.sees(stage.group, "tidak dapat diproses")
            monkeypatch.undo()
            await stage.sees(stage.telegram.state.people[owner].chat, "Gangguan sistem")
            await answered(stage, person, stage.group)
        [tries] = rows(play, "SELECT attempts FROM inbox WHERE state = 'aside'")
        [fact] = rows(play, "SELECT verb FROM facts WHERE verb = 'pesan disisihkan'")
        assert (tries[0], fact[0]) == (3, "pesan disisihkan")


async def test_invariant_1_a_second_process_on_the_same_token_ends_itself(
    play: Play, monkeypatch: Any
) -> None:
    """Each ends the other's polls; who has polled in peace before stays."""
    monkeypatch.setattr("bot.wiring.taking_in.Intake", partial(Intake, poll=1))
    async with telegram_for(play) as stage, bot_on(stage, play):
        await stage.telegram.until(lambda: stage.telegram.updates.polls >= 3)
        other = replace(play, data_dir=play.data_dir.parent / "other")
        async with child_on(stage, other) as second:
            assert await second.ended() == 1
        await answered(stage, started(stage))


def started(stage: Stage) -> Person:
    stage.orderer.start()
    return stage.orderer


async def test_invariant_1_a_process_whose_database_was_taken_over_ends_itself(
    play: Play,
) -> None:
    async with telegram_for(play) as stage, child_on(stage, play) as older:
        stage.orderer.start()
        await stage.telegram.until(lambda: stage.orderer.chat.from_bot, seconds=stage.patience)
        assert change(play, "UPDATE instance SET number = number + 1") == 1
        stage.orderer.says(stage.orderer.chat, "/bantuan")
        assert await older.ended() == 1


async def test_invariant_4_received_is_said_only_when_the_bytes_are_in_the_cabinet(
    play: Play,
) -> None:
    async with stopped_at_request(play) as stage, bot_on(stage, play) as product:
        irban = stage.cast["irban-1"]
        stage.telegram.faults.add("getFile", "502", times=3)
        file = letter("LHP")
        message = sent(irban, file)
        await answered(stage, irban)
        assert irban.chat.find("Diterima") is None
        assert message.reactions == []
        async with time_passing(stage):
            await stage.sees(irban.chat, "Diterima: LHP")
        assert len(stage.telegram.called("getFile")) == 4
        digest = hashlib.sha256(file.content).hexdigest()
        assert await product.desk.cabinet.open(digest) == file.content
        [kept] = rows(play, "SELECT digest FROM documents")
        assert kept[0] == digest
        await drained(stage, play)
