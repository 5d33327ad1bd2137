"""What is said when a changed calendar moves limits: old, new, and why."""

from collections.abc import Sequence

from bot.rules.calendar import WorkCalendar
from bot.rules.messages import Message
from bot.rules.recounting import LimitMoved
from bot.rules.run import Run
from bot.texts.fitting import because, short, some_lines, some_names
from bot.texts.formats import moment
from bot.texts.words import (
    NOBODY,
    TASK_NAMES,
    Holders,
    post_of,
    run_title,
    title_of,
    to,
    to_seat,
)

CHANGED = "kalender kerja kantor berubah"


def moved_limits(
    moves: Sequence[tuple[Run, LimitMoved]],
    calendar: WorkCalendar,
    why: str,
    holders: Holders = NOBODY,
) -> Message:
    """To one person, over all the limits of his that moved."""
    seats = (run.sop.seat(moved.duty.seat) for run, moved in moves)
    titles = list(dict.fromkeys(post_of(seat, holders) for seat in seats))
    several = len(titles) > 1
    lines = [f"• {line(run, moved, calendar, seat=several)}" for run, moved in moves]
    head = (
        to(titles[0]) if not several else f"Yth. Bapak/Ibu {some_names(list(map(short, titles)))}."
    )
    text = [f"{head} Batas tugas berikut dihitung kembali. {because(why or CHANGED)}"]
    return Message("\n".join([*text, *some_lines(lines), "Terima kasih."]))


def for_waiting(
    run: Run,
    seat: str,
    moves: Sequence[LimitMoved],
    calendar: WorkCalendar,
    holders: Holders = NOBODY,
) -> Message:
    """To one who waits for those whose limits moved."""
    head = f"{to_seat(run, seat, holders)} Sebagai informasi, waktu tambahan telah diberikan."
    lines = [f"• {line(run, moved, calendar, seat=True)}" for moved in moves]
    return Message("\n".join([head, *some_lines(lines), "Terima kasih."]))


def line(run: Run, moved: LimitMoved, calendar: WorkCalendar, *, seat: bool) -> str:
    duty = moved.duty
    whose = f"{short(title_of(run, duty.seat))}: " if seat else ""
    was, due = moment(moved.was, calendar.zone), moment(duty.due_at or moved.was, calendar.zone)
    return f"{whose}{TASK_NAMES[duty.task]}, {run_title(run)}: berubah dari {was} menjadi {due}."


def in_place_of_reminder(run: Run, moved: LimitMoved, calendar: WorkCalendar) -> Message:
    duty = moved.duty
    due = moment(duty.due_at or moved.was, calendar.zone)
    return Message(
        f"Pengingat tugas {TASK_NAMES[duty.task]}, {run_title(run)}: batas berubah menjadi {due}. "
        "Tugas dapat dilihat pada /tugas."
    )
