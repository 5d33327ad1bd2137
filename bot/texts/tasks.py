"""/tugas: what a person owes in every run, and what of it is still lacking."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.rules.approvals import Approval
from bot.rules.calendar import WorkCalendar
from bot.rules.messages import Message
from bot.rules.owing import chased
from bot.rules.run import Duty, Run, Task
from bot.rules.sop import Seat
from bot.texts import approvals
from bot.texts.duties import limit
from bot.texts.duty_buttons import Rows, duty_buttons, nihil_buttons
from bot.texts.filling_ends import fill_buttons
from bot.texts.fitting import brief, short, some_lines
from bot.texts.formats import period_short
from bot.texts.words import (
    PERSON,
    TASK_NAMES,
    run_title,
    seat_label,
)

Asked = tuple[Run, Approval]


def tasks(
    items: Sequence[tuple[Run, Duty]],
    calendar: WorkCalendar,
    digests: dict[int, str],
    asked: Sequence[Asked] = (),
    *,
    private: bool = True,
    staffed: Collection[str] = (),
) -> Message:
    """/tugas: every open duty of a person, with its limit and buttons; for seats that he serves as
    staff only [Isi lewat chat]. After them the approvals that he is `asked` for."""
    if not (items or asked):
        return Message("Tidak ada tugas yang terbuka saat ini. Terima kasih.")
    lines = []
    rows: Rows = ()
    whose = {(run.id, duty.seat) for run, duty in items}
    several = len(whose | {(run.id, approval.seat) for run, approval in asked}) > 1
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
    for run, approval in asked:
        lines.append(f"• {approvals.task(run, approval, calendar)}.")
        own = approvals.buttons(run, approval)
        rows += told_apart(run, run.sop.seat(approval.seat), own) if several else own
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
