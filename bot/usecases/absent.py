"""When the seats of a run had nobody acting for them, as the lateness ledger asks."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.ports import UnitOfWork
from bot.rules.absent_times import absent_times
from bot.rules.calendar import WorkCalendar
from bot.rules.ledger import Absences
from bot.rules.run import Run


async def absent(uow: UnitOfWork, run: Run, calendar: WorkCalendar, now: datetime) -> Absences:
    """Since the run was opened; by who holds the seats now."""
    zone = ZoneInfo(calendar.zone)
    first = run.opened_at.astimezone(zone).date()
    leaves = await uow.leaves.open_in(run.office_id, first)
    if not leaves:
        return {}
    stood_in = await uow.substitutions.since(run.office_id, first)
    holders = {h.seat: h.person for h in await uow.seats.of_office(run.office_id)}
    return absent_times(holders, leaves, stood_in, calendar.zone, now.astimezone(zone).date())
