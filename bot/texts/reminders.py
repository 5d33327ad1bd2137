"""Reminders and moved limits: lateness as a fact, never as blame (DOMAIN.md, words and tone)."""

from collections.abc import Sequence
from datetime import datetime

from bot.rules.calendar import WorkCalendar
from bot.rules.ladder import LimitMoved, Reminder
from bot.rules.messages import Message
from bot.rules.owing import chased
from bot.rules.run import Duty, Run, Task
from bot.texts.duties import duty_buttons, still_owed
from bot.texts.fitting import because, short, some_lines
from bot.texts.formats import minutes, moment
from bot.texts.words import PERSON, TASK_NAMES, Holders, named, run_title, title_of, to


def passed(duty: Duty, calendar: WorkCalendar) -> str:
    """ "melewati waktu baku 480 menit kerja (batas Selasa, …)"."""
    due = moment(duty.due_at, calendar.zone) if duty.due_at else ""
    return f"melewati waktu baku {minutes(duty.minutes)} (batas {due})"


def to_holder(run: Run, reminder: Reminder, calendar: WorkCalendar, digest: str) -> Message:
    duty = reminder.duty
    text = (
        f"{to(title_of(run, duty.seat))} Mohon izin mengingatkan: tugas {TASK_NAMES[duty.task]}, "
        f"{run_title(run)}, {passed(duty, calendar)}.{still_owed(run, duty)} "
        "Bila memerlukan waktu tambahan, mohon menggunakan /kendala. Terima kasih."
    )
    return Message(text, duty_buttons(run, duty, digest))


def settled(run: Run, duty: Duty, calendar: WorkCalendar) -> Message:
    """In place of a reminder that has done its work."""
    at = f" {moment(duty.done_at, calendar.zone)}" if duty.done_at else ""
    return Message(
        f"Pengingat tugas {TASK_NAMES[duty.task]}, {run_title(run)}: telah dilaksanakan{at}. "
        "Terima kasih."
    )


def in_group(
    run: Run, reminders: Sequence[Reminder], holders: Holders, calendar: WorkCalendar
) -> Message:
    """The late of one step in one message."""
    duty = reminders[0].duty
    who = [late_one(run, reminder, holders) for reminder in reminders]
    subject = (
        f"data dari {len(who)} dari {len(run.sop.suppliers)} unit belum lengkap"
        if duty.task == Task.HAND_IN
        else f"tugas {TASK_NAMES[duty.task]} {passed(duty, calendar)}"
    )
    due = max((r.duty.due_at for r in reminders if r.duty.due_at), default=None)
    of_all = duty.task == Task.HAND_IN and due is not None
    limit = f"Batas: {moment(due, calendar.zone)}. " if of_all and due else ""
    lines = [
        f"Pengingat {run_title(run)}: {subject}.",
        *some_lines([f"• {line}" for line in who]),
        f"{limit}Mohon bantuannya. Terima kasih.",
    ]
    return Message("\n".join(lines))


def late_one(run: Run, reminder: Reminder, holders: Holders) -> str:
    seat = run.sop.seat(reminder.duty.seat)
    who = named(seat, holders)
    lacking = chased(run, seat) if reminder.duty.task == Task.HAND_IN else ()
    return f"{who}: kurang {', '.join(k.code for k in lacking)}" if lacking else who


def to_superior(
    run: Run, title: str, reminders: Sequence[Reminder], holders: Holders, calendar: WorkCalendar
) -> Message:
    """The late duties below a superior, one line each."""
    head = f"{to(title)} Sebagai laporan, {run_title(run)}:"
    lines = []
    for reminder in reminders:
        duty = reminder.duty
        holder = holders.get(duty.seat)
        name = short(holder.name, PERSON) if holder else "kursi kosong"
        who = f"{short(title_of(run, duty.seat))} ({name})"
        lines.append(
            f"• {who}: tugas {TASK_NAMES[duty.task]} {passed(duty, calendar)}, "
            f"terlambat {minutes(reminder.late)}.{still_owed(run, duty)}"
        )
    return Message("\n".join([head, *some_lines(lines)]))


def limit_moved(run: Run, moved: LimitMoved, calendar: WorkCalendar) -> Message:
    duty = moved.duty
    why = because(moved.reason or "kalender kerja kantor berubah")
    text = (
        f"{to(title_of(run, duty.seat))} Batas tugas {TASK_NAMES[duty.task]}, {run_title(run)}, "
        f"berubah dari {moment(moved.was, calendar.zone)} menjadi "
        f"{moment(duty.due_at or moved.was, calendar.zone)}. {why}"
    )
    return Message(text)


def gap(start: datetime, end: datetime, zone: str) -> Message:
    """After a long outage: Telegram keeps nothing longer than 24 hours."""
    text = (
        f"Sistem tidak aktif sejak {moment(start, zone)} sampai {moment(end, zone)}. Pesan dan "
        "berkas yang dikirim pada waktu itu mungkin tidak sampai. Mohon mengirimkannya kembali. "
        "Terima kasih."
    )
    return Message(text)
