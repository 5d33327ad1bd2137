"""What goes on by itself behind the page."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import monotonic

import httpx
import pytest

from bot import wiring
from bot.rehearsal.page import ticking
from bot.rehearsal.page.scene import Scene
from bot.rehearsal.page.ticking import newest, run_clock, speed_of, watch_run
from bot.rules.run import RunState
from storage.unit_of_work import SqlStore
from tests.bot.conftest import Course


async def test_the_clock_runs_by_its_speed_and_stands_without_one(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ticking, "TICK", 0.01)
    before, begun = scene.clock.now(), monotonic()
    running = asyncio.ensure_future(run_clock(scene))
    await asyncio.sleep(0.05)
    assert scene.clock.now() == before
    scene.speed = 60
    await scene.telegram.until(lambda: scene.clock.now() > before)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert scene.clock.now() - before <= timedelta(minutes=60 * (monotonic() - begun))


async def test_a_standing_clock_goes_as_a_real_one_after_a_trouble(
    scene: Scene, http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert speed_of(scene) == 0
    scene.faults.begin("429", 1)
    await http.get(f"/bot{scene.telegram.bot.token}/getMe")
    assert speed_of(scene) == ticking.REAL
    scene.speed = 5
    assert speed_of(scene) == 5
    monkeypatch.setattr(ticking, "AFTERMATH", 0.0)
    scene.speed = 0
    assert speed_of(scene) == 0


async def test_the_panel_shows_what_the_bot_keeps_and_its_next_limit(
    scene: Scene, course: Course, tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ticking, "SETTLED", 0.01)
    settings = wiring.rehearsed("http://127.0.0.1:1", "1:x", tmp_path, database_url=sqlite_url)
    watching = asyncio.ensure_future(watch_run(scene, settings))
    async with SqlStore(settings.database) as store:
        async with store.work() as uow:
            office = await uow.offices.add(scene.group.id, "Kantor", "x", "y")
            asked = course.at("2026-11-23 07:50").to_step(4).run
            await uow.runs.add(replace(asked, id=0, office_id=office.id))
        scene.changed()
        await scene.telegram.until(lambda: scene.run)
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
    assert scene.run is not None
    assert scene.run.step == 4
    due = min(duty.due_at for duty in asked.duties if duty.is_open and duty.due_at)
    assert scene.next_limit == due


async def test_a_bot_that_keeps_nothing_yet_is_nothing_to_look_at(tmp_path: Path) -> None:
    settings = wiring.rehearsed("http://127.0.0.1:1", "1:x", tmp_path / "data")
    async with wiring.onlooker(settings) as store:
        assert store is None
    assert not (tmp_path / "data").exists()


def test_an_open_run_is_shown_before_a_newer_one_that_is_over(course: Course) -> None:
    old = replace(course.run, id=1)
    new = replace(course.run, id=2, state=RunState.CANCELLED)
    assert newest((new, old)) == old
    assert newest((new,)) == new
    assert newest(()) is None
