"""What a supplier was asked for in a run: from whom, on whose order, and until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bot.rules.dossier import Dossier
from bot.rules.run import Fact, Task
from bot.rules.sop import DocumentKind, Seat, Step
from bot.rules.worktime import add_minutes, speaking_time


@dataclass(frozen=True, slots=True)
class RequestLetter:
    """`day` is when the last of the collectors had asked, by the office's clock, `limit` (UTC) the
    one that was set then, what was granted later aside. `asked_by` are they, with their facts."""

    seat: Seat
    kinds: tuple[DocumentKind, ...]
    day: date
    limit: datetime
    minutes: int
    orders: tuple[tuple[Seat, Fact], ...]
    asked_by: tuple[tuple[Seat, Fact], ...]


def request_letter(of: Dossier, seat: Seat) -> RequestLetter | None:
    """None as long as its time has not begun."""
    run = of.run
    duty = run.duty(Task.HAND_IN, seat.key)
    if duty is None or duty.opened_at is None:
        return None
    start = speaking_time(of.calendar, duty.opened_at)
    asking = acts(of, Task.CONVEY, [s for s in run.sop.steps if seat.role in s.recipients])
    return RequestLetter(
        seat,
        run.kinds_owed_by(seat),
        of.calendar.on(max((fact.at for _, fact in asking), default=duty.opened_at)),
        add_minutes(of.calendar, start, duty.minutes),
        duty.minutes,
        acts(of, Task.ORDER, run.sop.steps),
        asking,
    )


def acts(of: Dossier, task: Task, steps: Iterable[Step]) -> tuple[tuple[Seat, Fact], ...]:
    """Each seat that had such a duty in these steps, with what it was done by."""
    numbers = [step.number for step in steps]
    duties = of.run.duties_where(lambda d: d.task == task and d.step in numbers)
    told = ((of.run.sop.seat(duty.seat), of.ended_by(duty)) for duty in duties)
    return tuple((seat, fact) for seat, fact in told if fact is not None)
