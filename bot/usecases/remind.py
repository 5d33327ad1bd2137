"""Reminders: written when a rung of the ladder is reached, weighed again before they go."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.ports import UnitOfWork
from bot.rules.errands import Errand
from bot.rules.fingerprint import fingerprint
from bot.rules.ladder import Reminder, still_true
from bot.rules.run import Run, Task
from bot.rules.sop import RungWhere, Seat
from bot.texts import reminders as texts
from bot.texts.seats import with_way_back
from bot.texts.words import post_of
from bot.usecases import card_names
from bot.usecases.desk import Desk
from bot.usecases.make_papers import recap_paper
from bot.usecases.on_run import at_run
from bot.usecases.post import Post
from bot.usecases.reminder_listeners import silent, told_above
from bot.usecases.work import Work

HOLDER, GROUP = "", "grup"  # audiences that are no superior's seat


async def remind(work: Work, run: Run, reminders: Sequence[Reminder]) -> None:
    """Private first; the late of one step are named in one message.

    Who is late and whom no private word reaches is mentioned in the group instead.
    """
    heard = [reminder for reminder in reminders if not silent(work, run, reminder)]
    private = [r for r in heard if r.where == RungWhere.PRIVATE]
    openly = [r for r in heard if r.where == RungWhere.GROUP]
    for reminder in own_words(private):
        if reached(work, reminder) or reminder.left or reminder.waits:
            await remind_holder(work, run, reminder)
        elif not told_in(openly, reminder):
            openly.append(reminder)
    for late in by_step(openly):
        await remind_group(work, run, late)
    for seat, late in told_above(work, run, private).items():
        await report(work, run, seat, late)


def own_words(reminders: Sequence[Reminder]) -> list[Reminder]:
    """To who acts for a late seat himself; a rung to the holder and one to his substitute that
    come together reach the same person."""
    return list({r.duty.key: r for r in reminders if r.to.own}.values())


def reached(work: Work, reminder: Reminder) -> bool:
    """An empty seat counts as reached: there is nobody to call."""
    holder = work.holders.get(reminder.duty.seat)
    return holder is None or holder.reachable


def told_in(reminders: Sequence[Reminder], other: Reminder) -> bool:
    return any(r.duty.key == other.duty.key for r in reminders)


async def remind_holder(work: Work, run: Run, reminder: Reminder) -> None:
    duty = reminder.duty
    holder = work.holders.get(duty.seat)
    if holder is None:
        return
    compiles = duty.task == Task.COMPILE
    digest = (await recap_paper(work, run)).file.digest if compiles else ""
    message = texts.to_holder(run, reminder, work.calendar, digest, work.holders)
    at = duty.due_at.timestamp() if duty.due_at else 0
    name = card_names.reminder(run, duty)
    await work.uow.errands.recall(name)  # a word that has not gone is overtaken by this one
    card = f"{name}:{reminder.rung}:{at:.0f}"
    await about(work, run, HOLDER, [reminder]).show(card, holder, message)


async def remind_group(work: Work, run: Run, late: Sequence[Reminder]) -> None:
    message = texts.in_group(run, late, work.holders, work.calendar)
    if not all(reached(work, reminder) for reminder in late):
        message = with_way_back(message, work.desk.link(f"buka_{work.office.token}"))
    post = about(work, run, GROUP, late)
    await post.say_in_group(once(post), message)


async def report(work: Work, run: Run, above: Seat, late: Sequence[Reminder]) -> None:
    """One message to a seat above, with all that is late below it."""
    holder = work.holders.get(above.key)
    if holder is not None:
        title = post_of(above, work.holders)
        message = texts.to_superior(run, title, late, work.holders, work.calendar)
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
    """Each duty once; what comes before a limit and what comes after it are told apart."""
    groups: defaultdict[tuple[int, Task, bool], list[Reminder]] = defaultdict(list)
    for reminder in {reminder.duty.key: reminder for reminder in reminders}.values():
        groups[reminder.duty.step, reminder.duty.task, reminder.left > 0].append(reminder)
    return list(groups.values())


async def outdated(desk: Desk, errand: Errand, now: datetime) -> bool:
    """Whether a reminder names somebody who is late no more, and so must not go as written.

    It is dropped then, and those who are still late are named in another one.
    """
    if errand.about is None or "late" not in errand.about:
        return False
    async with desk.store.look() as seen:
        if await true_yet(seen, desk, errand.about, now):
            return False
    async with desk.store.work() as uow:
        await uow.errands.drop(errand.id, now, "settled meanwhile")
        found = await at_run(uow, desk, errand.about["run"], now)
        if found is not None:
            await remind_again(*found, errand.about)
    return True


async def true_yet(seen: UnitOfWork, desk: Desk, kept: Mapping[str, Any], now: datetime) -> bool:
    found = await at_run(seen, desk, kept["run"], now)
    if found is None:
        return False
    work, run = found
    return len(still_late(work, run, kept)) == len(kept["late"])


async def remind_again(work: Work, run: Run, kept: Mapping[str, Any]) -> None:
    late, audience = still_late(work, run, kept), kept["audience"]
    if late and audience == GROUP:
        await remind_group(work, run, late)
    elif late and audience != HOLDER:
        await report(work, run, run.sop.seat(audience), late)


def still_late(work: Work, run: Run, kept: Mapping[str, Any]) -> list[Reminder]:
    """Of the duties that a reminder names those that are open, with the limit they had then."""
    late = []
    for step, task, seat, number, due in kept["late"]:
        duty = run.duty(Task(task), seat, step)
        if not run.is_open or duty is None or not duty.is_open or str(duty.due_at) != due:
            continue
        reminder = still_true(run, duty, number, work.calendar, work.now)
        if reminder is not None and not silent(work, run, reminder):
            late.append(reminder)
    return [] if kept["audience"] in work.away else late
