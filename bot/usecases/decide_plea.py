"""[Beri waktu] or [Tolak]: the superior decides on more time."""

from collections.abc import Sequence
from dataclasses import replace

from bot.rules import granting
from bot.rules.acts import Act
from bot.rules.errors.runs import PleaSettled
from bot.rules.messages import Message
from bot.rules.recounting import LimitMoved
from bot.rules.run import Duty, Fact, Outcome, Run
from bot.texts import moved_limits, notices, runs
from bot.usecases import card_names
from bot.usecases.ask_time import open_duty
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import run_work
from bot.usecases.settle import settle
from bot.usecases.superiors import chain_of, deciding
from bot.usecases.work import Work


async def grant_time(
    desk: Desk, call: Call, run_id: str, step: str, task: str, seat: str, minutes: str = ""
) -> str:
    """By so many working minutes, of those that the SOP offers; the first where none is told."""
    async with run_work(desk, call, run_id) as (work, run):
        duty = pleaded(run, step, task, seat)
        superior = work.acting(Act.GRANT_TIME, run.sop, deciding(work, run, duty))
        decided = run.with_duty(replace(duty, plea=""))
        outcome = granting.extend(
            decided,
            replace(duty, plea=""),
            offered(run, minutes),
            (call.person.id, superior.key),
            duty.plea,
            work.calendar,
            call.at,
        )
        run = await settle(work, outcome)
        await tell_decided(work, run, duty, granted=True)
        await tell_waiting(work, run, moves_of(outcome), superior.key)
    return notices.recorded()


async def refuse_time(desk: Desk, call: Call, run_id: str, step: str, task: str, seat: str) -> str:
    async with run_work(desk, call, run_id) as (work, run):
        duty = pleaded(run, step, task, seat)
        superior = work.acting(Act.REFUSE_TIME, run.sop, deciding(work, run, duty))
        fact = Fact("waktu tidak ditambah", call.at, call.person.id, superior.key, {"tugas": seat})
        run = await settle(work, Outcome(run.with_duty(replace(duty, plea="")), (fact,)))
        await tell_decided(work, run, duty, granted=False)
    return notices.recorded()


def offered(run: Run, minutes: str) -> int:
    """A button of an older SOP's amount grants what this one gives first."""
    chosen = [each for each in run.sop.extensions if str(each) == minutes]
    return next(iter(chosen), run.sop.extension)


def moves_of(outcome: Outcome) -> list[LimitMoved]:
    return [notice for notice in outcome.notices if isinstance(notice, LimitMoved)]


async def tell_waiting(work: Work, run: Run, moves: Sequence[LimitMoved], superior: str) -> None:
    """Who waits for what was given more time, and has no limit of his own moved by it, hears once
    of it; who decided knows."""
    concerned = {moved.duty.seat for moved in moves} | {superior}
    known = {work.holders[seat].id for seat in concerned if seat in work.holders}
    for seat in granting.awaiting(run, moves):
        holder = work.holders.get(seat)
        if holder is not None and holder.id not in known and work.call is not None:
            known.add(holder.id)
            message = moved_limits.for_waiting(run, seat, moves, work.calendar, work.holders)
            await work.post.say(f"menunggu:{work.call.key}:{seat}", holder, message)


def pleaded(run: Run, step: str, task: str, seat: str) -> Duty:
    duty = open_duty(run, step, task, seat)
    if not duty.plea:
        raise PleaSettled
    return duty


async def tell_decided(work: Work, run: Run, was: Duty, *, granted: bool) -> None:
    """Its cards are closed; who pleaded hears of a refusal (a moved limit says itself)."""
    duty = run.duty(was.task, was.seat, was.step) or was
    message = runs.plea_decided(run, duty, granted=granted, calendar=work.calendar)
    await close_cards(work, run, was, message)
    if not granted and work.call is not None:
        await work.say_to_seat(f"kendala-jawab:{work.call.key}", was.seat, message)


async def close_cards(work: Work, run: Run, was: Duty, message: Message) -> None:
    """Before everybody above who was asked; who was not yet, hears nothing of it."""
    card = card_names.plea(run, was)
    await work.uow.errands.recall(card)
    above = chain_of(run.sop, run.sop.seat(was.seat))
    acting = {work.holders[s.key].id: work.holders[s.key] for s in above if s.key in work.holders}
    for person in acting.values():
        if await work.uow.cards.in_chat(person.id, card):
            await work.post.show(card, person, message)
