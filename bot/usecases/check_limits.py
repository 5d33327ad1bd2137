"""Duties whose time has come: the ladder decides, the late and their superiors hear of it."""

from datetime import datetime

from bot.rules.ladder import Reminder, look
from bot.usecases.desk import Desk
from bot.usecases.fresh_letters import concern, fresh_chats
from bot.usecases.on_run import at_run
from bot.usecases.one_by_one import one_by_one
from bot.usecases.papers_first import papers_first
from bot.usecases.remind import remind
from bot.usecases.work import Work


async def next_look(desk: Desk) -> datetime | None:
    """Of every duty and every approval that is asked."""
    async with desk.store.look() as uow:
        looks = (await uow.runs.next_look(), await uow.approvals.next_look())
    return min((look for look in looks if look is not None), default=None)


async def check_limits(desk: Desk, now: datetime) -> None:
    """Every run that is due; those of an office that removed the bot rest until it is added again.

    A run waits while fresh letters of its office do: what they bring may be what is late.
    """
    async with desk.store.look() as uow:
        due = await uow.runs.due(now)
        fresh = await fresh_chats(uow, now) if due else frozenset()

    async def check(run_id: int) -> None:
        await papers_first(desk, lambda at: check_run(at, run_id, now, fresh))

    await one_by_one(due, check)


async def check_run(desk: Desk, run_id: int, now: datetime, fresh: frozenset[int]) -> None:
    async with desk.store.work() as uow:
        found = await at_run(uow, desk, run_id, now)
        if found is None:
            return
        work, run = found
        if concern(work, fresh):
            return
        outcome = look(run, work.calendar, now, await delivering(work), work.away)
        run = await uow.runs.save(outcome.run)
        await uow.facts.add(work.office.id, run.id, outcome.facts)
        reminded = [notice for notice in outcome.notices if isinstance(notice, Reminder)]
        await remind(work, run, reminded)


async def delivering(work: Work) -> frozenset[str]:
    """The seats whose holders or staff sent a file that is still being fetched."""
    staff = [person for own in work.seating.staff.values() for person in own]
    people = {person.id for person in (*work.holders.values(), *staff)}
    senders = await work.uow.offers.awaited(people)
    return frozenset(seat for sender in senders for seat in work.served_by(sender))
