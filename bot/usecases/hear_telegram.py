"""The pulse says until when Telegram was heard; what it no longer had when heard again is told."""

from datetime import datetime, timedelta

from bot.rules.people import Office
from bot.texts import reminders
from bot.usecases.desk import Desk
from bot.usecases.one_by_one import one_by_one
from bot.usecases.post import Post
from bot.usecases.tell_owner import report_fault

KEPT = timedelta(hours=23)  # Telegram keeps updates for 24 hours; one hour for the doubt


async def still_heard(desk: Desk, now: datetime) -> None:
    async with desk.store.work() as uow:
        await uow.pulse.beat(now)


async def heard_again(desk: Desk, now: datetime) -> None:
    """After a start, a cut line or a sleep of the machine: each office hears of the missing hours.

    An office that removed the bot hears nothing; one that cannot be told holds up no other.
    """
    async with desk.store.look() as seen:
        last = await seen.pulse.last()
        offices = [office for office in await seen.offices.all() if office.active]
    if last is not None and now - last > KEPT:
        await tell_gap(desk, offices, last, now)
    await still_heard(desk, now)


async def tell_gap(desk: Desk, offices: list[Office], last: datetime, now: datetime) -> None:
    async def tell(office: Office) -> None:
        missed = reminders.gap(last, now, desk.at(office).calendar.zone)
        async with desk.store.work() as uow:
            post = Post(uow, desk, now, office)
            await post.say_in_group(f"jeda:{office.id}:{last.timestamp():.0f}", missed)

    try:
        await one_by_one(offices, tell)
    except ExceptionGroup as faults:
        await report_fault(desk, now, faults, "gap")
