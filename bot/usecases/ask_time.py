"""/kendala: a seat pleads for more time; its superior decides (DESIGN.md, commands)."""

from dataclasses import replace

from bot.rules.acts import Act
from bot.rules.errors.runs import AlreadyAsked, NothingOwed
from bot.rules.run import Duty, Fact, Outcome, Run, Task
from bot.rules.sop import Seat
from bot.texts import questions, runs
from bot.texts.words import TASK_NAMES, post_of
from bot.usecases import card_names
from bot.usecases.ask_reason import ask_reason
from bot.usecases.at_office import belonging, office_work, require_member
from bot.usecases.desk import Call, Desk
from bot.usecases.given_reason import given_reason, keep_reason
from bot.usecases.on_run import open_runs, run_work
from bot.usecases.settle import settle
from bot.usecases.superiors import asked_above
from bot.usecases.work import Work


async def ask_time(desk: Desk, call: Call, reason: str) -> None:
    """For the person's open duty; which one is asked only where there are several."""
    async with office_work(desk, call) as work:
        require_member(work)
        held = work.held_by(call.person.id)
        if not held:
            refuse_others(work, call.person.id)
        duties = [
            (run, duty)
            for run in await open_runs(work)
            for duty in run.duties
            if duty.is_open and duty.seat in held
        ]
        if not duties:
            raise NothingOwed
        if len(duties) == 1:
            await plead_or_ask(work, *duties[0], reason)
        else:
            await keep_reason(work, Act.ASK_TIME, reason)
            await work.post.answer(runs.choose_duty(duties))


def refuse_others(work: Work, person_id: int) -> None:
    """Staff, and a holder whose substitute acts, are told whose it is."""
    work.acting(Act.ASK_TIME, work.sop, belonging(work, person_id))


async def choose_duty(
    desk: Desk, call: Call, run_id: str, step: str, task: str, seat: str
) -> str | None:
    async with run_work(desk, call, run_id) as (work, run):
        work.acting(Act.ASK_TIME, run.sop, (seat,))
        duty = open_duty(run, step, task, seat)
        await plead_or_ask(work, run, duty, await given_reason(work, Act.ASK_TIME))
    return None


async def plead_or_ask(work: Work, run: Run, duty: Duty, reason: str) -> None:
    args = (str(run.id), str(duty.step), duty.task.value, duty.seat)
    if reason:
        await plead(work, run, *args[1:], reason)
        return
    asked_above(work, run, duty)
    await ask_reason(work, Act.ASK_TIME, args, questions.pleading(TASK_NAMES[duty.task]))


async def plead(work: Work, run: Run, step: str, task: str, seat: str, reason: str) -> None:
    duty = open_duty(run, step, task, seat)
    superior = asked_above(work, run, duty)
    if duty.plea:
        raise AlreadyAsked(superior.title)
    asked = replace(duty, plea=reason, pleas=duty.pleas + 1)
    fact = Fact(
        "waktu dimohon", work.now, work.person_id, seat, {"alasan": reason, "langkah": step}
    )
    run = await settle(work, Outcome(run.with_duty(asked), (fact,)))
    await put_plea(work, run, asked, superior)
    await work.post.answer(runs.plea_sent(superior.title), part=2)


async def put_plea(work: Work, run: Run, asked: Duty, superior: Seat) -> None:
    """Before who decides on it."""
    holders = work.holders
    title = post_of(superior, holders)
    message = runs.plea(run, asked, title, run.sop.extensions, work.calendar, holders)
    await work.tell_seat(card_names.plea(run, asked), superior.key, message)


def open_duty(run: Run, step: str, task: str, seat: str) -> Duty:
    duty = run.duty(Task(task), seat, int(step))
    if duty is None or not duty.is_open:
        raise NothingOwed
    return duty
