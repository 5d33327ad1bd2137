"""Reminders and moved limits: lateness as a fact, never as blame (DOMAIN.md, words and tone)."""

from collections.abc import Sequence
from datetime import datetime

from bot.rules.calendar import WorkCalendar
from bot.rules.ladder import LimitMoved, Reminder
from bot.rules.messages import Message
from bot.rules.owing import chased
from bot.rules.run import Duty, DutyState, Run, Task
from bot.texts.duties import duty_buttons, still_owed
from bot.texts.fitting import because, short, some_lines
from bot.texts.formats import minutes, moment
from bot.texts.words import (
    PERSON,
    TASK_NAMES,
    Holders,
    cancellation,
    named,
    run_title,
    title_of,
    to,
)

MORE_TIME = "Bila memerlukan waktu tambahan, mohon menggunakan /kendala. Terima kasih."
WANTED = f"Mohon yang disebut di atas menyelesaikan tugasnya. {MORE_TIME}"
WANTED_OF_HAND_IN = f"Mohon unit yang disebut di atas melengkapi berkasnya. {MORE_TIME}"


def passed(duty: Duty, calendar: WorkCalendar) -> str:
    """ "melewati waktu baku 480 menit kerja (batas Selasa, …)"."""
    return f"melewati waktu baku {minutes(duty.minutes)} ({due(duty, calendar)})"


def due(duty: Duty, calendar: WorkCalendar) -> str:
    return f"batas {moment(duty.due_at, calendar.zone)}" if duty.due_at else "batas belum dihitung"


def to_holder(run: Run, reminder: Reminder, calendar: WorkCalendar, digest: str) -> Message:
    duty = reminder.duty
    text = (
        f"{to(title_of(run, duty.seat))} Mohon izin mengingatkan: tugas {TASK_NAMES[duty.task]}, "
        f"{run_title(run)}, {passed(duty, calendar)}.{still_owed(run, duty)} "
        f"{MORE_TIME}"
    )
    return Message(text, duty_buttons(run, duty, digest))


def settled(run: Run, duty: Duty, calendar: WorkCalendar) -> Message:
    """In place of a reminder that has done its work."""
    head = f"Pengingat tugas {TASK_NAMES[duty.task]}, {run_title(run)}"
    if duty.state == DutyState.CANCELLED:
        return Message(f"{head}. {cancellation(run)}")
    if duty.state == DutyState.WAIVED:
        return Message(f"{head}: tidak ditunggu lagi. Terima kasih.")
    at = f" {moment(duty.done_at, calendar.zone)}" if duty.done_at else ""
    return Message(f"{head}: telah dilaksanakan{at}. Terima kasih.")


def in_group(
    run: Run, reminders: Sequence[Reminder], holders: Holders, calendar: WorkCalendar
) -> Message:
    """The late of one step in one message; where their limits differ, each with his own."""
    duty = reminders[0].duty
    apart = len({reminder.duty.due_at for reminder in reminders}) > 1
    who = [late_one(run, reminder, holders) for reminder in reminders]
    if apart:
        who = [
            f"{line} ({due(reminder.duty, calendar)})"
            for line, reminder in zip(who, reminders, strict=True)
        ]
    subject = (
        f"data dari {len(who)} dari {len(run.sop.suppliers)} unit belum lengkap"
        if duty.task == Task.HAND_IN
        else f"tugas {TASK_NAMES[duty.task]} melewati waktu baku {minutes(duty.minutes)}"
    )
    limit = "" if apart else f" ({due(duty, calendar)})"
    lines = [
        f"Pengingat {run_title(run)}: {subject}{limit}.",
        *some_lines([f"• {line}" for line in who]),
        WANTED_OF_HAND_IN if duty.task == Task.HAND_IN else WANTED,
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
            f"• {who}: tugas {TASK_NAMES[duty.task]} melewati batas {minutes(reminder.late)} "
            f"(waktu baku {minutes(duty.minutes)}, {due(duty, calendar)}).{still_owed(run, duty)}"
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
