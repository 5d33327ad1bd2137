"""/peran irban-2 as an administrator's reply: the person replied to takes the seat."""

from bot.rules.errors.offices import GroupOnly
from bot.rules.errors.seats import SeatTaken
from bot.rules.people import Person
from bot.texts import seats as texts
from bot.usecases.at_office import office_work
from bot.usecases.desk import Call, Desk
from bot.usecases.give_seat import give_seat
from bot.usecases.offices import seats_in_force
from bot.usecases.seaters import known_seat, require_administrator


async def seat_person(desk: Desk, call: Call, seat_key: str, other: Person) -> None:
    if call.private:
        raise GroupOnly("peran")
    async with office_work(desk, call) as work:
        require_administrator(call, other.id)
        seat = known_seat(await seats_in_force(work.uow, desk, work.office), seat_key)
        person = await work.uow.people.seen(other)
        holder = work.seating.holders.get(seat.key)
        if holder is not None and holder.id == person.id:
            raise SeatTaken(seat.title, holder.name)
        await work.post.answer(texts.seated(person, seat, call.person))
        await give_seat(work, seat, person)
