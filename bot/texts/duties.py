"""What each duty says when it opens, and the buttons that settle it."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from bot.rules.acts import Act, button_data
from bot.rules.calendar import WorkCalendar
from bot.rules.fillable import owes_workbook
from bot.rules.messages import Attachment, Button, Message, Style
from bot.rules.owing import chased, missing, owed, to_review
from bot.rules.periods import Period
from bot.rules.run import Duty, DutyState, Run, Task
from bot.rules.sop import Seat
from bot.rules.year_targets import KeptOver
from bot.texts.filling_ends import fill_buttons
from bot.texts.fitting import brief, fitting, short, some_groups, some_lines, some_names
from bot.texts.format_reach import year_kept
from bot.texts.formats import escape, minutes, moment, period, period_short
from bot.texts.words import (
    NOBODY,
    PERSON,
    TASK_NAMES,
    Holders,
    cancellation,
    document_name,
    grouped,
    run_title,
    seat_label,
    to_seat,
)

Rows = tuple[tuple[Button, ...], ...]
NOT_AWAITED = (
    "Berkas yang kurang tidak ditunggu lagi: data yang terhimpun telah disampaikan. Terima kasih."
)


def limit(duty: Duty, calendar: WorkCalendar) -> str:
    due = moment(duty.due_at, calendar.zone) if duty.due_at else "belum dihitung"
    return f"Waktu baku: {minutes(duty.minutes)} (batas {due})."


def order_duty(
    run: Run,
    duty: Duty,
    lacks: Sequence[str],
    end: datetime,
    calendar: WorkCalendar,
    indicators: int,
    since: Period | None = None,
    kept: KeptOver | None = None,
    holders: Holders = NOBODY,
) -> Message:
    """The pre-flight: what is asked, what is lacking, when the run would end.

    `since` is the period that the targets are carried from, where it is another one; `kept` what
    of another year would hold.
    """
    title = to_seat(run, duty.seat, holders)
    used = format_used(indicators, since)
    if ended(duty):
        head = f"{title} Perintah permintaan {run_title(run)}. {limit(duty, calendar)}"
        return Message(f"{head}\n{used}")
    lines = [
        f"{title} Pemeriksaan sebelum perintah, {run_title(run)}.",
        limit(duty, calendar),
        f"{used} Untuk mengubahnya, mohon mengetik /format, atau membalas pesan ini dengan buku "
        "kerja format (XLSX).",
        *(f"• {line}" for line in year_kept(kept)),
        *checked(lacks, end, calendar),
    ]
    return Message("\n".join(lines), duty_buttons(run, duty))


def format_used(indicators: int, since: Period | None) -> str:
    carried = f" Target dibawa dari {period(since)}, mohon diperiksa." if since else ""
    return f"Format yang dipakai: {indicators} indikator.{carried}"


def checked(lacks: Sequence[str], end: datetime, calendar: WorkCalendar) -> list[str]:
    """What the pre-flight found, a line each, and when the run would end."""
    found = [f"• {line}" for line in lacks]
    return [
        *(found or ["Semua kursi terisi dan semua pegawai dapat dihubungi."]),
        "Perkiraan selesai bila setiap langkah memakai seluruh waktunya: "
        f"{moment(end, calendar.zone)}.",
    ]


def ended(duty: Duty) -> bool:
    """Done, cancelled with its run, or not waited for: nothing is asked any more."""
    return duty.state in (DutyState.DONE, DutyState.CANCELLED, DutyState.WAIVED)


def lacking_seats(
    empty: Sequence[Seat], unreachable: Sequence[Seat], helped: Collection[Seat] = ()
) -> list[str]:
    """Of the seats that are `helped` somebody of the staff can be reached."""
    lines = []
    if empty:
        lines.append(f"Kursi kosong: {seats_lacking(empty, helped)}.")
    if unreachable:
        names = seats_lacking(unreachable, helped)
        lines.append(f"Belum membuka chat pribadi dengan sistem: {names}.")
    return lines


def seats_lacking(seats: Sequence[Seat], helped: Collection[Seat]) -> str:
    staff = " (stafnya dapat dihubungi)"
    return some_names([short(s.title) + (staff if s in helped else "") for s in seats])


def convey_duty(
    run: Run, duty: Duty, form: Attachment, calendar: WorkCalendar, holders: Holders = NOBODY
) -> Message:
    recipients = run.sop.seats_of(run.sop.step(duty.step).recipients)
    names = some_names([short(seat.title) for seat in recipients], 300)
    asked = "Penyampaian" if ended(duty) else "Mohon menyampaikan"
    text = (
        f"{to_seat(run, duty.seat, holders)} {asked} format permintaan "
        f"{run_title(run)} kepada {names}. {limit(duty, calendar)}"
    )
    return Message(text, duty_buttons(run, duty), form)


def hand_in_duty(
    run: Run,
    duty: Duty,
    workbook: Attachment | None,
    calendar: WorkCalendar,
    holders: Holders = NOBODY,
    *,
    decides: bool = True,
) -> Message:
    """With [Nihil] only where the reader `decides` for the seat."""
    seat = run.sop.seat(duty.seat)
    kinds = some_names([f"{k.code} ({short(k.name)})" for k in run.kinds_owed_by(seat)], 400)
    asked = "Penyerahan" if ended(duty) else "Mohon menyampaikan"
    title = to_seat(run, seat.key, holders)
    text = f"{title} {asked} {run_title(run)}: {kinds}. {limit(duty, calendar)}"
    if not owed(run, seat):
        text += "\nSemua berkas telah diterima."
    elif not ended(duty):
        chat = (
            " Dapat juga diisi lewat chat dengan tombol di bawah." if owes_chat(run, seat) else ""
        )
        text += f"\n{how_to_send(workbook)}{chat}"
    buttons = duty_buttons(run, duty) if decides else fill_only(run, duty)
    return Message(text, buttons, workbook)


def fill_only(run: Run, duty: Duty) -> Rows:
    """What staff may do."""
    return fill_buttons(run, run.sop.seat(duty.seat)) if duty.is_open else ()


def owes_chat(run: Run, seat: Seat) -> bool:
    return bool(fill_buttons(run, seat)) and owes_workbook(run, seat)


def how_to_send(workbook: Attachment | None) -> str:
    where = "Berkas dapat dikirim di chat ini atau sebagai balasan pesan permintaan di grup."
    if workbook is None:
        return where
    return f"{where} Buku kerja terlampir diisi pada sel yang terbuka, lalu dikirim kembali."


def collect_duty(
    run: Run, duty: Duty, calendar: WorkCalendar, holders: Holders = NOBODY
) -> Message:
    """The collector's card: what waits for review, what is missing, what may be conveyed."""
    seat = run.sop.seat(duty.seat)
    lines = [
        f"{to_seat(run, seat.key, holders)} Penghimpunan {run_title(run)}. {limit(duty, calendar)}"
    ]
    waiting = to_review(run, seat)
    if waiting:
        lines.append("Menunggu pemeriksaan:")
        lines += some_lines([f"• {escape(document_name(run, d))}" for d in waiting], 2400)
    absent = sorted(missing(run, seat), key=lambda pair: run.sop.suppliers.index(pair[0]))
    lacking = grouped((supplier.title, kind.code) for supplier, kind in absent)
    if lacking:
        lines.append(f"Belum diterima: {some_groups(lacking, 1000)}.")
    if not waiting and not lacking:
        lines.append("Semua berkas telah diterima dan disetujui.")
    return Message("\n".join(lines), duty_buttons(run, duty))


