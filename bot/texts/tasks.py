"""/tugas: what a person owes in every run, and what of it is still lacking."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Listed:
    """One task as it is listed: of which run and seat, in a line and with its buttons."""

    run: Run
    seat: Seat
    line: str
    rows: Rows


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
    listed = []
    for run, duty in items:
        seat, line = run.sop.seat(duty.seat), duty_line(run, duty, calendar)
        decides = duty.seat not in staffed
        rows = buttons_of(run, duty, digests.get(run.id, ""), private=private, decides=decides)
        listed.append(Listed(run, seat, line, rows))
    for run, approval in asked:
        line = f"{approvals.task(run, approval, calendar)}."
        seat = run.sop.seat(approval.seat)
        listed.append(Listed(run, seat, line, approvals.buttons(run, approval)))
    lines = some_lines([f"• {one.line}" for one in listed], 3600)
    return Message("\n".join(["<b>Tugas yang terbuka</b>", *lines]), all_buttons(listed))


def duty_line(run: Run, duty: Duty, calendar: WorkCalendar) -> str:
    title = short(run.sop.seat(duty.seat).title)
    what = f"{title}: {TASK_NAMES[duty.task]}, {run_title(run)}."
    return f"{what} {limit(duty, calendar)}{still_owed(run, duty)}"


def buttons_of(run: Run, duty: Duty, digest: str, *, private: bool, decides: bool) -> Rows:
    if duty.task != Task.HAND_IN:
        return duty_buttons(run, duty, digest)
    fill = fill_buttons(run, run.sop.seat(duty.seat)) if private else ()
    return (*fill, *(nihil_buttons(run, duty) if decides else ()))


def all_buttons(listed: Sequence[Listed]) -> Rows:
    several = len({(one.run.id, one.seat.key) for one in listed}) > 1
    rows = (told_apart(one.run, one.seat, one.rows) if several else one.rows for one in listed)
    return tuple(row for of_one in rows for row in of_one)


def told_apart(run: Run, seat: Seat, rows: Rows) -> Rows:
    """The same act for several runs or seats must not look the same."""
    whose = f"{brief(seat_label(run.sop, seat), PERSON)}, {period_short(run.period)}"
    return tuple((replace(b, label=f"{b.label} ({whose})"),) for row in rows for b in row)


def still_owed(run: Run, duty: Duty) -> str:
    if duty.task != Task.HAND_IN:
        return ""
    lacking = chased(run, run.sop.seat(duty.seat))
    return f" Masih kurang: {', '.join(kind.code for kind in lacking)}." if lacking else ""
