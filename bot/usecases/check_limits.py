"""Duties whose time has come: the ladder decides, the late and their superiors hear of it."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.rules.ladder import Reminder, look
from bot.rules.run import Run, Task
from bot.rules.sop import RungTo, RungWhere, Seat
from bot.texts import reminders as texts
from bot.usecases import card_names
from bot.usecases.desk import Desk
from bot.usecases.make_papers import recap_paper
from bot.usecases.work import Work, at_office

MINUTE = timedelta(minutes=1)


async def next_look(desk: Desk) -> datetime | None:
    async with desk.store.look() as uow:
        return await uow.runs.next_look()


async def check_limits(desk: Desk, now: datetime) -> None:
    """Every run that is due, each by itself: one that fails holds up no other.

    Nothing while fresh letters wait: what they bring may be what is late. A letter that stays
    longer than a minute holds up nobody.
    """
    async with desk.store.look() as uow:
        due = await uow.runs.due(now)
        if due and await uow.inbox.kept_since(now - MINUTE):
            return
    faults = []
    for run_id in due:
        try:
            await check_run(desk, run_id, now)
        except Exception as fault:
            faults.append(fault)
    if faults:
        raise ExceptionGroup("limits", faults)


async def check_run(desk: Desk, run_id: int, now: datetime) -> None:
    async with desk.store.work() as uow:
        run = await uow.runs.get(run_id)
        office = await uow.offices.get(run.office_id) if run else None
        if run is None or office is None:
            return
        work = await at_office(uow, desk, office, now)
        outcome = look(run, desk.calendar, now, await delivering(work))
        run = await uow.runs.save(outcome.run)
        await uow.facts.add(office.id, run.id, outcome.facts)
        reminded = [notice for notice in outcome.notices if isinstance(notice, Reminder)]
        await remind(work, run, reminded)


async def delivering(work: Work) -> frozenset[str]:
    """The seats whose holders sent a file that is still being fetched."""
    senders = await work.uow.offers.awaited([person.id for person in work.holders.values()])
    return frozenset(seat for seat, person in work.holders.items() if person.id in senders)


async def remind(work: Work, run: Run, reminders: Sequence[Reminder]) -> None:
    """Private first; the late of one step are named in one message."""
    for reminder in reminders:
        if reminder.to == RungTo.HOLDER and reminder.where == RungWhere.PRIVATE:
            await remind_holder(work, run, reminder)
    for late in by_step([r for r in reminders if r.where == RungWhere.GROUP]):
        message = texts.in_group(run, late, work.holders, work.desk.calendar)
        await work.post.say_in_group(f"grup-{once(run, late)}", message)
    for to, seats in ((RungTo.SUPERIOR, superiors), (RungTo.OVERSEERS, overseers)):
        await report(work, run, [r for r in reminders if r.to == to], seats)


async def remind_holder(work: Work, run: Run, reminder: Reminder) -> None:
    duty = reminder.duty
    compiles = duty.task == Task.COMPILE
    digest = (await recap_paper(work.desk, run)).file.digest if compiles else ""
    message = texts.to_holder(run, reminder, work.desk.calendar, digest)
    card = f"{card_names.reminder(run, duty)}:{stamp(reminder)}"
    holder = work.holders.get(duty.seat)
    if holder is not None:
        await work.post.show(card, holder, message)


Above = Callable[[Work, Run, Reminder], list[Seat]]


async def report(work: Work, run: Run, reminders: Sequence[Reminder], above: Above) -> None:
    """One message to each seat above, with all that is late below it."""
    told: defaultdict[Seat, list[Reminder]] = defaultdict(list)
    for reminder in reminders:
        for seat in above(work, run, reminder):
            told[seat].append(reminder)
    for seat, late in told.items():
        message = texts.to_superior(run, seat.title, late, work.holders, work.desk.calendar)
        await work.say_to_seat(f"lapor-{once(run, late)}:{seat.key}", seat.key, message)


def by_step(reminders: Sequence[Reminder]) -> list[list[Reminder]]:
    groups: defaultdict[tuple[int, Task], list[Reminder]] = defaultdict(list)
    for reminder in reminders:
        groups[reminder.duty.step, reminder.duty.task].append(reminder)
    return list(groups.values())


def superiors(work: Work, run: Run, reminder: Reminder) -> list[Seat]:
    """The nearest superior whose seat is held."""
    chain = run.sop.superiors(run.sop.seat(reminder.duty.seat).role)
    held = [seat for role in chain for seat in role.seats if seat.key in work.holders]
    return held[:1]


def overseers(work: Work, run: Run, reminder: Reminder) -> list[Seat]:
    every = run.sop.seats_of(role.key for role in run.sop.overseers)
    return [s for s in every if s.key in work.holders and s.key != reminder.duty.seat]


def once(run: Run, late: Sequence[Reminder]) -> str:
    """The same lateness of the same seats on the same rung is told once."""
    first = late[0].duty
    who = ",".join(f"{r.duty.seat}.{stamp(r)}" for r in late)
    return f"{card_names.reminder(run, first)}:{who}"


def stamp(reminder: Reminder) -> str:
    at = reminder.duty.due_at.timestamp() if reminder.duty.due_at else 0
    return f"{reminder.rung}:{at:.0f}"
