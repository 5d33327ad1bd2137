"""/cuti: the days on which a person is on leave."""

from bot.rules.absences import (
    Days,
    absences,
    check_one_leave,
    days_written,
    own_leaves,
)
from bot.rules.errors.acting import NoDates, NoLeave
from bot.rules.errors.seats import NoSeat
from bot.rules.people import Leave, Person
from bot.rules.run import Fact
from bot.texts import substitutes as texts
from bot.usecases.at_office import belonging, office_work
from bot.usecases.desk import Call, Desk
from bot.usecases.offices import seats_in_force
from bot.usecases.order_cards import renew_orders
from bot.usecases.seaters import require_administrator
from bot.usecases.undoing import undoes
from bot.usecases.work import Work


async def take_leave(desk: Desk, call: Call, words: str, other: Person | None) -> None:
    """One's own, or as an administrator's reply another's; `batal` cancels what is not over."""
    if not words:
        raise NoDates("", "cuti")
    async with office_work(desk, call) as work:
        person = call.person if other is None else await work.uow.people.seen(other)
        if person.id != call.person.id:
            require_administrator(call, person.id)
        if not belongs(work, person):
            raise NoSeat
        if undoes(words):
            await cancel(work, person)
        else:
            await keep(work, person, words)
        await renew_orders(work)


def belongs(work: Work, person: Person) -> bool:
    later = any(s.person.id == person.id for s in work.seating.substitutions)
    return later or bool(belonging(work, person.id))


async def keep(work: Work, person: Person, words: str) -> None:
    days = days_written(words, work.today, "cuti")
    check_one_leave(work.seating, person.id, days)
    leave = await work.uow.leaves.add(Leave(0, work.office.id, person, days.first, days.last))
    await note(work, leave, "cuti dicatat")
    seats = await seats_in_force(work.uow, work.desk, work.office)
    seating = work.seating.with_leave(leave)
    alone = [a for a in absences(seating, seats, Days(leave.first, leave.last))
             if work.seating.holders.get(a.seat.key, person).id == person.id]  # fmt: skip
    await work.post.answer(texts.leave_kept(leave, alone))


async def cancel(work: Work, person: Person) -> None:
    own = own_leaves(work.seating, person.id)
    if not own:
        raise NoLeave
    for leave in own:
        await work.uow.leaves.cancel(leave.id, work.now)
        await note(work, leave, "cuti dibatalkan")
    await work.post.answer(texts.leave_cancelled(person, own))


async def note(work: Work, leave: Leave, verb: str) -> None:
    told = {"pegawai": leave.person.id, "nama": leave.person.name}
    told |= {"mulai": leave.first.isoformat(), "sampai": leave.last.isoformat()}
    fact = Fact(verb, work.now, work.person_id, detail=told)
    await work.uow.facts.add(work.office.id, None, [fact])
