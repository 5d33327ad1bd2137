"""The morning digest: to each what is his, to the group what is late."""

from collections.abc import Sequence
from datetime import date

from bot.rules.calendar import WorkCalendar
from bot.rules.digest import Item
from bot.rules.messages import Message
from bot.texts import approvals
from bot.texts.fitting import short, some_lines, some_names
from bot.texts.formats import clock_time, day, minutes, moment
from bot.texts.tasks import Asked, still_owed
from bot.texts.words import TASK_NAMES, Holders, named, run_title, title_of


def to_person(
    items: Sequence[Item], today: date, calendar: WorkCalendar, asked: Sequence[Asked] = ()
) -> Message:
    """The late first; each with its seat where there are several. After them the approvals that
    are `asked` for."""
    seats = [(item.run, item.duty.seat) for item in items]
    seats += [(run, approval.seat) for run, approval in asked]
    titles = list(dict.fromkeys(title_of(run, seat) for run, seat in seats))
    ordered = sorted(items, key=lambda item: not item.late)
    lines = [f"• {line(item, calendar, today, seat=len(titles) > 1)}" for item in ordered]
    lines += [f"• {approvals.task(run, approval, calendar)}." for run, approval in asked]
    head = f"Yth. Bapak/Ibu {some_names([short(title) for title in titles])}."
    return Message(
        "\n".join(
            [
                f"{head} Rangkuman tugas {day(today)}:",
                *some_lines(lines),
                "Rincian dan tombolnya dapat dibuka dengan /tugas. Terima kasih.",
            ]
        )
    )


def line(item: Item, calendar: WorkCalendar, today: date, *, seat: bool) -> str:
    duty = item.duty
    whose = f"{short(title_of(item.run, duty.seat))}: " if seat else ""
    what = f"{whose}{TASK_NAMES[duty.task]}, {run_title(item.run)}"
    return f"{what}: {limit(item, calendar, today)}.{still_owed(item.run, duty)}"


def limit(item: Item, calendar: WorkCalendar, today: date) -> str:
    """melewati batas 120 menit kerja (…), or batas hari ini pukul 14.30 WITA."""
    due = item.duty.due_at
    if due is None:
        return "batas belum dihitung"
    if item.late:
        return f"melewati batas {minutes(item.late)} ({moment(due, calendar.zone)})"
    if calendar.on(due) == today:
        return f"batas hari ini pukul {clock_time(due, calendar.zone)}"
    return f"batas {moment(due, calendar.zone)}"


def to_group(
    items: Sequence[Item], today: date, holders: Holders, calendar: WorkCalendar
) -> Message:
    lines = []
    for item in items:
        duty = item.duty
        who = named(item.run.sop.seat(duty.seat), holders)
        what = f"{TASK_NAMES[duty.task]}, {run_title(item.run)}"
        lines.append(
            f"• {who}: {what}, {limit(item, calendar, today)}.{still_owed(item.run, duty)}"
        )
    return Message(
        "\n".join(
            [
                f"Rangkuman {day(today)}, tugas yang melewati batas sejak sebelum hari ini:",
                *some_lines(lines),
                "Mohon diselesaikan. Bila memerlukan waktu tambahan, mohon menggunakan /kendala. "
                "Terima kasih.",
            ]
        )
    )
