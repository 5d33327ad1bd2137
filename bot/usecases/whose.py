"""A refusal that says whose something is, to those alone who may know."""

from bot.ports import UnitOfWork
from bot.rules.errors.refusal import Refusal
from bot.rules.errors.seats import NoSeat, NotYours


async def not_yours(uow: UnitOfWork, person_id: int, owner_id: int) -> Refusal:
    """By the owner's name within an office; who shares none with him learns nothing."""
    theirs = await uow.seats.offices_of(owner_id)
    if not set(theirs) & set(await uow.seats.offices_of(person_id)):
        return NoSeat()
    owner = await uow.people.get(owner_id)
    return NotYours((owner.name if owner else "",))
