"""What stands in the way of a run before it is ordered, and when it would end."""

from dataclasses import dataclass
from datetime import datetime

from bot.rules.absences import Days, absences
from bot.rules.periods import Period
from bot.rules.predicted import predicted_end
from bot.rules.run import Run
from bot.rules.sop import Seat
from bot.texts.calendars import undecreed
from bot.texts.preflight import lacking_seats
from bot.texts.substitutes import absence_lines
from bot.usecases.format_in_use import format_in_use
from bot.usecases.make_papers import form_of
from bot.usecases.work import Work


@dataclass(frozen=True, slots=True)
class Preflight:
    """`lacks` are sentences; `since` is the period that targets are carried from, if another."""

    lacks: tuple[str, ...]
    end: datetime
    indicators: int
    since: Period | None


def preflight(work: Work, run: Run) -> Preflight:
    end = predicted_end(run, work.calendar, work.now)
    since = format_in_use(work.desk, work.office).period
    return Preflight(
        tuple(lacks(work, run, end)),
        end,
        len(form_of(run).indicators),
        since if since != run.period else None,
    )


def lacks(work: Work, run: Run, end: datetime) -> list[str]:
    """Empty seats, who is out of reach or away, and years whose holidays are not all known."""
    seats = run.sop.seats
    empty = [seat for seat in seats if seat.key not in work.holders]
    silent = [s for s in seats if s.key in work.holders and not work.holders[s.key].reachable]
    days = Days(work.today, work.calendar.on(end))
    away = absences(work.seating, seats, days)
    unknown = work.calendar.undecreed(range(work.today.year, work.calendar.on(end).year + 1))
    warned = [undecreed(unknown)] if unknown else []
    helped = [seat for seat in (*empty, *silent) if has_reachable_staff(work, seat)]
    return [*lacking_seats(empty, silent, helped), *absence_lines(away), *warned]


def has_reachable_staff(work: Work, seat: Seat) -> bool:
    """Then the seat's workbook reaches somebody who may hand it in."""
    return any(person.reachable for person in work.seating.helpers(seat.key, work.today))
