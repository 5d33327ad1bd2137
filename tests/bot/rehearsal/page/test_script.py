"""A day that plays by itself: paused at once, gone on with, ended or stuck."""

import asyncio
from collections.abc import Callable

import pytest

from bot.rehearsal.page import script as module
from bot.rehearsal.page.autopilot import NothingToDo
from bot.rehearsal.page.script import Script
from bot.rehearsal.telegram import CannotHappen
from bot.rehearsal.telegram.bell import Bell


class Day:
    """An actor with so many acts; `stuck` is raised at its end."""

    def __init__(self, acts: int, stuck: Exception | None = None) -> None:
        self.left, self.stuck, self.waits = acts, stuck, asyncio.Event()

    async def act_once(self) -> str | None:
        if self.left:
            self.left -= 1
            return f"masih {self.left}"
        if self.stuck:
            raise self.stuck
        return None


class Waiting(Day):
    async def act_once(self) -> str | None:
        await asyncio.Event().wait()
        return ""


BELL = Bell()


async def until(seen: Callable[[], bool]) -> None:
    while not seen():
        assert await BELL.rung(10)


def playing(day: Day, monkeypatch: pytest.MonkeyPatch) -> Script:
    monkeypatch.setattr(module, "BETWEEN", 0.01)
    return Script(day, asyncio.get_running_loop().create_task, BELL.ring)


async def test_it_plays_to_the_end_and_keeps_the_last_caption(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    script = playing(Day(2), monkeypatch)
    script.play()
    await until(lambda: script.state == "done")
    assert script.caption == "masih 0"


@pytest.mark.parametrize(
    ("stuck", "caption"),
    [(NothingToDo("Tidak ada"), "Tidak ada"), (CannotHappen("x"), module.texts.SCRIPT_STUCK)],
)
async def test_where_nothing_can_be_done_it_says_so(
    monkeypatch: pytest.MonkeyPatch, stuck: Exception, caption: str
) -> None:
    script = playing(Day(1, stuck), monkeypatch)
    script.play()
    await until(lambda: script.state == "failed")
    assert script.caption == caption


async def test_it_is_paused_in_the_midst_of_an_act_and_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    script = playing(Waiting(0), monkeypatch)
    script.play()
    await asyncio.sleep(0)
    script.pause()
    assert script.state == "paused"
    script.actor = Day(1)
    script.play()
    await until(lambda: script.state == "done")
    script.pause()
    assert script.state == "done"
