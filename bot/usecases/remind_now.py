"""[Ingatkan sekarang]: a private word to all who are late or due today, beside the ladder."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.rules import chasing
from bot.rules.acts import Act
from bot.rules.calendar_refusals import OutsideHours
from bot.rules.people import Person
from bot.rules.run import Duty, Run
from bot.rules.worktime import speaking_time
from bot.texts import supervising as texts
from bot.usecases.absent import absent
from bot.usecases.check_limits import delivering
from bot.usecases.desk import Call, Desk
from bot.usecases.work import Work, meet, on_run, told_in


@dataclass(frozen=True, slots=True)
class Owing:
    person: Person
    duties: tuple[Duty, ...]


async def remind_now(desk: Desk, call: Call, run_id: str) -> str:
    """Each at most once an hour; who asks, who is on leave, and whose file is coming are left out.

    Refuses OutsideHours.
    """
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        work, run = await on_run(uow, desk, call, run_id)
        by = work.acting(Act.REMIND_NOW, run.sop)
        opens = speaking_time(work.calendar, work.now)
        if opens > work.now:
            with told_in(work):
                raise OutsideHours(opens)
        before = await reminded_before(work)
        owing = owing_now(work, run, skip={call.person.id}, coming=await delivering(work))
        fresh = {key: one for key, one in owing.items() if key not in before}
        away = await absent(uow, run, work.calendar, work.now)
        for one in fresh.values():
            message = texts.reminder(run, one.duties, by.title, work.calendar, work.now, away)
            await work.post.say(f"ingatkan:{call.update_id}:{one.person.id}", one.person, message)
        if fresh:
            fact = chasing.reminded(by.key, call.person.id, fresh, work.now)
            await work.record(run.id, [fact])
        return texts.reminded(
            [one.person.name for one in fresh.values()],
            [one.person.name for key, one in owing.items() if key in before],
        )


async def reminded_before(work: Work) -> frozenset[int]:
    """Within the hour, about any run of the office."""
    found: frozenset[int] = frozenset()
    for run in await work.uow.runs.open_in(work.office.id):
        facts = [fact for fact, _ in await work.uow.facts.of_run(run.id)]
        found |= chasing.reminded_since(facts, work.now)
    return found


def owing_now(
    work: Work, run: Run, *, skip: Collection[int], coming: Collection[str]
) -> Mapping[int, Owing]:
    """By the person's id."""
    found: dict[int, Owing] = {}
    for duty in chasing.to_remind(run, work.calendar, work.now):
        holder = work.holders.get(duty.seat)
        if holder is None or holder.id in skip or duty.seat in {*work.away, *coming}:
            continue
        own = found.get(holder.id, Owing(holder, ()))
        found[holder.id] = Owing(holder, (*own.duties, duty))
    return found
