"""The request to those who hand in, as it stands in the group; receipts and returns."""

from collections.abc import Sequence

from bot.rules.calendar import WorkCalendar
from bot.rules.filing import owed
from bot.rules.messages import Button, Message
from bot.rules.run import Document, Run, Task
from bot.rules.sop import Seat
from bot.texts.duties import nihil_buttons
from bot.texts.formats import escape, join_names, moment
from bot.texts.words import Holders, document_name, named, run_title, title_of, to


def request(
    run: Run, asked_by: Sequence[Seat], holders: Holders, calendar: WorkCalendar, link: str
) -> Message:
    """Every supplier is called and told what is asked so far; `link` opens the private chat."""
    suppliers = [named(seat, holders) for seat in run.sop.suppliers]
    lines = [f"<b>Permintaan {escape(run_title(run))}</b>", f"Yth. {join_names(suppliers)}."]
    lines += [asked(run, collector) for collector in asked_by]
    due = [d.due_at for d in run.duties if d.task == Task.HAND_IN and d.due_at]
    if due:
        lines.append(f"Batas penyerahan: {moment(max(due), calendar.zone)}.")
    lines.append(
        "Mohon membalas pesan ini dengan berkas, atau mengirimkannya di chat pribadi dengan "
        "sistem. Terima kasih."
    )
    return Message("\n".join(lines), ((Button("Buka chat pribadi", url=link),),))


def asked(run: Run, collector: Seat) -> str:
    kinds = [f"{kind.code} ({escape(kind.name)})" for kind in run.sop.kinds_for(collector.role)]
    return f"• {join_names(kinds)} — dihimpun {escape(collector.title)}"


def receipt(run: Run, seat: Seat) -> Message:
    """What came and what is still owed; [Nihil] for each kind owed."""
    came = [
        text
        for kind in run.kinds_owed_by(seat)
        if (text := came_of(run.filed(seat.key, kind.code), kind.code))
    ]
    returned = [d.kind for d in run.filed(seat.key) if d.state == "dikembalikan"]
    lacking = [kind.code for kind in owed(run, seat)]
    lines = [
        f"{escape(seat.title)}, {run_title(run)}.",
        f"Diterima: {', '.join(came)}." if came else "Belum ada berkas yang diterima.",
    ]
    if returned:
        lines.append(f"Dikembalikan untuk perbaikan: {', '.join(dict.fromkeys(returned))}.")
    lines.append(
        f"Masih kurang: {', '.join(lacking)}." if lacking else "Berkas lengkap. Terima kasih."
    )
    duty = run.duty(Task.HAND_IN, seat.key)
    return Message("\n".join(lines), nihil_buttons(run, duty) if duty and run.is_open else ())


def came_of(documents: Sequence[Document], kind: str) -> str:
    """ "LHP (2)", "LHE", "TLHP (nihil)"; empty where nothing of the kind counts."""
    counted = [d for d in documents if d.counts]
    if any(d.nihil for d in counted):
        return f"{kind} (nihil)"
    return f"{kind} ({len(counted)})" if len(counted) > 1 else kind if counted else ""


def returned(run: Run, document: Document, due: str) -> Message:
    """To who handed in: what came back, why, and until when it is awaited."""
    text = (
        f"{to(title_of(run, document.seat))} Berkas {escape(document_name(run, document))} "
        f"dikembalikan untuk perbaikan. Alasan: {escape(document.reason)}\n"
        f"Mohon mengirim versi perbaikan sebagai balasan pesan ini.{due} Terima kasih."
    )
    return Message(text)


def awaited(run: Run, seat: str, calendar: WorkCalendar) -> str:
    duty = run.duty(Task.HAND_IN, seat)
    if duty is None or not duty.is_open or duty.due_at is None:
        return ""
    return f" Batas: {moment(duty.due_at, calendar.zone)}."
