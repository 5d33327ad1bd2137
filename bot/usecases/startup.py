"""What a start finds: hours that were missed, and a calendar that is not the same any more."""

from datetime import datetime, timedelta

from bot.texts import reminders
from bot.usecases.desk import Desk
from bot.usecases.follow_calendar import follow_calendar
from bot.usecases.post import Post

KEPT = timedelta(hours=23)  # Telegram keeps updates for 24 hours; one hour for the doubt


async def startup(desk: Desk, now: datetime) -> None:
    """An office that removed the bot sleeps: what it missed is made up when the bot comes back."""
    async with desk.store.work() as uow:
        last = await uow.pulse.last()
        for office in [office for office in await uow.offices.all() if office.active]:
            if last is not None and now - last > KEPT:
                post = Post(uow, desk, now, office)
                missed = reminders.gap(last, now, desk.at(office).calendar.zone)
                await post.say_in_group(f"jeda:{office.id}:{last.timestamp():.0f}", missed)
            if office.calendar != desk.at(office).calendar.fingerprint:
                await follow_calendar(uow, desk, office, now)
        await uow.pulse.beat(now)
