"""Where work in an office begins, for who belongs to it."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import date, datetime

from bot.ports import UnitOfWork
from bot.rules.errors.offices import NoOffice
from bot.rules.errors.refusal import Refusal
from bot.rules.errors.seats import NoSeat
from bot.rules.people import Office, Person, Seating
from bot.texts import refusals
from bot.usecases.desk import Call, Desk
from bot.usecases.known_logo import know_logo
from bot.usecases.offices import desk_of, office_of
from bot.usecases.work import Work


async def meet(uow: UnitOfWork, call: Call) -> Call:
    """Know the person by the newest name; who writes privately can be reached privately."""
    person = await uow.people.seen(call.person)
    if call.private and not person.reachable:
        await uow.people.reach(person.id, reachable=True)
        await uow.errands.unpark(person.id)
        person = replace(person, reachable=True)
    return replace(call, person=person)


async def at_office(
    uow: UnitOfWork, desk: Desk, office: Office, now: datetime, call: Call | None = None
) -> Work:
    await know_logo(desk.procedures, desk.cabinet, office)
    work = Work(uow, desk.at(office), office, {}, now, call)
    seating = await seating_of(uow, office.id, work.today)
    return replace(work, holders=seating.acting(work.today), seating=seating)


async def again(work: Work) -> Work:
    """The same work, by who acts now that it was changed."""
    return await at_office(work.uow, work.desk, work.office, work.now, work.call)


async def as_member(uow: UnitOfWork, desk: Desk, call: Call, office: Office | None) -> Work:
    """Work where a button or an answer belongs. Refused: NoOffice, strangers to the office."""
    if office is None:
        raise NoOffice
    work = await at_office(uow, desk, office, call.at, call)
    with by_its_clock(work):
        require_member(work)
    return work


async def seating_of(uow: UnitOfWork, office_id: int, today: date) -> Seating:
    staff: dict[str, tuple[Person, ...]] = {}
    for one in await uow.staff.of_office(office_id):
        staff[one.seat] = (*staff.get(one.seat, ()), one.person)
    return Seating(
        {held.seat: held.person for held in await uow.seats.of_office(office_id)},
        staff,
        await uow.substitutions.open_in(office_id),
        await uow.leaves.open_in(office_id, today),
    )


@asynccontextmanager
async def office_work(desk: Desk, call: Call) -> AsyncIterator[Work]:
    """Work in the office where who calls acts."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        office = await office_of(uow, desk, call)
        work = await at_office(uow, desk, office, call.at, call)
        with by_its_clock(work):
            yield work


@contextmanager
def by_its_clock(work: Work) -> Iterator[None]:
    """A refusal tells its times by this office's clock, wherever it was asked for."""
    try:
        yield
    except Refusal as refusal:
        refusal.zone = refusal.zone or work.calendar.zone
        raise


async def sentence_of(uow: UnitOfWork, desk: Desk, call: Call, refusal: Refusal) -> str:
    """The refusal in words, with times by the clock of the office where it was refused."""
    zone = refusal.zone or (await desk_of(uow, desk, call)).calendar.zone
    return refusals.sentence(refusal, zone)


def belonging(work: Work, person_id: int) -> tuple[str, ...]:
    """Every seat that the person acts for, serves as staff, or holds though another acts."""
    own = (*work.served_by(person_id), *work.seating.held_for_good(person_id))
    return tuple(dict.fromkeys(own))


def require_member(work: Work) -> None:
    """Who belongs to no seat of the office does nothing in it (invariant 7), and who does, does it
    in its own group or privately: what is answered in another group is read there."""
    call = work.call
    if call is None:
        return
    elsewhere = not call.private and call.chat_id != work.office.chat_id
    if elsewhere or not belonging(work, call.person.id):
        raise NoSeat
