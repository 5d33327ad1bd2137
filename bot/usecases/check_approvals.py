"""Approvals whose time has come by their own ladder: who is asked is reminded, those above hear."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.approval_ladder import ApprovalReminder, remind_of
from bot.rules.errands import Errand
from bot.rules.run import Outcome, Run
from bot.rules.sop import RungTo, Seat
from bot.texts import approvals as texts
from bot.texts.words import post_of
from bot.usecases import card_names
from bot.usecases.desk import Desk
from bot.usecases.on_run import at_run
from bot.usecases.one_by_one import one_by_one
from bot.usecases.post import Post
from bot.usecases.superiors import is_there, present_superiors
from bot.usecases.work import Work


async def check_approvals(desk: Desk, now: datetime) -> None:
    """Each run in its own unit of work; the rows that are due alone are read."""
    async with desk.store.look() as seen:
        due = await seen.approvals.due(now)

    async def check(run_id: int) -> None:
        await check_run(desk, run_id, now)

    await one_by_one(due, check)


async def check_run(desk: Desk, run_id: int, now: datetime) -> None:
    async with desk.store.work() as uow:
        found = await at_run(uow, desk, run_id, now)
        if found is None:
            return
        work, run = found
        outcome = due_reminders(work, run)
        run = await uow.runs.save(outcome.run)
        await uow.facts.add(work.office.id, run.id, outcome.facts)
        await remind(work, run, [n for n in outcome.notices if isinstance(n, ApprovalReminder)])


def due_reminders(work: Work, run: Run) -> Outcome:
    outcome = Outcome(run)
    for approval in run.approvals:
        if approval.look_again_at is not None and approval.look_again_at <= work.now:
            away = approval.seat in work.away
            after = remind_of(outcome.run, approval, work.calendar, work.now, away=away)
            outcome = Outcome(
                after.run, outcome.facts + after.facts, outcome.notices + after.notices
            )
    return outcome


async def remind(work: Work, run: Run, reminders: Sequence[ApprovalReminder]) -> None:
    """Privately, whoever hears it: nobody is named in the group for an approval."""
    for told in reminders:
        if told.to.own:
            await remind_holder(work, run, told)
    for seat, told in told_above(work, run, reminders).items():
        message = texts.report(run, told, post_of(seat, work.holders), work.holders)
        key = f"{card_names.approval_reminder(run, told.approval)}:{told.rung}:{seat.key}"
        await about(work, run, told).say(key, work.holders[seat.key], message)


def told_above(
    work: Work, run: Run, reminders: Sequence[ApprovalReminder]
) -> dict[Seat, ApprovalReminder]:
    """What each of those above hears, once however many seats he acts for: the last word."""
    heard: dict[Seat, ApprovalReminder] = {}
    hears_as: dict[int, Seat] = {}
    for told in reminders:
        for seat in listeners(work, run, told):
            heard[hears_as.setdefault(work.holders[seat.key].id, seat)] = told
    return heard


async def remind_holder(work: Work, run: Run, told: ApprovalReminder) -> None:
    """A card of its own, whose word that has not gone is overtaken by this one."""
    holder = work.holders.get(told.approval.seat)
    if holder is None or (told.to == RungTo.SUBSTITUTE and not holder.acting):
        return
    name = card_names.approval_reminder(run, told.approval)
    await work.uow.errands.recall(name)
    message = texts.reminder(run, told, work.calendar, work.holders)
    await about(work, run, told).show(f"{name}:{told.rung}", holder, message)


def about(work: Work, run: Run, told: ApprovalReminder) -> Post:
    """A post whose messages remember which approval they speak of."""
    return replace(work.post, about={"run": run.id, "approval": list(told.approval.key)})


def listeners(work: Work, run: Run, told: ApprovalReminder) -> list[Seat]:
    """None of a word to the holder himself."""
    own = run.sop.seat(told.approval.seat)
    if told.to.own:
        return []
    if told.to == RungTo.SUPERIOR:
        return present_superiors(work, run.sop, own)[told.level - 1 : told.level]
    every = run.sop.seats_of(role.key for role in run.sop.overseers)
    return [seat for seat in every if is_there(work, seat, own)]


async def outdated_approval(desk: Desk, errand: Errand, now: datetime) -> bool:
    """Whether a reminder speaks of what is decided meanwhile: it is dropped then."""
    kept = errand.about or {}
    if "approval" not in kept:
        return False
    async with desk.store.look() as seen:
        if await still_asked(seen, kept["run"], tuple(kept["approval"])):
            return False
    async with desk.store.work() as uow:
        await uow.errands.drop(errand.id, now, "settled meanwhile")
    return True


async def still_asked(seen: UnitOfWork, run_id: int, key: tuple[int, ...]) -> bool:
    run = await seen.runs.get(run_id)
    return run is not None and any(a.key == key and a.is_asked for a in run.approvals)
