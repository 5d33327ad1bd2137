"""What a start finds: a calendar that is not the same any more."""

from datetime import datetime

from bot.rules.people import Office
from bot.usecases.desk import Desk
from bot.usecases.follow_calendar import follow_calendar
from bot.usecases.one_by_one import one_by_one
from bot.usecases.papers_first import papers_first


async def startup(desk: Desk, now: datetime) -> None:
    """Each office by itself. One that removed the bot sleeps: what it missed is made up when the
    bot comes back."""
    async with desk.store.look() as seen:
        offices = [office for office in await seen.offices.all() if office.active]

    async def follow(office: Office) -> None:
        await papers_first(desk, lambda at: count_again(at, office.id, now))

    changed = [o for o in offices if o.calendar != desk.at(o).calendar.fingerprint]
    await one_by_one(changed, follow)


async def count_again(desk: Desk, office_id: int, now: datetime) -> None:
    async with desk.store.work() as uow:
        kept = await uow.offices.get(office_id)
        if kept is not None and kept.calendar != desk.at(kept).calendar.fingerprint:
            await follow_calendar(uow, desk, kept, now)
