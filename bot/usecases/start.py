"""/start: the private chat opens, what waited arrives, and a seat can be claimed."""

from bot.ports import UnitOfWork
from bot.texts import seats as texts
from bot.usecases.desk import Call, Desk
from bot.usecases.post import Post
from bot.usecases.work import at_office, meet


async def start(desk: Desk, call: Call, payload: str) -> None:
    """By the link of /peran the office's seats are shown; else the person's own are named."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        post = Post(uow, desk, call.at, call=call)
        word, _, token = payload.partition("_")
        office = await uow.offices.by_token(token) if word == "peran" and call.private else None
        if office is not None:
            work = await at_office(uow, desk, office, call.at, call)
            await post.answer(texts.choose_seat(office, work.sop, work.holders))
            return
        await post.answer(texts.welcome(await titles_of(uow, desk, call.person.id)))


async def titles_of(uow: UnitOfWork, desk: Desk, person_id: int) -> list[str]:
    """What the person is in every office, by the SOP of each."""
    titles = []
    for holding in await uow.seats.of_person(person_id):
        sop = desk.at(await uow.offices.get(holding.office_id)).sop
        titles += [seat.title for seat in sop.seats if seat.key == holding.seat]
    return titles
