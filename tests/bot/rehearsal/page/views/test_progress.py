"""The run and the clock as the page shows them."""

from dataclasses import replace

from bot.rehearsal.page.scene import Scene
from bot.rehearsal.page.views.progress import clock, run
from bot.rules.run import RunState
from tests.bot.conftest import Course, wita


def states(scene: Scene) -> list[str]:
    shown = run(scene)
    assert shown is not None
    return [step["state"] for step in shown["steps"]]


def test_there_is_no_run_before_the_first(scene: Scene) -> None:
    assert run(scene) is None


def test_a_step_runs_until_its_limit_has_passed(scene: Scene, course: Course) -> None:
    scene.run = course.at("2026-11-23 07:50").to_step(4).run
    scene.clock.move_to(wita("2026-11-23 14:50"))
    shown = run(scene)
    assert shown is not None
    assert (shown["title"], shown["number"], shown["open"]) == ("Triwulan III 2026", 4, True)
    assert states(scene) == ["done", "done", "done", "running", "waiting", "waiting"]
    assert shown["steps"][3]["limit"] == "Senin, 23 November pukul 14.50 WITA"
    assert shown["steps"][3]["who"] == "Evlap dan Umum"
    scene.clock.advance(minutes=1)
    assert states(scene)[3] == "late"


def test_a_closed_run_is_done_and_a_cancelled_one_stands_where_it_was(
    scene: Scene, course: Course
) -> None:
    asked = course.at("2026-11-23 07:50").to_step(4).run
    scene.run = replace(asked, state=RunState.CLOSED, duties=())
    assert states(scene) == ["done"] * 6
    scene.run = replace(asked, state=RunState.CANCELLED, duties=())
    assert states(scene) == ["done"] * 3 + ["waiting"] * 3
    shown = run(scene)
    assert shown is not None
    assert (shown["number"], shown["open"]) == (None, False)


def test_the_clock_tells_whether_the_office_works_and_the_next_limit(scene: Scene) -> None:
    scene.next_limit = wita("2026-11-24 08:20")
    scene.clock.move_to(wita("2026-11-23 08:00"))
    assert clock(scene) == {
        "utc": "2026-11-23T08:00:00+08:00",
        "text": "Senin, 23 November 2026 pukul 08.00 WITA",
        "working": True,
        "next_limit": "Selasa, 24 November pukul 08.20 WITA",
    }
    scene.clock.move_to(wita("2026-11-23 21:00"))
    assert clock(scene)["working"] is False
