"""/datadiri: what the system keeps of the person who asks, privately."""

from bot.ports import UnitOfWork
from bot.rules.errors.own_data import PrivateOnly
from bot.rules.own_data import OwnData
from bot.rules.retention import RetentionNote
from bot.texts import own_data as texts
from bot.usecases.at_office import meet
from bot.usecases.desk import Call, Desk
from bot.usecases.offices import seats_in_force
from bot.usecases.post import Post


async def show_own_data(desk: Desk, call: Call) -> None:
    """Refused in a group: PrivateOnly."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        if not call.private:
            raise PrivateOnly
        await show(uow, desk, call)


async def show(uow: UnitOfWork, desk: Desk, call: Call) -> None:
    """A new message each time: what is corrected stands below what it was."""
    person = await uow.people.get(call.person.id) or call.person
    own = await uow.people.data_of(person)
    titles = await seat_titles(uow, desk)
    post = Post(uow, desk, call.at, call=call)
    message = texts.own_data(own, titles, await notes_for(uow, desk, own))
    await post.say(f"datadiri:{call.key}", person, message)


async def seat_titles(uow: UnitOfWork, desk: Desk) -> dict[tuple[int, str], str]:
    """By office and seat, for those that an SOP in force still knows."""
    found: dict[tuple[int, str], str] = {}
    for office in await uow.offices.all():
        seats = await seats_in_force(uow, desk, office)
        found |= {(office.id, seat.key): seat.title for seat in seats}
    return found


async def notes_for(uow: UnitOfWork, desk: Desk, own: OwnData) -> list[RetentionNote]:
    """Each once, of the offices where he has a part."""
    offices = [await uow.offices.get(one.office_id) for one in own.belongs]
    return [*dict.fromkeys(n for o in offices for n in desk.procedures.of(o).settings.retention)]
