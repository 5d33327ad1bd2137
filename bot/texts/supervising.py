"""What supervisors see under the board: the seats one by one, and a word to who is late now."""

from collections.abc import Sequence
from datetime import datetime

from bot.rules.acts import Act, button_data
from bot.rules.calendar import WorkCalendar
from bot.rules.ledger import NOBODY_AWAY, Absences, Account, account, ledger
from bot.rules.messages import Button, Message
from bot.rules.run import Document, Duty, DutyState, Run
from bot.rules.sop import Seat
from bot.rules.swimlane import late_minutes
from bot.texts.board import MARKS
from bot.texts.duty_buttons import Rows
from bot.texts.fitting import brief, short, some_lines
from bot.texts.formats import escape, join_names, minutes, moment
from bot.texts.runs import what_became
from bot.texts.tasks import still_owed
from bot.texts.times import shares
from bot.texts.words import (
    NOBODY,
    PERSON,
    TASK_NAMES,
    Holders,
    run_title,
    seat_label,
    seated,
    to_seat,
)


def status_buttons(run: Run, *, recap: bool) -> Rows:
    """`recap` where who asked may read it."""
    first = (
        Button("Rincian", button_data(Act.READ_DETAIL, run.id)),
        Button("Ingatkan sekarang", button_data(Act.REMIND_NOW, run.id)),
    )
    documents = Button("Berkas", button_data(Act.LIST_DOCUMENTS, run.id))
    sketch = Button("Rekap sementara", button_data(Act.SHOW_RECAP, run.id))
    return first, (documents, sketch) if recap else (documents,)


def seats_of(run: Run) -> Message:
    """The first page of [Rincian]."""
    return Message(f"Rincian {run_title(run)}. Mohon pilih kursi:", seat_buttons(run))


def seat_buttons(run: Run) -> Rows:
    owing = {duty.seat for duty in run.duties}
    buttons = [
        Button(
            brief(seat_label(run.sop, seat), PERSON), button_data(Act.READ_DETAIL, run.id, seat.key)
        )
        for seat in run.sop.seats
        if seat.key in owing
    ]
    return tuple(tuple(buttons[n : n + 3]) for n in range(0, len(buttons), 3))


def detail(
    run: Run,
    seat: Seat,
    documents: Sequence[Document],
    holders: Holders,
    calendar: WorkCalendar,
    now: datetime,
    away: Absences = NOBODY_AWAY,
) -> Message:
    """One seat: what it owes and by when, how late, whose the minutes were, what came when."""
    head = f"<b>{seated(seat, holders)}</b>"
    lines = []
    for own in ledger(run, calendar, now, away):
        if own.duty.seat == seat.key:
            lines.append(duty_line(run, own.duty, calendar, now, away))
            lines += time_line(own)
    came = [document_line(document, calendar) for document in documents]
    if came:
        lines += ["Berkas:", *some_lines(came, 2000)]
    return Message("\n".join([head, f"Rincian {run_title(run)}", *lines]), seat_buttons(run))


def duty_line(run: Run, duty: Duty, calendar: WorkCalendar, now: datetime, away: Absences) -> str:
    zone, task = calendar.zone, TASK_NAMES[duty.task]
    line = f"{MARKS[duty.state]} Langkah {duty.step}, {task} ({minutes(duty.minutes)})"
    if duty.is_open and duty.due_at is not None:
        late = late_minutes(run, duty, calendar, now, away)
        since = f", telah lewat {minutes(late)}" if late else ""
        return f"{line}: batas {moment(duty.due_at, zone)}{since}.{still_owed(run, duty)}"
    if duty.state == DutyState.DONE and duty.done_at is not None:
        over = account(run, duty, calendar, duty.done_at, away).late
        since = f", melewati batas {minutes(over)}" if over else ""
        return f"{line}: selesai {moment(duty.done_at, zone)}{since}."
    return f"{line}: {duty.state.value}."


def time_line(own: Account) -> list[str]:
    """Once its holder could begin."""
    told = shares(own.minutes) if own.duty.opened_at is not None else ""
    return [f"   Waktu: {told}."] if told else []


def document_line(document: Document, calendar: WorkCalendar) -> str:
    came = moment(document.received_at, calendar.zone)
    if document.nihil:
        return f"• {document.kind}: nihil, {came}"
    what = f"{document.kind} versi {document.version}: {brief(document.name)}"
    return escape(f"• {what}, {came} ({what_became(document)})")


def reminder(
    run: Run,
    duties: Sequence[Duty],
    by: str,
    calendar: WorkCalendar,
    now: datetime,
    away: Absences = NOBODY_AWAY,
    holders: Holders = NOBODY,
) -> Message:
    """To one person, with all that is late or due today; `by` is the seat that asks."""
    lines = [f"• {owed_line(run, duty, calendar, now, away)}" for duty in duties]
    return Message(
        "\n".join(
            [
                f"{to_seat(run, duties[0].seat, holders)} Atas permintaan {short(by)}, mohon izin "
                "mengingatkan:",
                *some_lines(lines),
                "Tugas dapat dibuka dengan /tugas. Bila memerlukan waktu tambahan, mohon "
                "menggunakan /kendala. Terima kasih.",
            ]
        )
    )


def owed_line(run: Run, duty: Duty, calendar: WorkCalendar, now: datetime, away: Absences) -> str:
    late = late_minutes(run, duty, calendar, now, away)
    due = f"batas {moment(duty.due_at, calendar.zone)}" if duty.due_at else "batas belum dihitung"
    since = f", telah lewat {minutes(late)}" if late else ""
    return f"{TASK_NAMES[duty.task]}, {run_title(run)}, {due}{since}.{still_owed(run, duty)}"


def reminded(told: Sequence[str], before: Sequence[str]) -> str:
    """Who was reminded now, and who had been within the hour."""
    if not (told or before):
        return "Tidak ada tugas yang melewati batas atau jatuh tempo hari ini."
    parts = [f"Diingatkan: {join_names([short(name, PERSON) for name in told])}."] if told else []
    if before:
        names = join_names([short(name, PERSON) for name in before])
        parts.append(f"Sudah diingatkan dalam satu jam terakhir: {names}.")
    return " ".join(parts)


def shown_privately() -> str:
    return "Rincian dikirim di chat pribadi."
