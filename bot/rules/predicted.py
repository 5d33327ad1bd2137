"""What a run promises before it begins."""

from datetime import datetime

from bot.rules.calendar import WorkCalendar
from bot.rules.run import Run
from bot.rules.worktime import add_minutes, speaking_time


def predicted_end(run: Run, calendar: WorkCalendar, now: datetime) -> datetime:
    """When the run ends if every step still to come is used to its limit."""
    end = speaking_time(calendar, now)
    for step in run.sop.steps:
        own = [d.counted or d.minutes for d in run.duties if d.step == step.number]
        if step.number >= run.step and own:
            end = add_minutes(calendar, end, max(own))
    return end
