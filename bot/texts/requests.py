"""The request to those who hand in, as it stands in the group; receipts and returns."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from bot.rules.calendar import WorkCalendar
from bot.rules.confirming import to_confirm, without_number
from bot.rules.messages import Button, Message
from bot.rules.owing import owed
from bot.rules.run import Document, DocumentState, Duty, DutyState, Run, RunState, Task
from bot.rules.sop import Seat
from bot.rules.twins import counted_once
from bot.texts import letters
from bot.texts.duty_buttons import nihil_buttons
from bot.texts.fitting import because, short, some_lines, some_names
from bot.texts.formats import escape, moment
from bot.texts.letter_numbers import give_buttons
from bot.texts.words import (
    NOBODY,
    Holders,
    cancellation,
    named,
    run_title,
    title_of,
    to_seat,
)


def request(
    run: Run, asked_by: Sequence[Seat], holders: Holders, calendar: WorkCalendar, link: str
) -> Message:
    """Every supplier is called and told what is asked so far; `link` opens the private chat.

    Of a run that is cancelled, or whose recap takes nothing in any more, it says only that.
    """
    if run.state == RunState.CANCELLED or run.recap_approved:
        return over(run)
    suppliers = [named(seat, holders) for seat in run.sop.suppliers]
    lines = [f"<b>Permintaan {escape(run_title(run))}</b>", f"Yth. {some_names(suppliers, 2400)}."]
    lines += some_lines([asked(run, collector) for collector in asked_by], 700)
    lines += limits(run, calendar)
    lines.append(
        "Mohon membalas pesan ini dengan berkas, atau mengirimkannya di chat pribadi dengan "
        "sistem. Terima kasih."
    )
    return Message("\n".join(lines), ((Button("Buka chat pribadi", url=link),),))


def over(run: Run) -> Message:
    cancelled = run.state == RunState.CANCELLED
    how = "dibatalkan" if cancelled else "telah ditutup"
    why = because(run.reason) if cancelled else "Rekap telah disetujui."
    head = f"<b>Permintaan {escape(run_title(run))} {how}</b>"
    return Message(f"{head}\n{why} Tidak ada berkas yang perlu dikirim.")


def limits(run: Run, calendar: WorkCalendar) -> list[str]:
    """One limit for all; where more time was given or a document came back, whose is which."""
    limited = run.duties_where(lambda d: d.task == Task.HAND_IN and d.due_at is not None)
    seats: defaultdict[datetime, list[str]] = defaultdict(list)
    for duty in [d for d in limited if d.is_open] or limited:
        if duty.due_at is not None:
            seats[duty.due_at].append(short(title_of(run, duty.seat)))
    whose = len(seats) > 1
    return [
        f"Batas penyerahan{' ' + some_names(seats[due]) if whose else ''}: "
        f"{moment(due, calendar.zone)}."
        for due in sorted(seats)
    ]


def asked(run: Run, collector: Seat) -> str:
    kinds = [f"{kind.code} ({short(kind.name)})" for kind in run.sop.kinds_for(collector.role)]
    return f"• {some_names(kinds, 400)} — dihimpun {short(collector.title)}"


def receipt(run: Run, seat: Seat, reader: int = 0, *, decides: bool = True) -> Message:
    """What came and what is still owed; [Nihil] for each kind owed, where the reader `decides` for
    the seat. He is asked whether what was read from letters that he sent is right; nothing waits
    for that."""
    came = [
        text
        for kind in run.kinds_owed_by(seat)
        if (text := came_of(run.filed(seat.key, kind.code), kind.code))
    ]
    lines = [
        f"{short(seat.title)}, {run_title(run)}.",
        f"Diterima: {', '.join(came)}." if came else "Belum ada berkas yang diterima.",
        *sent_for(run, seat),
        *decided(run, seat),
        *letters.twin_lines(run, seat.key),
        what_is_left(run, seat),
    ]
    duty = run.duty(Task.HAND_IN, seat.key)
    nihil = (
        nihil_buttons(run, duty) if decides and duty and run.is_open and not let_go(duty) else ()
    )
    asked = to_confirm(run, seat.key, reader) if run.is_open else ()
    bare = without_number(run, seat.key, reader) if run.is_open else ()
    text = "\n".join([*lines, *letters.confirm_question(asked)])
    buttons = (*letters.confirm_buttons(run, asked), *nihil, *give_buttons(run, bare))
    return Message(text, buttons)


def sent_for(run: Run, seat: Seat) -> list[str]:
    """Where others than the seat's holder sent it: as what, and which kinds."""
    filed = [d for d in run.filed(seat.key) if d.counts and d.sent_as]
    lines = []
    for sent_as in dict.fromkeys(d.sent_as for d in filed):
        kinds = {d.kind for d in filed if d.sent_as == sent_as}
        told = [kind.code for kind in run.kinds_owed_by(seat) if kind.code in kinds]
        lines.append(f"Dikirim {sent_as} a.n. pemegang kursi: {', '.join(told)}.")
    return lines


