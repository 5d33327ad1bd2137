"""The run as a whole: choosing the period, the format, more time, cancelling, closing."""

from collections.abc import Collection, Sequence

from bot.rules.acts import Act, button_data
from bot.rules.approvals import Approval
from bot.rules.calendar import WorkCalendar
from bot.rules.messages import Attachment, Button, Message, Style
from bot.rules.periods import Period
from bot.rules.run import Document, DocumentState, Duty, Run
from bot.rules.worktime import day_minutes
from bot.texts import file_names, packs
from bot.texts.fitting import REASON, because, brief, short, some_lines
from bot.texts.formats import escape, minutes, moment, period, period_short, working_span
from bot.texts.words import (
    DESTROYED,
    NOBODY,
    TASK_NAMES,
    Holders,
    post_of,
    run_title,
    seat_label,
    title_of,
    to,
)


def choose_period(office_id: int, periods: Sequence[Period]) -> Message:
    if not periods:
        return Message("Semua periode yang dapat dipilih sudah memiliki putaran.")
    rows = tuple(
        (Button(period(p), button_data(Act.START_RUN, office_id, p.key)),) for p in periods
    )
    return Message("Mohon pilih periode data kinerja yang akan diminta:", rows)


def plea(
    run: Run,
    duty: Duty,
    superior: str,
    extras: Sequence[int],
    calendar: WorkCalendar,
    holders: Holders = NOBODY,
) -> Message:
    """To the superior: who needs more time, why, and what a tap grants; other amounts below."""
    extra, *others = extras
    who = short(post_of(run.sop.seat(duty.seat), holders))
    due = moment(duty.due_at, calendar.zone) if duty.due_at else "belum berjalan"
    text = (
        f"{to(superior)} {who} memohon waktu tambahan untuk tugas "
        f"{TASK_NAMES[duty.task]}, {run_title(run)} (batas {due}).\n"
        f"Kendala: {short(duty.plea, REASON)}\nTombol Beri waktu menambah {minutes(extra)}."
    )
    args = (run.id, duty.step, duty.task.value, duty.seat)
    buttons = (
        Button("Beri waktu", button_data(Act.GRANT_TIME, *args), style=Style.SUCCESS),
        Button("Tolak", button_data(Act.REFUSE_TIME, *args), style=Style.DANGER),
    )
    day = day_minutes(calendar)
    amounts = tuple(
        Button(working_span(each, day), button_data(Act.GRANT_TIME, *args, each)) for each in others
    )
    return Message(text, (buttons, amounts) if amounts else (buttons,))


def plea_decided(run: Run, duty: Duty, *, granted: bool, calendar: WorkCalendar) -> Message:
    due = moment(duty.due_at, calendar.zone) if duty.due_at else "-"
    outcome = "disetujui; batas menjadi" if granted else "belum disetujui; batas tetap"
    who = short(title_of(run, duty.seat))
    return Message(f"Permohonan waktu tambahan {who}, {run_title(run)}, {outcome} {due}.")


def plea_sent(superior: str) -> Message:
    return Message(f"Kendala telah diteruskan kepada {short(superior)}. Terima kasih.")


def choose_duty(items: Sequence[tuple[Run, Duty]]) -> Message:
    rows = tuple(
        (
            Button(
                brief(f"{whose(run, d.seat)}: {TASK_NAMES[d.task]} ({period_short(run.period)})"),
                button_data(Act.ASK_TIME, run.id, d.step, d.task.value, d.seat),
            ),
        )
        for run, d in items
    )
    return Message("Kendala ini untuk tugas yang mana?", rows)


def whose(run: Run, seat: str) -> str:
    return seat_label(run.sop, run.sop.seat(seat))


def choose_run(runs: Sequence[Run]) -> Message:
    rows = tuple((Button(period(r.period), button_data(Act.CANCEL, r.id)),) for r in runs)
    return Message("Putaran mana yang dibatalkan?", rows)


def cancelled(run: Run) -> Message:
    return Message(
        f"Putaran {run_title(run)} dibatalkan. {because(run.reason)} "
        "Tidak ada tugas yang perlu dilanjutkan. Terima kasih."
    )


def final_recap(run: Run, title: str, recap: Attachment, *, pack: bool = False) -> Message:
    """With the evidence pack's button where it may be had."""
    text = (
        f"{to(title)} Rekap akhir {run_title(run)} terlampir. Putaran telah selesai. Terima kasih."
    )
    return Message(text, ((packs.button(run),),) if pack else (), recap)


def final_over(run: Run, returned: Approval) -> Message:
    """In place of what stood under a final recap, workbook or print: the file stays above it."""
    title = short(run.sop.seat(returned.seat).title)
    return Message(
        f"Rekap akhir {run_title(run)} ini dikembalikan {title} untuk perbaikan dan tidak berlaku "
        "lagi. Rekap yang baru dikirim setelah putaran selesai kembali.",
        (),
        Attachment(file_names.recap(run.period), returned.recap),
    )


def printed_recap(run: Run, pdf: Attachment) -> Message:
    """Under the PDF, which follows the workbook."""
    state = "" if run.closed_at else " sementara"
    return Message(
        f"Rekap{state} {run_title(run)} untuk dicetak, dengan ruang paraf dan tanda tangan basah.",
        (),
        pdf,
    )


def recap_now(run: Run, recap: Attachment, calendar: WorkCalendar) -> Message:
    if run.is_open:
        return Message(f"Rekap sementara {run_title(run)}.", (), recap)
    ended = moment(run.closed_at, calendar.zone) if run.closed_at else "-"
    return Message(f"Rekap {run_title(run)}, selesai {ended}.", (), recap)


def documents(
    run: Run, readable: Sequence[Document], gone: Collection[str] = frozenset()
) -> Message:
    """/berkas: what was handed in and may be read by who asks, version by version. `gone` are the
    SHA-256 of files that were destroyed."""
    if not readable:
        return Message(f"Belum ada berkas {run_title(run)}.")
    lines = []
    for seat in run.sop.suppliers:
        own = [d for d in readable if d.seat == seat.key]
        lines += [f"{short(seat.title)}:"] if own else []
        lines += [f"   • {document_line(d, gone)}" for d in own]
    return Message("\n".join([f"<b>Berkas {escape(run_title(run))}</b>", *some_lines(lines, 3600)]))


def document_line(document: Document, gone: Collection[str] = frozenset()) -> str:
    if document.nihil:
        return f"{document.kind}: nihil"
    version = f" versi {document.version}" if document.version > 1 else ""
    became = what_became(document) + (f"; {DESTROYED}" if document.digest in gone else "")
    return escape(f"{document.kind}{version}: {brief(document.name)} ({became})")


def what_became(document: Document) -> str:
    """ "disetujui"; "dikembalikan: alasan", also where a version took its place since."""
    if not document.reason:
        return document.state.value
    replaced = document.state == DocumentState.REPLACED
    word = "diganti setelah dikembalikan" if replaced else document.state.value
    return f"{word}: {brief(document.reason)}"


def closed(summary: str) -> Message:
    """To the group, under the picture: the summary's five lines, without finding texts."""
    return Message(f"{summary} Putaran selesai. Terima kasih.")
