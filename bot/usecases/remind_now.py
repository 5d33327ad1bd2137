"""[Ingatkan sekarang]: a private word to all who are late or due today, beside the ladder."""

from bot.rules import chasing
from bot.rules.acts import Act
from bot.rules.errors.calendars import OutsideHours
from bot.rules.worktime import speaking_time
from bot.texts import supervising as texts
from bot.usecases.asked_reminders import owing_now, remind_of
from bot.usecases.at_office import by_its_clock, meet
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import on_run
from bot.usecases.work import Work


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
            with by_its_clock(work):
                raise OutsideHours(opens)
        before = await reminded_before(work)
        owing = await owing_now(work, run, skip={call.person.id})
        fresh = {key: one for key, one in owing.items() if key not in before}
        for one in fresh.values():
            await remind_of(work, run, by.key, call.update_id, one)
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
