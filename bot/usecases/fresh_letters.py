"""Letters that just came: what they bring may be what is late, so the clock lets them go first."""

from datetime import datetime, timedelta

from bot.ports import UnitOfWork
from bot.usecases.work import Work

FRESH = timedelta(minutes=1)  # one that stays longer holds up nobody


async def fresh_chats(uow: UnitOfWork, now: datetime) -> frozenset[int]:
    return await uow.inbox.chats_since(now - FRESH)


def concern(work: Work, fresh: frozenset[int]) -> bool:
    """Whether one is of the office's group, or private from somebody who acts or hands in there."""
    if not fresh:
        return False
    seating = work.seating
    people = [*work.holders.values(), *seating.holders.values()]
    people += [person for own in seating.staff.values() for person in own]
    return not fresh.isdisjoint({work.office.chat_id, *(person.id for person in people)})
