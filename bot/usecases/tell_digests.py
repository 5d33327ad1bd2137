"""Each minute: once a working day, at its hour, each hears what is his and the group what is late.

After downtime at most once, and not when the morning is over.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

from bot.rules import digest
from bot.rules.approvals import Approval
from bot.rules.approving import awaited
from bot.rules.digest import Item
from bot.rules.messages import Message
from bot.rules.people import Office, Person
from bot.rules.run import Run
from bot.texts import digests as texts
from bot.texts import hardcopy_digests
from bot.texts.tasks import Asked
from bot.usecases.at_office import at_office
from bot.usecases.chase_hardcopies import Chased, chased_today, heard_by
from bot.usecases.desk import Desk
from bot.usecases.fresh_letters import concern, fresh_chats
from bot.usecases.hand_approvals import approving_runs
from bot.usecases.one_by_one import one_by_one
from bot.usecases.remind import GROUP, HOLDER
from bot.usecases.waiting_arahan import Waiting, arahan_waiting, told_waiting
from bot.usecases.work import Work

T = TypeVar("T")


async def tell_digests(desk: Desk, now: datetime) -> bool:
    """False where an office still waits for fresh letters of its own: what they bring may be what
    is due."""
    async with desk.store.look() as seen:
        offices = [o for o in await seen.offices.all() if o.active]
        due = [o for o in offices if digest.due_now(desk.at(o).calendar, o.digested_on, now)]
        fresh = await fresh_chats(seen, now) if due else frozenset()
    waiting = []

    async def tell(office: Office) -> None:
        async with desk.store.work() as uow:
            work = await at_office(uow, desk, office, now)
            if concern(work, fresh):
                waiting.append(office)
            else:
                await tell_office(work)

    await one_by_one(due, tell)
    return not waiting


async def tell_office(work: Work) -> None:
    uow, office, now = work.uow, work.office, work.now
    back = await back_today(work)
    runs = await uow.runs.open_in(office.id)
    items = [item for run in runs for item in digest.items(run, work.calendar, now, back)]
    asked = await asked_before(work)
    chased = await chased_today(work)
    arahan = await arahan_waiting(work)
    if items or asked or chased or arahan:
        begins = work.calendar.segments(work.today)[0][0]
        reminders = await uow.errands.reminders_since(office.id, begins)
        quiet = [(run, a) for run, a in asked if not told_today(reminders, run, a)]
        own = untold(items, digest.told(reminders, HOLDER))
        await tell_people(work, own, quiet, chased, arahan)
        late = [item for item in items if digest.late_since_before(item, work.calendar, now)]
        await tell_group(work, untold(late, digest.told(reminders, GROUP)))
    kept = await uow.offices.get(office.id)
    if kept is not None:
        await uow.offices.save(replace(kept, digested_on=work.today))


def untold(items: Sequence[Item], told: frozenset[digest.Named]) -> list[Item]:
    return [item for item in items if item.named not in told]


async def back_today(work: Work) -> frozenset[str]:
    """The seats whose holder's leave ended with the last working day."""
    before = digest.last_worked(work.calendar, work.today)
    leaves = await work.uow.leaves.open_in(work.office.id, before)
    was_off = {leave.person.id for leave in leaves if leave.covers(before)}
    held = {seat for seat, who in work.holders.items() if who.id in was_off}
    return frozenset(held - work.away)


async def asked_before(work: Work) -> list[Asked]:
    """The approvals that were asked before this day: of those of today each was just told."""
    found = [(run, awaited(run)) for run in await approving_runs(work)]
    return [
        (run, one)
        for run, one in found
        if one and one.asked_at and work.calendar.on(one.asked_at) < work.today
    ]


def told_today(reminders: Sequence[Mapping[str, Any]], run: Run, approval: Approval) -> bool:
    """Whether today's reminders have named it (usecases/check_approvals.py)."""
    key = list(approval.key)
    return any(kept.get("approval") == key and kept["run"] == run.id for kept in reminders)


async def tell_people(
    work: Work,
    items: Sequence[Item],
    asked: Sequence[Asked],
    chased: Sequence[Chased],
    arahan: Mapping[int, Waiting],
) -> None:
    """To each his own; who is on leave or out of reach is not written to."""
    own = by_holder(work, ((item.duty.seat, item) for item in items))
    wanted = by_holder(work, ((approval.seat, (run, approval)) for run, approval in asked))
    post = replace(work.post, about=until_noon(work))
    hearing = (person for one in chased for person, _ in one.listeners)
    for person in {each.id: each for each in (*work.holders.values(), *hearing)}.values():
        items, asked = own.get(person.id, []), wanted.get(person.id, [])
        message = None
        if items or asked:
            message = texts.to_person(items, work.today, work.calendar, asked)
        message = told_waiting(message, person, arahan, work)
        message = with_papers(message, person, chased, work.today)
        if message is not None:
            await post.say(f"{key(work)}:{person.id}", person, message)


def by_holder(work: Work, of_seats: Iterable[tuple[str, T]]) -> dict[int, list[T]]:
    """What concerns each seat, by the id of who acts for it and can be written to today."""
    found: dict[int, list[T]] = {}
    for seat, one in of_seats:
        holder = work.holders.get(seat)
        if holder is not None and holder.reachable and seat not in work.away:
            found.setdefault(holder.id, []).append(one)
    return found


def with_papers(
    message: Message | None, person: Person, chased: Sequence[Chased], today: date
) -> Message | None:
    """And the papers that did not come back signed."""
    title, papers = heard_by(person, chased)
    if not papers:
        return message
    lacking = [(one.run, one.lacks) for one in papers]
    return hardcopy_digests.with_lacks(message, title, lacking, today)


async def tell_group(work: Work, items: Sequence[Item]) -> None:
    """In one message, without those on leave, who are not to be called."""
    named = [item for item in items if item.duty.seat not in work.away]
    if named:
        message = texts.to_group(named, work.today, work.holders, work.calendar)
        post = replace(work.post, about=until_noon(work))
        await post.say_in_group(f"{key(work)}:grup", message)


def key(work: Work) -> str:
    return f"rangkuman:{work.office.id}:{work.today}"


def until_noon(work: Work) -> dict[str, str]:
    """One that could not be carried in its hours is not carried later."""
    hours = digest.digest_hours(work.calendar, work.today)
    return {"until": hours[1].isoformat()} if hours else {}
