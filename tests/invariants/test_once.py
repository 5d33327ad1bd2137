"""2 Once, whatever comes twice. 3 One transaction for the state, the facts and the errands."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.rehearsal import steps
from bot.rehearsal.theatre import Play, bot_on
from bot.rules.errands import Address, Errand, Service
from bot.rules.messages import Message
from bot.rules.people import Person
from bot.usecases.convey import convey
from bot.usecases.declare_nihil import declare_nihil
from bot.usecases.desk import Call
from bot.usecases.perform import perform
from storage.unit_of_work import SqlStore
from tests.invariants.staging import (
    answered,
    changes,
    drained,
    everything_kept,
    rows,
    sent,
    stopped_at_request,
)
from tests.stories.acting import Scene, hand_in_all, request, seated
from tests.stories.letters import letter


def effects(play: Play) -> list[str]:
    """What an update may have done; the inbox itself tells of the update."""
    return everything_kept(play, leave=("inbox", "people"))


async def test_invariant_2_the_same_updates_again_change_nothing(play: Play) -> None:
    async with stopped_at_request(play) as stage, bot_on(stage, play):
        irban = stage.cast["irban-1"]
        sent(irban, letter("LHP"))
        await stage.sees(irban.chat, "Diterima: LHP")
        await stage.tap(irban, "Nihil LHE")
        await drained(stage, play)
        before = effects(play)
        for raw in reversed(stage.telegram.updates.history):  # in the wrong order besides
            stage.telegram.updates.again(raw["update_id"])
        await stage.telegram.until(lambda: not stage.telegram.updates.current())
        await drained(stage, play)  # one that were kept again would be handled by now
        assert changes(before, effects(play)) == []


async def test_invariant_2_an_update_done_already_is_not_done_again_by_a_late_handler(
    play: Play,
) -> None:
    """The process died after the commit and before the tap was answered."""
    async with stopped_at_request(play) as stage:
        irban = stage.cast["irban-1"]
        async with bot_on(stage, play):
            sent(irban, letter("LHP"))
            await stage.sees(irban.chat, "Diterima: LHP")
            await drained(stage, play)
        before = effects(play)
        async with SqlStore(f"sqlite:///{play.data_dir / 'himpun.db'}") as store:
            raws = stage.telegram.updates.history
            async with store.work() as uow:
                assert await uow.inbox.keep(raws, stage.clock.now()) == 0
        assert changes(before, effects(play)) == []


async def test_invariant_2_two_processes_on_one_database_act_once(play: Play) -> None:
    async with seated(play) as scene:
        stage = scene.stage
        desk = scene.desk
        await request(scene)
        before = len(rows(play, "SELECT 1 FROM facts"))
        database = f"sqlite:///{play.data_dir / 'himpun.db'}"
        async with SqlStore(database, alone=False) as store:
            beside = replace(desk, store=store)
            holder = stage.cast["irban-1"]
            call = Call(
                900_000_001,
                stage.clock.now(),
                Person(holder.id, holder.name),
                holder.chat.id,
                private=True,
                message_id=1,
                reply_to=1,
                tapped=True,
            )
            said = await asyncio.gather(
                *(
                    perform(one, call, declare_nihil, "1", "irban-1", "LHP")
                    for one in (desk, beside, desk, beside)
                )
            )
        nihil = rows(play, "SELECT seat, kind FROM documents")
        assert nihil == [("irban-1", "LHP")]
        assert len(rows(play, "SELECT 1 FROM facts")) == before + 1
        assert sum(bool(reply.text) for reply in said) == 1


MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


class Broken(Exception):
    pass


async def test_invariant_3_a_failure_at_any_statement_leaves_neither_half(play: Play) -> None:
    """The last [Sampaikan] opens step 4: state, facts and errands of a dozen rows."""
    async with seated(play) as scene:
        stage, store = scene.stage, scene.desk.store
        await steps.order(stage, "Triwulan III 2026")
        for seat in ("penyusun", "kasubbag-evlap"):
            await stage.tap(stage.cast[seat], "Sampaikan")
        await answered(stage, stage.orderer)
        person = stage.cast["kasubbag-umum"]
        await stage.button(person.chat, "Sampaikan")
        await drained(stage, play)
        before = everything_kept(play, leave=("inbox",))
        writer = store._store._writer.sync_engine  # type: ignore[attr-defined]
        call = Call(
            900_000_002,
            stage.clock.now(),
            Person(person.id, person.name, reachable=True),
            person.chat.id,
            private=True,
            message_id=1,
        )
        async with scene.desk.store.look() as uow:
            (run,) = await uow.runs.open_in(1)
        carried = ("1", "3", "kasubbag-umum", run.form_version)
        breaking, tried = Breaking(), 0
        sa.event.listen(writer, "before_cursor_execute", breaking.statement)
        sa.event.listen(writer, "commit", breaking.commit)
        try:
            while True:
                tried += 1
                breaking.arm(tried)
                try:
                    await perform(scene.desk, call, convey, *carried)
                except Broken:
                    breaking.rest()
                    assert changes(before, everything_kept(play, leave=("inbox",))) == []
                else:
                    break
        finally:
            sa.event.remove(writer, "before_cursor_execute", breaking.statement)
            sa.event.remove(writer, "commit", breaking.commit)
        assert tried > 30
        after = everything_kept(play, leave=("inbox",))
        changed = {row.split(":")[0] for row in changes(before, after)}
        assert {"runs", "duties", "facts", "errands"} <= changed


class Breaking:
    """Fails at the n-th statement of this task, the commit counted as one."""

    def __init__(self) -> None:
        self.left = -1
        self.task: Any = None

    def arm(self, number: int) -> None:
        self.left, self.task = number, asyncio.current_task()

    def rest(self) -> None:
        self.left = -1

    def statement(self, *_: Any) -> None:
        self.count()

    def commit(self, *_: Any) -> None:
        self.count()

    def count(self) -> None:
        if self.left > 0 and asyncio.current_task() is self.task:
            self.left -= 1
            if self.left == 0:
                raise Broken


async def test_invariant_3_an_errand_of_a_known_key_is_kept_once(store: SqlStore) -> None:
    errand = Errand(0, "sekali", Service.SAY, Address(7), MORNING, message=Message("Satu."))
    async with store.work() as uow:
        assert await uow.errands.add(errand)
        assert not await uow.errands.add(errand)
    async with store.work() as uow:
        assert not await uow.errands.add(errand)
        assert len(await uow.errands.due(MORNING, ())) == 1


@pytest.mark.parametrize("days", [1, 3])
async def test_invariant_3_missed_rungs_collapse_into_one_message(play: Play, days: int) -> None:
    """Down past the private word, the mention in the group and the word to the superior."""
    async with stopped_at_request(play) as stage:
        irban = stage.cast["irban-1"]
        private, group = len(irban.chat.from_bot), len(stage.group.from_bot)
        stage.clock.move_to(stage.clock.now() + timedelta(days=days, minutes=15))
        async with bot_on(stage, play):
            await stage.sees(irban.chat, "mengingatkan")
            await answered(stage, stage.orderer)
        new = [m.text for m in irban.chat.from_bot[private:]]
        assert sum("mengingatkan" in text for text in new) == 1
        reminders = [m for m in stage.group.from_bot[group:] if "Pengingat" in m.text]
        assert len(reminders) <= 1


async def test_invariant_3_nothing_is_sent_that_does_not_stand_in_the_outbox(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        await hand_in_all(Scene(scene.stage, scene.desk), "irban-1")
        await drained(scene.stage, play)
        sent_as = {
            (row[0], row[1])
            for row in rows(play, "SELECT chat_id, sent_as FROM errands WHERE sent_as IS NOT NULL")
        }
        chats = [scene.group, *{p.chat for p in scene.stage.cast.values()}]
        shown = {(chat.id, message.id) for chat in chats for message in chat.from_bot}
        assert shown <= sent_as
