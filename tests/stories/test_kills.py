"""Days on which the bot's process is killed: nothing is lost, and hardly anything said twice."""

import asyncio
import random
import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.rehearsal.day import office_day
from bot.rehearsal.process import Child
from bot.rehearsal.setting_up import set_up
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Answer, Chat, Message, NotSeen, tapping
from bot.rehearsal.theatre import Play, child_on, telegram_for
from storage.unit_of_work import SqlStore
from tests.invariants.staging import drained, left, rows

pytestmark = pytest.mark.slow

TIMES = re.compile(r"\d{1,2}\.\d{2}( WITA)?|\d+ menit")
CHOSEN = {"Kembalikan": "LHP dari Irban I,"}
DAYS, KILLS_A_DAY = 5, 5
LEAP = timedelta(hours=6)
AT_ONCE = 8  # senders of the outbox: what may be under way when the process dies


@pytest.fixture(autouse=True)
def people_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whose tap was answered by nobody, since the bot died, sees what it did and goes on; and
    what is chosen among several is the same each day, whatever stands twice."""
    answered = tapping.Tap._answered

    async def patiently(tap: tapping.Tap) -> Answer:
        try:
            return await answered(tap)
        except NotSeen:
            return Answer()

    button = Stage.button

    async def the_same_each_day(stage: Stage, chat: Chat, label: str, words: str = "") -> Message:
        return await button(stage, chat, label, words or CHOSEN.get(label, ""))

    monkeypatch.setattr(Stage, "button", the_same_each_day)
    monkeypatch.setattr(tapping.Tap, "_answered", patiently)
    monkeypatch.setattr(tapping, "PATIENCE", 10)


async def deaf(stage: Stage, play: Play) -> bool:
    """Whether the clock has leapt by hours that the bot has not heard of: it must, before the
    next leap, or a kill in between makes the two look like a day without Telegram."""
    heard = [datetime.fromisoformat(at) for (at,) in rows(play, "SELECT beat_at FROM pulse")]
    return any(stage.clock.now() - at.replace(tzinfo=UTC) > LEAP for at in heard)


SEAL = re.compile(r" \(sidik [0-9a-f]+\)")
SETTLED = re.compile(r"Pengingat tugas .*: telah dilaksanakan .*\. Terima kasih\.")


@dataclass
class Day:
    """What can be compared of two days."""

    said: Counter[tuple[str, str]]
    documents: list[tuple[Any, ...]]
    calls: int
    orphans: int


@dataclass
class Reaper:
    """Kills the process at the chosen calls of the day, each time once."""

    child: Child
    kills: dict[int, str]
    again: asyncio.Event = field(default_factory=asyncio.Event)
    calls: int = 0
    done: int = 0

    def on_call(self, method: str, params: dict[str, Any], moment: str) -> bool:
        if method == "getUpdates" and "offset" not in params:
            return True  # of a start
        self.calls += moment == "before"
        spot = min(self.kills, default=None)
        if spot is None or self.calls < spot:
            return True
        how = self.kills[spot]
        if moment != ("before" if how == "before" else "after"):
            return True
        del self.kills[spot]
        if how == "soon":
            loop = asyncio.get_running_loop()
            loop.call_later(random.uniform(0, 0.15), self.strike)  # noqa: S311
            return True
        self.strike()
        return moment != "before"

    def strike(self) -> None:
        self.child.kill()
        self.done += 1
        self.again.set()

    async def revive(self) -> None:
        while True:
            await self.again.wait()
            self.again.clear()
            await self.child.restart()


@asynccontextmanager
async def killed(child: Child, stage: Stage, kills: dict[int, str]) -> AsyncIterator[Reaper]:
    reaper = Reaper(child, kills)
    stage.telegram.on_call = reaper.on_call
    async with asyncio.TaskGroup() as tasks:
        reviving = tasks.create_task(reaper.revive())
        yield reaper
        reviving.cancel()
        stage.telegram.on_call = None


async def play_day(play: Play, kills: dict[int, str]) -> Day:
    """A whole day; it ends complete, or this fails."""
    planned = len(kills)
    async with telegram_for(play) as stage, child_on(stage, play) as child:
        stage.patience, stage.busy = 120, partial(deaf, stage, play)
        async with killed(child, stage, kills) as reaper:
            await office_day(stage)
            await drained(stage, play)
        assert reaper.done == planned
        assert await child.stop() == 0
        await nothing_is_left(stage, play)
        return Day(said(stage), await documents(play), reaper.calls, len(orphans(stage, play)))


async def nothing_is_left(stage: Stage, play: Play) -> None:
    """Every update is in the inbox and handled, every errand is done, every chain proved."""
    sent = {raw["update_id"] for raw in stage.telegram.updates.history}
    letters = {row.update_id: row.state for row in rows(play, "SELECT * FROM inbox")}
    assert {letters[update] for update in sent} == {"done"}
    assert left(play, stage) == []


def orphans(stage: Stage, play: Play) -> set[tuple[int, int]]:
    """Messages that stand at Telegram though the bot never heard that they arrived: only these
    may it have sent again."""
    known = {
        (row.chat_id, row.sent_as)
        for row in rows(play, "SELECT chat_id, sent_as FROM errands WHERE sent_as IS NOT NULL")
    }
    chats = [stage.group, *{person.chat for person in stage.cast.values()}]
    return {(chat.id, message.id) for chat in chats for message in chat.from_bot} - known


async def documents(play: Play) -> list[tuple[Any, ...]]:
    database = f"sqlite:///{play.data_dir / 'himpun.db'}"
    async with SqlStore(database, alone=False) as store, store.look() as uow:
        assert await uow.facts.verify() == ()
        [office] = await uow.offices.all()
        runs = await uow.runs.of_office(office.id)
        return sorted(
            (d.seat, d.kind, d.version, d.state.value, d.nihil, d.name)
            for run in runs
            for d in run.documents
        )


def said(stage: Stage) -> Counter[tuple[str, str]]:
    """Every message of the bot as it stands in the end, without the times in it and the hash of
    a recap, which tells times.

    The day goes on while the process is down: who does his duty meanwhile is not reminded of it.
    """
    chats = [stage.group, *{person.chat for person in stage.cast.values()}]
    return Counter(
        (chat.title, SEAL.sub("", TIMES.sub("…", message.text)))
        for chat in chats
        for message in chat.from_bot
        if not SETTLED.fullmatch(message.text)
    )


def plan(calls: int, kills: int, seed: int) -> dict[int, str]:
    """So many kills spread over a day of so many calls, before, at or soon after a call."""
    dice = random.Random(seed)  # noqa: S311
    share = calls // (kills + 1)
    spots = [share * (n + 1) + dice.randrange(-share // 3, share // 3) for n in range(kills)]
    return {spot: dice.choice(["before", "after", "soon"]) for spot in spots}


def compare(day: Day, undisturbed: Day, kills: int) -> None:
    missing = undisturbed.said - day.said
    assert not missing, missing
    surplus = day.said - undisturbed.said
    assert sum(surplus.values()) <= day.orphans <= kills * AT_ONCE, surplus
    assert undisturbed.orphans == 0
    assert day.documents == undisturbed.documents


async def test_days_with_twenty_five_kills_end_like_a_day_without(
    play: Play, tmp_path: Path
) -> None:
    undisturbed = await play_day(replace(play, data_dir=tmp_path / "undisturbed"), {})
    for seed in range(1, DAYS + 1):
        kills = plan(undisturbed.calls, KILLS_A_DAY, seed)
        print(f"seed {seed} of {undisturbed.calls} calls: {kills}")  # noqa: T201
        day = await play_day(replace(play, data_dir=tmp_path / f"{seed}"), dict(kills))
        compare(day, undisturbed, KILLS_A_DAY)


async def test_setting_up_survives_two_kills(play: Play) -> None:
    """The small version: a dozen seats claimed and granted."""
    async with telegram_for(play) as stage, child_on(stage, play) as child:
        stage.patience = 120
        async with killed(child, stage, {22: "after", 45: "before"}) as reaper:
            await set_up(stage)
            await drained(stage, play)
        assert reaper.done == 2
        assert await child.stop() == 0
    claims = [m for m in stage.group.from_bot if "Setujui" in m.buttons]
    assert len(claims) <= len(orphans(stage, play)) <= 2 * AT_ONCE
    for person in stage.cast.values():
        assert sum("Kursi" in m.text for m in person.chat.from_bot) >= 1
