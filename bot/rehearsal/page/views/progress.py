"""The clock and the run: which step it is at, who owes what, until when."""

from datetime import datetime
from typing import Any

from bot.rehearsal.page.scene import Scene
from bot.rules.run import Run, RunState
from bot.rules.sop import Sop, Step
from bot.rules.worktime import CalendarClosed, next_opening
from bot.texts import formats

Json = dict[str, Any]


def clock(scene: Scene) -> Json:
    now, limit = scene.clock.now(), scene.next_limit
    return {
        "utc": now.isoformat(),
        "text": formats.moment(now, scene.zone),
        "working": _working(scene, now),
        "next_limit": formats.day_and_time(limit, scene.zone) if limit else None,
    }


def _working(scene: Scene, now: datetime) -> bool:
    try:
        return next_opening(scene.stage.calendar, now) == now
    except CalendarClosed:
        return False


def run(scene: Scene) -> Json | None:
    """The open run, else the one closed last."""
    shown = scene.run
    if shown is None:
        return None
    return {
        "title": formats.period(shown.period),
        "number": shown.step if shown.is_open else None,
        "steps": [_step(scene, shown, step) for step in shown.sop.steps],
        "open": shown.is_open,
    }


def _step(scene: Scene, shown: Run, step: Step) -> Json:
    limit = limit_of(shown, step)
    late = limit is not None and limit < scene.clock.now()
    return {
        "number": step.number,
        "activity": step.activity,
        "who": who(shown.sop, step),
        "state": _state(shown, step, late=late),
        "limit": formats.day_and_time(limit, scene.zone) if limit else None,
    }


def limit_of(shown: Run, step: Step) -> datetime | None:
    """The earliest limit of what is still owed in the step."""
    owed = shown.duties_where(lambda d: d.step == step.number and d.is_open)
    return min((duty.due_at for duty in owed if duty.due_at), default=None)


def _state(shown: Run, step: Step, *, late: bool) -> str:
    if step.number < shown.step or shown.state == RunState.CLOSED:
        return "done"
    if step.number > shown.step or not shown.is_open:
        return "waiting"
    return "late" if late else "running"


def who(sop: Sop, step: Step) -> str:
    return formats.join_names([sop.role(key).short or sop.role(key).title for key in step.actors])