def compile_duty(
    run: Run,
    duty: Duty,
    recap: Attachment,
    summary: str,
    calendar: WorkCalendar,
    holders: Holders = NOBODY,
) -> Message:
    asked = "" if ended(duty) else " Mohon dibaca dan disetujui."
    text = (
        f"{to_seat(run, duty.seat, holders)} Rekap {run_title(run)} telah disusun sistem."
        f"{asked} {limit(duty, calendar)}\n\n{summary}"
    )
    return Message(text, duty_buttons(run, duty, recap.digest), recap)


def analyse_duty(
    run: Run,
    duty: Duty,
    recap: Attachment,
    analysis: Sequence[str],
    calendar: WorkCalendar,
    holders: Holders = NOBODY,
) -> Message:
    """With as much of the drafted analysis as stands under a file; all of it is in the recap."""
    drafted = fitting([short(line, 200) for line in analysis], 520)
    if len(drafted) < len(analysis):
        drafted.append("Selengkapnya pada lembar Analisis.")
    draft = "\n".join(drafted)
    asked = "" if ended(duty) else " Catatan dapat ditulis sebagai balasan pesan ini."
    text = (
        f"{to_seat(run, duty.seat, holders)} Rekap {run_title(run)} beserta rancangan analisis."
        f"{asked} {limit(duty, calendar)}\n\n{draft}"
    )
    return Message(text, duty_buttons(run, duty), recap)


def with_end(message: Message, run: Run, duty: Duty, calendar: WorkCalendar) -> Message:
    """The duty's own message; once it is over, it ends with when or why."""
    if duty.state == DutyState.CANCELLED:
        return replace(message, text=f"{message.text}\n{cancellation(run)}", buttons=())
    if duty.state == DutyState.WAIVED:
        return replace(message, text=f"{message.text}\n{NOT_AWAITED}")
    if duty.state != DutyState.DONE or duty.done_at is None:
        return message
    end = f"Telah dilaksanakan {moment(duty.done_at, calendar.zone)}. Terima kasih."
    return replace(message, text=f"{message.text}\n{end}")


