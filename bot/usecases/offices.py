"""Which office is meant, and the SOPs and seats that are in force there."""

import secrets

from bot.ports import UnitOfWork
from bot.rules.errors.offices import NoOffice, SeveralOffices
from bot.rules.errors.refusal import Refusal
from bot.rules.people import Office
from bot.rules.sop import Seat, Sop
from bot.usecases.desk import Call, Desk


async def registered(uow: UnitOfWork, desk: Desk, chat_id: int, title: str) -> Office:
    """The group's office; a group that the bot stands in becomes one at its first word."""
    office = await uow.offices.at(chat_id)
    if office is not None:
        return office
    token = secrets.token_urlsafe(16)
    return await uow.offices.add(chat_id, title, token, desk.calendar.fingerprint)


async def office_of(uow: UnitOfWork, desk: Desk, call: Call) -> Office:
    """The group's office; in a private chat that of the person's seats, or of several the one
    that he has said to mean. Refused: NoOffice, SeveralOffices."""
    if not call.private:
        return await registered(uow, desk, call.chat_id, call.chat_title)
    belongs = await offices_of(uow, call.person.id)
    offices = [office for office in belongs if call.office_id in (None, office.id)]
    if not offices:
        raise NoOffice
    if len(offices) > 1:
        raise SeveralOffices(tuple(office.title for office in offices))
    return offices[0]


async def offices_of(uow: UnitOfWork, person_id: int) -> list[Office]:
    """Those to which the person belongs and in which the bot is."""
    found = [await uow.offices.get(number) for number in await uow.seats.offices_of(person_id)]
    return [office for office in found if office is not None and office.active]


async def sops_in_force(uow: UnitOfWork, desk: Desk, office: Office) -> tuple[Sop, ...]:
    """That which new runs begin with, then those that open runs began with."""
    begun = await uow.runs.open_in(office.id)
    return (desk.at(office).sop, *(run.sop for run in begun))


async def seats_in_force(uow: UnitOfWork, desk: Desk, office: Office) -> tuple[Seat, ...]:
    sops = await sops_in_force(uow, desk, office)
    return tuple({seat.key: seat for sop in reversed(sops) for seat in sop.seats}.values())


async def desk_of(uow: UnitOfWork, desk: Desk, call: Call) -> Desk:
    """The desk of the office where who calls acts; the shared one where that is not clear."""
    if not call.private:
        return desk.at(await uow.offices.at(call.chat_id))
    try:
        return desk.at(await office_of(uow, desk, call))
    except Refusal:
        return desk