def decided(run: Run, seat: Seat) -> list[str]:
    """What the collectors have made of it so far: nothing where they have not looked yet."""
    of_kinds = [(kind.code, run.filed(seat.key, kind.code)) for kind in run.kinds_owed_by(seat)]
    approved = [text for code, own in of_kinds if (text := approved_of(own, code))]
    lines = [f"Disetujui: {', '.join(approved)}."] if approved else []
    returned = [
        code for code, own in of_kinds if any(d.state == DocumentState.RETURNED for d in own)
    ]
    if returned:
        lines.append(f"Dikembalikan untuk perbaikan: {', '.join(returned)}.")
    return lines


def approved_of(documents: Sequence[Document], kind: str) -> str:
    """ "LHP", "LHP (1 dari 2)"; empty where nobody has approved a file of the kind."""
    files = [d for d in documents if d.counts and not d.nihil]
    approved = len(counted_once(d for d in files if d.state == DocumentState.ACCEPTED))
    if not approved:
        return ""
    all_files = len(counted_once(files))
    return kind if approved == all_files else f"{kind} ({approved} dari {all_files})"


def what_is_left(run: Run, seat: Seat) -> str:
    if run.state == RunState.CANCELLED:
        return cancellation(run)
    lacking = [kind.code for kind in owed(run, seat)]
    if not lacking:
        return "Berkas lengkap. Terima kasih."
    duty = run.duty(Task.HAND_IN, seat.key)
    waits = "; tidak ditunggu lagi" if duty and let_go(duty) else ""
    return f"Masih kurang: {', '.join(lacking)}{waits}."


def let_go(duty: Duty) -> bool:
    return duty.state == DutyState.WAIVED


def came_of(documents: Sequence[Document], kind: str) -> str:
    """ "LHP (2)", "LHE", "TLHP (nihil)"; empty where nothing of the kind counts."""
    counted = counted_once(d for d in documents if d.counts)
    if any(d.nihil for d in counted):
        return f"{kind} (nihil)"
    return f"{kind} ({len(counted)})" if len(counted) > 1 else kind if counted else ""


def returned(run: Run, document: Document, due: str, holders: Holders = NOBODY) -> Message:
    """To who handed in: what came back, why, and until when it is awaited."""
    text = (
        f"{to_seat(run, document.seat, holders)} Berkas {file_name(document)} "
        f"dikembalikan untuk perbaikan. {because(document.reason)}\n"
        f"Mohon mengirim versi perbaikan sebagai balasan pesan ini.{due} Terima kasih."
    )
    return Message(text)


def file_name(document: Document) -> str:
    """ "LHP (laporan.pdf, versi 2)", for those whose file it is."""
    version = f", versi {document.version}" if document.version > 1 else ""
    return f"{document.kind} ({short(document.name)}{version})"


def awaited(run: Run, seat: str, calendar: WorkCalendar) -> str:
    duty = run.duty(Task.HAND_IN, seat)
    if duty is None or not duty.is_open or duty.due_at is None:
        return ""
    return f" Batas: {moment(duty.due_at, calendar.zone)}."
