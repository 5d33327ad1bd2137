"""Which papers of a run lack their signed hardcopy, and on which working day that is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bot.rules.approving import current
from bot.rules.calendar import WorkCalendar
from bot.rules.hardcopies import PrintedPaper, in_force
from bot.rules.printed import PaperKind
from bot.rules.run import Run, RunState
from bot.rules.sop import Hardcopies
from bot.rules.worktime import DAY


@dataclass(frozen=True, slots=True)
class Lack:
    """`paper` is None where none of the kind was printed."""

    kind: PaperKind
    paper: PrintedPaper | None = None


def lacks(run: Run, papers: Iterable[PrintedPaper]) -> tuple[Lack, ...]:
    """In binding order, of the kinds that the SOP asks for; of each paper what is in force."""
    holding = in_force(papers)
    found: list[Lack] = []
    for kind in run.sop.hardcopies.kinds:
        own = [paper for paper in holding if paper.kind == kind]
        found += [Lack(kind, paper) for paper in own if paper.hardcopy is None]
        found += [] if own else [Lack(kind)]
    return tuple(found)


def asked_from(run: Run) -> datetime | None:
    """The last approval, or the closing where nobody approves; None while there is none."""
    if run.state != RunState.CLOSED:
        return None
    chain = current(run)
    if not all(approval.given for approval in chain):
        return None
    return max((a.decided_at for a in chain if a.decided_at), default=run.closed_at)


def rung(wish: Hardcopies, calendar: WorkCalendar, since: date, today: date) -> int:
    """How many times it is to have been told by this day: 0 before the first."""
    over = workdays(calendar, since, today) - wish.workdays
    return 0 if over < 0 else 1 + over // wish.again


def workdays(calendar: WorkCalendar, since: date, today: date) -> int:
    """Those after `since`, up to and with `today`."""
    days = (since + n * DAY for n in range(1, (today - since).days + 1))
    return sum(bool(calendar.segments(day)) for day in days)
