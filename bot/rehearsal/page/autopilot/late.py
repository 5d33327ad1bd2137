"""One seat lets its limit pass, so that the reminders can be seen."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from bot.rehearsal.page.autopilot.moves import Move, newest_first
from bot.rehearsal.stage import Stage
from bot.rehearsal.telegram import Person
from bot.rules.sop import Seat, Step, StepKind
from bot.rules.worktime import add_minutes, in_minutes, own_word_time
from bot.texts import page_captions as texts

GRACE = 31  # working minutes after the limit: then the group is told too


def being_late(stage: Stage, person: Person, seat: Seat) -> Iterator[Move]:
    """Past the limit, then past the grace, by the clock alone: moved by hand, it is as good."""
    step = stage.sop.steps_of(StepKind.COLLECT)[0]
    limit = hand_in_limit(stage, person, step)
    if limit is None:
        return
    told = {1: texts.lets_limit_pass(step, seat), GRACE: texts.is_reminded(step, seat)}
    for minutes, caption in told.items():
        passed = add_minutes(stage.calendar, limit, minutes)
        if stage.clock.now() < passed:
            spoken = own_word_time(stage.calendar, passed)
            key = f"late {seat.key} {minutes}"
            yield Move(key, caption, partial(stage.clock.move_to, spoken))
            return


def hand_in_limit(stage: Stage, person: Person, step: Step) -> datetime | None:
    """By the SOP's share of the step's time, from when the request came to the person."""
    asked = next((m for m in newest_first(person) if "Mohon menyampaikan data" in m.text), None)
    if asked is None:
        return None
    minutes = in_minutes(step.limit.amount, step.limit.unit, stage.calendar)
    return add_minutes(stage.calendar, asked.date, int(minutes * stage.sop.hand_in_share))
