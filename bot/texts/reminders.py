"""Reminders and moved limits: lateness as a fact, never as blame (DOMAIN.md, words and tone)."""

from collections.abc import Sequence
from datetime import datetime

from bot.rules.calendar import WorkCalendar
from bot.rules.ladder import Reminder
from bot.rules.messages import Message
from bot.rules.owing import chased, missing
from bot.rules.recounting import LimitMoved
from bot.rules.run import DocumentState, Duty, DutyState, Run, Task
from bot.texts.duty_buttons import duty_buttons
from bot.texts.fitting import because, some_groups, some_lines
from bot.texts.formats import minutes, moment
from bot.texts.tasks import still_owed
from bot.texts.words import (
    NOBODY,
    TASK_NAMES,
    Holders,
    cancellation,
    grouped,
    named,
    run_title,
    seated,
    title_of,
    to,
    to_seat,
)

MORE_TIME = "Bila memerlukan waktu tambahan, mohon menggunakan /kendala. Terima kasih."
WANTED = f"Mohon yang disebut di atas menyelesaikan tugasnya. {MORE_TIME}"
WANTED_OF_HAND_IN = f"Mohon unit yang disebut di atas melengkapi berkasnya. {MORE_TIME}"


def passed(duty: Duty, calendar: WorkCalendar) -> str:
    """ "melewati waktu baku 480 menit kerja (batas Selasa, …)"."""
    return f"melewati waktu baku {minutes(duty.minutes)} ({due(duty, calendar)})"


def due(duty: Duty, calendar: WorkCalendar) -> str:
    return f"batas {moment(duty.due_at, calendar.zone)}" if duty.due_at else "batas belum dihitung"


def to_holder(
    run: Run, reminder: Reminder, calendar: WorkCalendar, digest: str, holders: Holders = NOBODY
) -> Message:
    duty = reminder.duty
    begging = "Mohon izin mengingatkan kembali" if reminder.again else "Mohon izin mengingatkan"
    text = (
        f"{to_seat(run, duty.seat, holders)} {begging}: tugas {TASK_NAMES[duty.task]}, "
        f"{run_title(run)}, {standing(reminder, calendar)}.{still_owed(run, duty)} "
        f"{MORE_TIME}"
    )
    if reminder.waits:
        text = waiting(run, duty, calendar, holders)
    return Message(text, duty_buttons(run, duty, digest))


def standing(reminder: Reminder, calendar: WorkCalendar) -> str:
    """How the duty stands to its limit, as a fact."""
    if reminder.left:
        return f"{due(reminder.duty, calendar)}, tersisa {minutes(reminder.left)}"
    since = f", telah lewat {minutes(reminder.late)}" if reminder.again else ""
    return f"{passed(reminder.duty, calendar)}{since}"


def waiting(run: Run, duty: Duty, calendar: WorkCalendar, holders: Holders) -> str:
    """To one whose own turn it is not: what is awaited, and what he may do."""
    head = (
        f"{to_seat(run, duty.seat, holders)} Batas tugas {TASK_NAMES[duty.task]}, "
        f"{run_title(run)}, tiba ({due(duty, calendar)}), dan masih menunggu pihak lain"
    )
    if duty.task == Task.COMPILE:
        return (
            f"{head}: {some_groups(unsettled(run), 1000)}. Rekap dapat disetujui tanpa menunggu. "
            "Waktu menunggu tidak dihitung sebagai keterlambatan. Terima kasih."
        )
    absent = missing(run, run.sop.seat(duty.seat))
    lacking = grouped((supplier.title, kind.code) for supplier, kind in absent)
    return (
        f"{head}. Belum diterima: {some_groups(lacking, 1000)}. Penyerahnya diingatkan oleh "
        "sistem. Bila perlu, yang telah terhimpun dapat disampaikan dengan alasan. Waktu menunggu "
        "tidak dihitung sebagai keterlambatan. Terima kasih."
    )


def unsettled(run: Run) -> list[str]:
    """What a compiler waits for: files returned, and files that are not reviewed yet."""
    waited = (DocumentState.RECEIVED, DocumentState.RETURNED)
    found = [d for d in run.documents if d.state in waited]
    return grouped((title_of(run, d.seat), f"{d.kind} ({d.state.value})") for d in found)


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
    limit = "" if apart else f" ({due(duty, calendar)})"
    lines = [
        f"Pengingat {run_title(run)}: {subject(run, reminders)}{limit}.",
        *some_lines([f"• {line}" for line in who]),
        WANTED_OF_HAND_IN if duty.task == Task.HAND_IN else WANTED,
    ]
    return Message("\n".join(lines))


def subject(run: Run, reminders: Sequence[Reminder]) -> str:
    first = reminders[0]
    left = f", tersisa {minutes(first.left)} sebelum batas" if first.left else ""
    if first.duty.task == Task.HAND_IN:
        return f"data dari {len(reminders)} dari {len(run.sop.suppliers)} unit belum lengkap{left}"
    task = f"tugas {TASK_NAMES[first.duty.task]}"
    over = f" melewati waktu baku {minutes(first.duty.minutes)}"
    return f"{task} belum selesai{left}" if left else f"{task}{over}"


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
        who = seated(run.sop.seat(duty.seat), holders)
        stands = (
            f"menjelang batas, tersisa {minutes(reminder.left)}"
            if reminder.left
            else f"melewati batas {minutes(reminder.late)}"
        )
        lines.append(
            f"• {who}: tugas {TASK_NAMES[duty.task]} {stands} "
            f"(waktu baku {minutes(duty.minutes)}, {due(duty, calendar)}).{still_owed(run, duty)}"
        )
    return Message("\n".join([head, *some_lines(lines)]))


def limit_moved(
    run: Run, moved: LimitMoved, calendar: WorkCalendar, holders: Holders = NOBODY
) -> Message:
    duty = moved.duty
    why = because(moved.reason or followed(run, moved))
    text = (
        f"{to_seat(run, duty.seat, holders)} Batas tugas {TASK_NAMES[duty.task]}, "
        f"{run_title(run)}, berubah dari {moment(moved.was, calendar.zone)} menjadi "
        f"{moment(duty.due_at or moved.was, calendar.zone)}. {why}"
    )
    return Message(text)


def followed(run: Run, moved: LimitMoved) -> str:
    """Why a limit moved that nobody gave a reason for."""
    if moved.follows is None:
        return "kalender kerja kantor berubah"
    whose = title_of(run, moved.follows.seat)
    return f"batas {whose} bertambah, dan waktu pemeriksaan tetap"


def gap(start: datetime, end: datetime, zone: str) -> Message:
    """After a long outage: Telegram keeps nothing longer than 24 hours."""
    text = (
        f"Sistem tidak terhubung sejak {moment(start, zone)} sampai {moment(end, zone)}. Pesan dan "
        "berkas yang dikirim pada waktu itu mungkin tidak sampai. Mohon mengirimkannya kembali. "
        "Terima kasih."
    )
    return Message(text)
