"""What a start finds: hours that were missed, and a calendar that is not the same any more."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.ports import UnitOfWork
from bot.rules.ladder import recount
from bot.rules.people import Office
from bot.texts import reminders
from bot.usecases.desk import Desk
from bot.usecases.post import Post
from bot.usecases.settle import settle
from bot.usecases.work import at_office

KEPT = timedelta(hours=23)  # Telegram keeps updates for 24 hours; one hour for the doubt


async def startup(desk: Desk, now: datetime) -> None:
    async with desk.store.work() as uow:
        last = await uow.pulse.last()
        for office in await uow.offices.all():
            if last is not None and now - last > KEPT and office.active:
                post = Post(uow, desk, now, office)
                missed = reminders.gap(last, now, desk.at(office).calendar.zone)
                await post.say_in_group(f"jeda:{office.id}:{last.timestamp():.0f}", missed)
            if office.calendar != desk.at(office).calendar.fingerprint:
                await follow_calendar(uow, desk, office, now)
        await uow.pulse.beat(now)


async def follow_calendar(uow: UnitOfWork, desk: Desk, office: Office, now: datetime) -> None:
    """Open limits are counted again, and each person concerned hears of it (invariant 6)."""
    work = await at_office(uow, desk, office, now)
    for seen in await uow.runs.open_in(office.id):
        run = await uow.runs.get(seen.id)
        if run is not None:
            await settle(work, recount(run, work.calendar, now))
    await uow.offices.save(replace(office, calendar=work.calendar.fingerprint))
