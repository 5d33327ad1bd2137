"""Reminders: written when a rung of the ladder is reached, weighed again before they go."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.rules.errands import Errand
from bot.rules.fingerprint import fingerprint
from bot.rules.ladder import Reminder
from bot.rules.run import Duty, Run, Task
from bot.rules.sop import RungTo, RungWhere, Seat
from bot.rules.worktime import minutes_between
from bot.texts import reminders as texts
from bot.usecases import card_names
from bot.usecases.desk import Desk
from bot.usecases.make_papers import recap_paper
from bot.usecases.post import Post
from bot.usecases.work import Work, at_office

HOLDER, GROUP = "", "grup"  # audiences that are no superior's seat


async def remind(work: Work, run: Run, reminders: Sequence[Reminder]) -> None:
    """Private first; the late of one step are named in one message."""
    for reminder in reminders:
        if reminder.to == RungTo.HOLDER and reminder.where == RungWhere.PRIVATE:
            await remind_holder(work, run, reminder)
    for late in by_step([r for r in reminders if r.where == RungWhere.GROUP]):
        await remind_group(work, run, late)
    for to, seats in ((RungTo.SUPERIOR, superiors), (RungTo.OVERSEERS, overseers)):
        below = below_each(work, run, [r for r in reminders if r.to == to], seats)
        for seat, late in below.items():
            await report(work, run, seat, late)


async def remind_holder(work: Work, run: Run, reminder: Reminder) -> None:
    duty = reminder.duty
    holder = work.holders.get(duty.seat)
    if holder is None:
        return
    compiles = duty.task == Task.COMPILE
    digest = (await recap_paper(work, run)).file.digest if compiles else ""
    message = texts.to_holder(run, reminder, work.calendar, digest)
    at = duty.due_at.timestamp() if duty.due_at else 0
    card = f"{card_names.reminder(run, duty)}:{reminder.rung}:{at:.0f}"
    await about(work, run, HOLDER, [reminder]).show(card, holder, message)


async def remind_group(work: Work, run: Run, late: Sequence[Reminder]) -> None:
    message = texts.in_group(run, late, work.holders, work.calendar)
    post = about(work, run, GROUP, late)
    await post.say_in_group(once(post), message)


async def report(work: Work, run: Run, above: Seat, late: Sequence[Reminder]) -> None:
    """One message to a seat above, with all that is late below it."""
    holder = work.holders.get(above.key)
    if holder is not None:
        message = texts.to_superior(run, above.title, late, work.holders, work.calendar)
        post = about(work, run, above.key, late)
        await post.say(once(post), holder, message)


def about(work: Work, run: Run, audience: str, late: Sequence[Reminder]) -> Post:
    """A post whose messages remember which late duties they name."""
    duties = [
        [r.duty.step, r.duty.task.value, r.duty.seat, r.rung, str(r.duty.due_at)] for r in late
    ]
    return replace(work.post, about={"run": run.id, "audience": audience, "late": duties})


def once(post: Post) -> str:
    """The same lateness of the same seats on the same rung is told once."""
    return f"ingat:{fingerprint(post.about)[:32]}"


def by_step(reminders: Sequence[Reminder]) -> list[list[Reminder]]:
    groups: defaultdict[tuple[int, Task], list[Reminder]] = defaultdict(list)
    for reminder in reminders:
        groups[reminder.duty.step, reminder.duty.task].append(reminder)
    return list(groups.values())


Above = Callable[[Work, Run, Reminder], list[Seat]]


def below_each(
    work: Work, run: Run, reminders: Sequence[Reminder], above: Above
) -> dict[Seat, list[Reminder]]:
    told: defaultdict[Seat, list[Reminder]] = defaultdict(list)
    for reminder in reminders:
        for seat in above(work, run, reminder):
            told[seat].append(reminder)
    return told


def superiors(work: Work, run: Run, reminder: Reminder) -> list[Seat]:
    """The nearest superior whose seat is held."""
    chain = run.sop.superiors(run.sop.seat(reminder.duty.seat).role)
    held = [seat for role in chain for seat in role.seats if seat.key in work.holders]
    return held[:1]


def overseers(work: Work, run: Run, reminder: Reminder) -> list[Seat]:
    every = run.sop.seats_of(role.key for role in run.sop.overseers)
    return [s for s in every if s.key in work.holders and s.key != reminder.duty.seat]


async def close_reminders(work: Work, run: Run, duty: Duty) -> None:
    """What its holder was reminded of is done: the reminders say so and lose their buttons."""
    holder = work.holders.get(duty.seat)
    if holder is not None:
        done = texts.settled(run, duty, work.calendar)
        for card in await work.uow.cards.in_chat(holder.id, card_names.reminder(run, duty)):
            await work.post.show(card.name, holder, done)


async def outdated(desk: Desk, errand: Errand, now: datetime) -> bool:
    """Whether a reminder names somebody who is late no more, and so must not go as written.

    It is dropped then, and those who are still late are named in another one.
    """
    if errand.about is None:
        return False
    async with desk.store.look() as seen:
        run = await seen.runs.get(errand.about["run"])
        if run is not None and len(still_late(desk, run, errand.about, now)) == len(
            errand.about["late"]
        ):
            return False
    async with desk.store.work() as uow:
        await uow.errands.drop(errand.id, now, "settled meanwhile")
        run = await uow.runs.get(errand.about["run"])
        office = await uow.offices.get(run.office_id) if run else None
        if run is not None and office is not None:
            work = await at_office(uow, desk, office, now)
            await remind_again(work, run, errand.about)
    return True


async def remind_again(work: Work, run: Run, kept: Mapping[str, Any]) -> None:
    late, audience = still_late(work.desk, run, kept, work.now), kept["audience"]
    if late and audience == GROUP:
        await remind_group(work, run, late)
    elif late and audience != HOLDER:
        await report(work, run, run.sop.seat(audience), late)


def still_late(desk: Desk, run: Run, kept: Mapping[str, Any], now: datetime) -> list[Reminder]:
    """Of the duties that a reminder names those that are open, with the limit they had then."""
    late = []
    for step, task, seat, rung, due in kept["late"]:
        duty = run.duty(Task(task), seat, step)
        if run.is_open and duty is not None and stands(duty, rung, due):
            minutes = minutes_between(desk.calendar, duty.due_at or now, now)
            to = run.sop.ladder[rung]
            late.append(Reminder(duty, to.to, to.where, rung, minutes))
    return late


def stands(duty: Duty, rung: int, due: str) -> bool:
    return duty.is_open and duty.rung > rung and str(duty.due_at) == due
