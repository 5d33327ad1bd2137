"""What a start finds: a calendar that is not the same any more."""

from datetime import datetime

from bot.rules.people import Office
from bot.usecases.desk import Desk
from bot.usecases.follow_calendar import follow_calendar
from bot.usecases.one_by_one import one_by_one


async def startup(desk: Desk, now: datetime) -> None:
    """Each office by itself. One that removed the bot sleeps: what it missed is made up when the
    bot comes back."""
    async with desk.store.look() as seen:
        offices = [office for office in await seen.offices.all() if office.active]

    async def follow(office: Office) -> None:
        async with desk.store.work() as uow:
            kept = await uow.offices.get(office.id)
            if kept is not None and kept.calendar != desk.at(kept).calendar.fingerprint:
                await follow_calendar(uow, desk, kept, now)

    changed = [o for o in offices if o.calendar != desk.at(o).calendar.fingerprint]
    await one_by_one(changed, follow)
