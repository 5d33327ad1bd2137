"""Reminders that a supervisor asks for: of what each person owes, weighed again before they go."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.rules import chasing
from bot.rules.errands import Errand
from bot.rules.fingerprint import fingerprint
from bot.rules.owing import chased
from bot.rules.people import Person
from bot.rules.run import Duty, Run, Task
from bot.texts import supervising as texts
from bot.texts.words import post_of
from bot.usecases.absent import absent
from bot.usecases.at_office import at_office
from bot.usecases.check_limits import delivering
from bot.usecases.desk import Desk
from bot.usecases.work import Work

Owed = list[list[Any]]


@dataclass(frozen=True, slots=True)
class Owing:
    person: Person
    duties: tuple[Duty, ...]


async def owing_now(work: Work, run: Run, *, skip: Collection[int] = ()) -> Mapping[int, Owing]:
    """By the person's id; who is on leave and whose file is coming are left out."""
    found: dict[int, Owing] = {}
    silent = {*work.away, *await delivering(work)}
    for duty in chasing.to_remind(run, work.calendar, work.now):
        holder = work.holders.get(duty.seat)
        if holder is None or holder.id in skip or duty.seat in silent:
            continue
        own = found.get(holder.id, Owing(holder, ()))
        found[holder.id] = Owing(holder, (*own.duties, duty))
    return found


async def remind_of(work: Work, run: Run, by: str, call: int, one: Owing) -> None:
    """Once for each `call` (an update's id) while he owes the same; `by` is the seat that asks."""
    away = await absent(work.uow, run, work.calendar, work.now)
    title = post_of(run.sop.seat(by), work.holders)
    message = texts.reminder(run, one.duties, title, work.calendar, work.now, away, work.holders)
    person = one.person.id
    about = {"run": run.id, "by": by, "call": call, "person": person, "asked": owed(run, one)}
    key = f"ingatkan:{fingerprint(about)[:32]}"
    await replace(work.post, about=about).say(key, one.person, message)


def owed(run: Run, one: Owing) -> Owed:
    """What the reminder says of each duty, as it is kept with it."""
    return [
        [duty.step, duty.task.value, duty.seat, str(duty.due_at), kinds(run, duty)]
        for duty in one.duties
    ]


def kinds(run: Run, duty: Duty) -> list[str]:
    hands_in = duty.task == Task.HAND_IN
    return [kind.code for kind in chased(run, run.sop.seat(duty.seat))] if hands_in else []


async def overtaken(desk: Desk, errand: Errand, now: datetime) -> bool:
    """Whether the person owes no more what such a reminder says: it is dropped then, and another
    tells what is left of it."""
    kept = errand.about or {}
    if "asked" not in kept:
        return False
    async with desk.store.look() as seen:
        run = await seen.runs.get(kept["run"])
        office = await seen.offices.get(run.office_id) if run else None
        if run is None or office is None:
            return False
        left = await left_of(await at_office(seen, desk, office, now), run, kept)
    if left is not None and owed(run, left) == kept["asked"]:
        return False
    async with desk.store.work() as uow:
        await uow.errands.drop(errand.id, now, "settled meanwhile")
        work = await at_office(uow, desk, office, now)
        if left is not None:
            await remind_of(work, run, kept["by"], kept["call"], left)
    return True


async def left_of(work: Work, run: Run, kept: Mapping[str, Any]) -> Owing | None:
    """Of the duties that were told those that the person still owes today."""
    if not run.is_open:
        return None
    one = (await owing_now(work, run)).get(kept["person"])
    told = {tuple(duty[:3]) for duty in kept["asked"]}
    same = [d for d in (one.duties if one else ()) if (d.step, d.task.value, d.seat) in told]
    return Owing(one.person, tuple(same)) if one and same else None
