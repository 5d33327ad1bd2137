"""The pulse says until when Telegram was heard; what it no longer had when heard again is told."""

from datetime import datetime, timedelta

from bot.rules.people import Office
from bot.texts import reminders
from bot.usecases.desk import Desk
from bot.usecases.one_by_one import one_by_one
from bot.usecases.post import Post
from bot.usecases.tell_owner import report_fault

KEPT = timedelta(hours=23)  # Telegram keeps updates for 24 hours; one hour for the doubt


async def hear_telegram(desk: Desk, now: datetime) -> None:
    """After long silence (no process, a cut line, a machine asleep) each office hears of the
    missing hours.

    An office that removed the bot hears nothing; one that cannot be told holds up no other.
    """
    async with desk.store.look() as seen:
        last = await seen.pulse.last()
    if last is not None and now - last > KEPT:
        await tell_gap(desk, last, now)
    async with desk.store.work() as uow:
        await uow.pulse.beat(now)


async def tell_gap(desk: Desk, last: datetime, now: datetime) -> None:
    async with desk.store.look() as seen:
        offices = [office for office in await seen.offices.all() if office.active]

    async def tell(office: Office) -> None:
        missed = reminders.gap(last, now, desk.at(office).calendar.zone)
        async with desk.store.work() as uow:
            post = Post(uow, desk, now, office)
            await post.say_in_group(f"jeda:{office.id}:{last.timestamp():.0f}", missed)

    try:
        await one_by_one(offices, tell)
    except ExceptionGroup as faults:
        await report_fault(desk, now, faults, "gap")
