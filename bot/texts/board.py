"""The board: where a run stands, who owes what, until when, how late (/status and the group)."""

from dataclasses import replace
from datetime import datetime

from bot.rules.calendar import WorkCalendar
from bot.rules.ledger import NOBODY_AWAY, Absences, account
from bot.rules.messages import Message
from bot.rules.owing import owed, to_review
from bot.rules.run import Duty, DutyState, Run, RunState, Task
from bot.rules.seat_ledger import seat_ledger
from bot.rules.sop import Step
from bot.texts import approvals
from bot.texts.fitting import TEXT, measure, short, some_lines
from bot.texts.formats import (
    clock_time,
    day_and_time,
    minutes,
    moment,
    period,
    same_day,
)
from bot.texts.times import BOARD_TITLE, board_lines
from bot.texts.words import STEP_NAMES, Holders, seated

DUTIES_A_STEP = (100, 12, 8, 6, 4, 2)  # tried in turn until the board fits one message
SPARE = 100  # for the line that says how many are left out
MARKS = {
    DutyState.WAITING: "▫️",
    DutyState.OPEN: "▶️",
    DutyState.DONE: "✅",
    DutyState.WAIVED: "➖",
    DutyState.CANCELLED: "✖️",
}


def board(
    run: Run,
    holders: Holders,
    calendar: WorkCalendar,
    now: datetime | None,
    away: Absences = NOBODY_AWAY,
) -> Message:
    """The whole board; without `now` (the group's card, edited at events) minutes late are left
    to the limits shown, since a standing message cannot count."""
    for most in DUTIES_A_STEP:
        lines = [heading(run, calendar)]
        for step in run.sop.steps:
            lines.append(step_line(run, step, calendar))
            lines += duty_lines(run, step, holders, calendar, now, most, away)
        lines += approvals.chain(run, calendar, holders)
        if measure("\n".join(lines)) <= TEXT:
            break
    return Message("\n".join(lines))


def with_times(
    board: Message, run: Run, calendar: WorkCalendar, now: datetime, away: Absences
) -> Message:
    """Under the board whose the working minutes were, seat by seat, as far as the message has
    room (rules/seat_ledger.py)."""
    lines = board_lines(run, seat_ledger(run, calendar, now, away))
    room = TEXT - measure(board.text) - measure(BOARD_TITLE) - SPARE
    if not lines or room < 0:
        return board
    return replace(board, text="\n".join([board.text, BOARD_TITLE, *some_lines(lines, room)]))


def duty_lines(
    run: Run,
    step: Step,
    holders: Holders,
    calendar: WorkCalendar,
    now: datetime | None,
    most: int,
    away: Absences = NOBODY_AWAY,
) -> list[str]:
    """The step's duties; where there are more than `most`, first those that are open."""
    own = [d for d in run.duties if d.step == step.number and shown(run, d)]
    left_out = len(own) - most
    if left_out > 0:
        own = sorted(own, key=lambda d: not d.is_open)[:most]
    lines = [duty_line(run, duty, holders, calendar, now, away) for duty in own]
    return [*lines, f"   dan {left_out} lainnya"] if left_out > 0 else lines


def heading(run: Run, calendar: WorkCalendar) -> str:
    title = f"<b>Papan {short(run.sop.name, 100)} — {period(run.period)}</b>"
    if run.state == RunState.OPEN:
        return f"{title}\nLangkah {run.step} dari {len(run.sop.steps)}."
    ended = moment(run.closed_at, calendar.zone) if run.closed_at else ""
    word = "Selesai" if run.state == RunState.CLOSED else "Dibatalkan"
    return f"{title}\n{word} {ended}."


def shown(run: Run, duty: Duty) -> bool:
    return duty.state != DutyState.WAITING or bool(run.filed(duty.seat))


def step_line(run: Run, step: Step, calendar: WorkCalendar) -> str:
    state = step_state({duty.state for duty in actors_duties(run, step)})
    line = f"{MARKS[state]} <b>{step.number}. {STEP_NAMES[step.kind]}</b>"
    shown_at = step_moment(run, step)
    if shown_at is None:
        return line
    word = "selesai" if state == DutyState.DONE else "batas"
    return f"{line} · {word} {moment(shown_at, calendar.zone)}"


def step_moment(run: Run, step: Step) -> datetime | None:
    """The moment on the step's own line: when it was done, or the limit of one that is open."""
    own = actors_duties(run, step)
    state = step_state({duty.state for duty in own})
    if state == DutyState.DONE:
        moments = [duty.done_at for duty in own]
    else:
        moments = [duty.due_at for duty in own] if state == DutyState.OPEN else []
    return max((at for at in moments if at is not None), default=None)


def actors_duties(run: Run, step: Step) -> tuple[Duty, ...]:
    """What those owe who do the step, without those who hand in for it."""
    return run.duties_where(lambda d: d.step == step.number and d.task != Task.HAND_IN)


def step_state(states: set[DutyState]) -> DutyState:
    """That of all its duties; of a step that was begun, open, or cancelled with its run."""
    if len(states) == 1:
        return next(iter(states))
    return DutyState.CANCELLED if DutyState.CANCELLED in states else DutyState.OPEN


def duty_line(
    run: Run,
    duty: Duty,
    holders: Holders,
    calendar: WorkCalendar,
    now: datetime | None,
    away: Absences = NOBODY_AWAY,
) -> str:
    parts = [seated(run.sop.seat(duty.seat), holders), amount(run, duty)]
    if duty.is_open and duty.due_at is not None:
        if duty.task == Task.HAND_IN:
            parts.append(f"batas {moment(duty.due_at, calendar.zone)}")
        parts.append(lateness(run, duty, now, calendar, away))
    if duty.state == DutyState.DONE and duty.done_at is not None:
        parts.append(f"selesai {when_done(run, duty, duty.done_at, calendar.zone)}")
        parts.append(lateness(run, duty, duty.done_at, calendar, away))
    return f"   {MARKS[duty.state]} " + " · ".join(part for part in parts if part)


def when_done(run: Run, duty: Duty, at: datetime, zone: str) -> str:
    """The time of day alone where the step's line tells the same date."""
    told = step_moment(run, run.sop.step(duty.step))
    if told is not None and same_day(told, at, zone):
        return clock_time(at, zone)
    return day_and_time(at, zone)


def amount(run: Run, duty: Duty) -> str:
    """Kinds in of kinds owed, for who hands in; what waits for review, for who collects."""
    seat = run.sop.seat(duty.seat)
    if duty.task == Task.HAND_IN:
        kinds, lacking = run.kinds_owed_by(seat), owed(run, seat)
        lack = f", kurang {', '.join(kind.code for kind in lacking)}" if lacking else ""
        return f"{len(kinds) - len(lacking)}/{len(kinds)} jenis{lack}"
    waiting = len(to_review(run, seat)) if duty.task == Task.COLLECT else 0
    return f"{waiting} berkas menunggu pemeriksaan" if waiting else ""


def lateness(
    run: Run, duty: Duty, at: datetime | None, calendar: WorkCalendar, away: Absences
) -> str:
    """By how many working minutes of its own the limit was passed at that moment."""
    if at is None or duty.due_at is None:
        return ""
    late = account(run, duty, calendar, at, away).late
    return f"melewati batas {minutes(late)}" if late else ""
