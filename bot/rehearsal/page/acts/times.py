"""Moving the rehearsal's clock, and letting it run."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rehearsal.page.acts.given import Given, Json
from bot.rehearsal.page.refusals import Refused
from bot.rehearsal.page.scene import Scene
from bot.rules.worktime import add_minutes, next_opening, own_word_time
from bot.texts import pages as texts

FASTEST = 240.0  # rehearsed minutes a real second
BY = {"5m": timedelta(minutes=5), "1h": timedelta(hours=1)}


async def move(scene: Scene, given: Given) -> Json:
    how = given.text("move")
    if how in BY:
        moment = scene.clock.now() + BY[how]
    elif how == "day":
        moment = next_working_day(scene)
    elif how == "limit":
        moment = past_next_limit(scene)
    else:
        raise Refused(texts.WRONG_REQUEST)
    await scene.stage.come_to(moment, heard=hears(scene))
    return {}


def hears(scene: Scene) -> bool:
    """Whether the bot polls, now or soon: it runs, and Telegram is not away for good."""
    return scene.bot.running and "down" not in dict(scene.faults.in_force())


def next_working_day(scene: Scene) -> datetime:
    """When the office opens on the next day that it works."""
    local = scene.clock.now().astimezone(ZoneInfo(scene.zone)).date() + timedelta(days=1)
    midnight = datetime.combine(local, time(), ZoneInfo(scene.zone))
    return next_opening(scene.stage.calendar, midnight)


def past_next_limit(scene: Scene) -> datetime:
    """A working minute after it, as soon as the bot may speak by itself: so that it is late."""
    if scene.next_limit is None:
        raise Refused(texts.NO_LIMIT)
    late = add_minutes(scene.stage.calendar, scene.next_limit, 1)
    return own_word_time(scene.stage.calendar, late)


async def set_speed(scene: Scene, given: Given) -> Json:
    value = given.values.get("value")
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= FASTEST:
        raise Refused(texts.WRONG_REQUEST)
    scene.speed = float(value)
    scene.changed()
    return {}
