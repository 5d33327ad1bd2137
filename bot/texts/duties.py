"""What each duty says to its seat when it opens, and when it is over."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.rules.approving import last_return
from bot.rules.calendar import WorkCalendar
from bot.rules.fillable import owes_workbook
from bot.rules.messages import Attachment, Message
from bot.rules.owing import missing, owed, to_review
from bot.rules.periods import Period
from bot.rules.run import Duty, DutyState, Run
from bot.rules.sop import Seat
from bot.rules.year_targets import KeptOver
from bot.texts.approvals import sent_back
from bot.texts.duty_buttons import duty_buttons, fill_only
from bot.texts.filling_ends import fill_buttons
from bot.texts.fitting import fitting, short, some_groups, some_lines, some_names
from bot.texts.format_reach import year_kept
from bot.texts.formats import escape, minutes, moment
from bot.texts.preflight import checked, format_used
from bot.texts.words import (
    NOBODY,
    Holders,
    cancellation,
    document_name,
    grouped,
    run_title,
    to_seat,
)

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
    disposed: Sequence[str] = (),
) -> Message:
    """The pre-flight: what is asked, what is lacking, when the run would end. `disposed` is what
    the lembar disposisi says.

    `since` is the period that the targets are carried from, where it is another one; `kept` what
    of another year would hold.
    """
    title = to_seat(run, duty.seat, holders)
    used = format_used(indicators, since)
    if ended(duty):
        head = f"{title} Perintah permintaan {run_title(run)}. {limit(duty, calendar)}"
        return Message("\n".join([head, *disposed, used]))
    lines = [
        f"{title} Pemeriksaan sebelum perintah, {run_title(run)}.",
        limit(duty, calendar),
        *disposed,
        f"{used} Untuk mengubahnya, mohon mengetik /format, atau membalas pesan ini dengan buku "
        "kerja format (XLSX).",
        *(f"• {line}" for line in year_kept(kept)),
        *checked(lacks, end, calendar),
    ]
    return Message("\n".join(lines), duty_buttons(run, duty))


def ended(duty: Duty) -> bool:
    """Done, cancelled with its run, or not waited for: nothing is asked any more."""
    return duty.state in (DutyState.DONE, DutyState.CANCELLED, DutyState.WAIVED)


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
    back = last_return(run)
    told = f"\n{sent_back(run, back)}" if back and not ended(duty) else ""
    drafted = fitting([short(line, 200) for line in analysis], 200 if told else 520)
    if len(drafted) < len(analysis):
        drafted.append("Selengkapnya pada lembar Analisis.")
    draft = "\n".join(drafted)
    asked = "" if ended(duty) else " Catatan dapat ditulis sebagai balasan pesan ini."
    text = (
        f"{to_seat(run, duty.seat, holders)} Rekap {run_title(run)} beserta rancangan analisis."
        f"{asked} {limit(duty, calendar)}{told}\n\n{draft}"
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
