"""Each morning: arahan that were given before this day and still wait for who orders."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.rules.disposing import orderers
from bot.rules.dispositions import Disposition
from bot.rules.messages import Message
from bot.rules.people import Person
from bot.texts.arahan_digests import with_arahan
from bot.texts.words import post_of
from bot.usecases.arahan_cards import periods_for
from bot.usecases.work import Work


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for one person, and the post by which he is addressed."""

    title: str
    arahan: tuple[Disposition, ...]


async def arahan_waiting(work: Work) -> dict[int, Waiting]:
    """By who acts for the seat that orders, unless he is away or out of reach; nothing on a day
    on which no period may be picked."""
    kept = await work.uow.dispositions.waiting_in(work.office.id)
    before = tuple(one for one in kept if work.calendar.on(one.at) < work.today)
    if not before or not await periods_for(work):
        return {}
    found = {}
    for seat in orderers(work.sop):
        holder = work.holders.get(seat.key)
        if holder is not None and holder.reachable and seat.key not in work.away:
            found[holder.id] = Waiting(post_of(seat, work.holders), before)
    return found


def told_waiting(
    message: Message | None, person: Person, waiting: Mapping[int, Waiting], work: Work
) -> Message | None:
    own = waiting.get(person.id)
    if own is None:
        return message
    return with_arahan(message, own.title, own.arahan, work.today, work.calendar.zone)