def duty_buttons(run: Run, duty: Duty, digest: str = "") -> Rows:
    """The buttons that settle an open duty; none for one that is not open."""
    if not duty.is_open:
        return ()
    make = {
        Task.ORDER: order_buttons,
        Task.CONVEY: convey_buttons,
        Task.HAND_IN: hand_in_buttons,
        Task.COLLECT: collect_buttons,
        Task.ANALYSE: analyse_buttons,
    }.get(duty.task)
    return make(run, duty) if make else compile_buttons(run, digest)


def order_buttons(run: Run, _duty: Duty) -> Rows:
    return ((Button("Perintahkan", button_data(Act.ORDER, run.id), style=Style.PRIMARY),),)


def convey_buttons(run: Run, duty: Duty) -> Rows:
    data = button_data(Act.CONVEY, run.id, duty.step, duty.seat, run.form_version)
    return ((Button("Sampaikan", data, style=Style.PRIMARY),),)


def hand_in_buttons(run: Run, duty: Duty) -> Rows:
    """For the private chat: what is filled in there is nobody else's to read."""
    return (*fill_buttons(run, run.sop.seat(duty.seat)), *nihil_buttons(run, duty))


def nihil_buttons(run: Run, duty: Duty) -> Rows:
    seat = run.sop.seat(duty.seat)
    buttons = [
        Button(f"Nihil {k.code}", button_data(Act.DECLARE_NIHIL, run.id, seat.key, k.code))
        for k in owed(run, seat)
    ]
    return tuple(tuple(buttons[n : n + 3]) for n in range(0, len(buttons), 3))


def collect_buttons(run: Run, duty: Duty) -> Rows:
    recipient = run.sop.role(run.sop.step(duty.step).recipients[0])
    convey = Button(
        f"Sampaikan ke {brief(recipient.short, PERSON)}",
        button_data(Act.CONVEY_COLLECTED, run.id, duty.seat),
        style=Style.PRIMARY,
    )
    if not to_review(run, run.sop.seat(duty.seat)):
        return ((convey,),)
    data = button_data(Act.ACCEPT_ALL, run.id, duty.seat)
    accept = Button("Terima semua", data, style=Style.SUCCESS)
    return ((accept,), (convey,))


def compile_buttons(run: Run, digest: str) -> Rows:
    approve = button_data(Act.APPROVE_RECAP, run.id, digest[:12])
    return (
        (Button("Setujui rekap", approve, style=Style.PRIMARY),),
        (Button("Keluarkan berkas", button_data(Act.EXCLUDE, run.id)),),
    )


def analyse_buttons(run: Run, _duty: Duty) -> Rows:
    return ((Button("Selesai", button_data(Act.FINISH, run.id), style=Style.PRIMARY),),)


def tasks(
    items: Sequence[tuple[Run, Duty]],
    calendar: WorkCalendar,
    digests: dict[int, str],
    *,
    private: bool = True,
    staffed: Collection[str] = (),
) -> Message:
    """/tugas: every open duty of a person, with its limit and buttons; for seats that he serves as
    staff only [Isi lewat chat]."""
    if not items:
        return Message("Tidak ada tugas yang terbuka saat ini. Terima kasih.")
    lines = []
    rows: Rows = ()
    several = len({(run.id, duty.seat) for run, duty in items}) > 1
    for run, duty in items:
        seat = run.sop.seat(duty.seat)
        lines.append(
            f"• {short(seat.title)}: {TASK_NAMES[duty.task]}, {run_title(run)}. "
            f"{limit(duty, calendar)}{still_owed(run, duty)}"
        )
        buttons = duty_buttons(run, duty, digests.get(run.id, ""))
        if duty.task == Task.HAND_IN:
            fill = fill_buttons(run, seat) if private else ()
            nihil = nihil_buttons(run, duty) if duty.seat not in staffed else ()
            buttons = (*fill, *nihil)
        rows += told_apart(run, seat, buttons) if several else buttons
    return Message("\n".join(["<b>Tugas yang terbuka</b>", *some_lines(lines, 3600)]), rows)


def told_apart(run: Run, seat: Seat, rows: Rows) -> Rows:
    """The same act for several runs or seats must not look the same."""
    whose = f"{brief(seat_label(run.sop, seat), PERSON)}, {period_short(run.period)}"
    return tuple((replace(b, label=f"{b.label} ({whose})"),) for row in rows for b in row)


def still_owed(run: Run, duty: Duty) -> str:
    if duty.task != Task.HAND_IN:
        return ""
    lacking = chased(run, run.sop.seat(duty.seat))
    return f" Masih kurang: {', '.join(kind.code for kind in lacking)}." if lacking else ""
