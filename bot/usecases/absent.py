"""When the seats of a run had nobody acting for them, as the lateness ledger asks."""

from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.absent_times import absent_times
from bot.rules.calendar import WorkCalendar
from bot.rules.ledger import Absences
from bot.rules.run import Run


async def absent(uow: UnitOfWork, run: Run, calendar: WorkCalendar, now: datetime) -> Absences:
    """Since the run was opened; by who holds the seats now."""
    return await absent_since(uow, run.office_id, run.opened_at, calendar, now)


async def absent_since(
    uow: UnitOfWork, office_id: int, since: datetime, calendar: WorkCalendar, now: datetime
) -> Absences:
    """For all runs of the office that were opened then or later: what was before one of them does
    not touch its duties."""
    first = calendar.on(since)
    leaves = await uow.leaves.open_in(office_id, first)
    if not leaves:
        return {}
    stood_in = await uow.substitutions.since(office_id, first)
    holders = {h.seat: h.person for h in await uow.seats.of_office(office_id)}
    return absent_times(holders, leaves, stood_in, calendar.zone, calendar.on(now))
