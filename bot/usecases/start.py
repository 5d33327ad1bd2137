"""/start: the private chat opens, what waited arrives, and a seat can be claimed."""

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
            await post.answer(texts.choose_seat(office, desk.sop, work.holders))
            return
        held = {holding.seat for holding in await uow.seats.of_person(call.person.id)}
        titles = [seat.title for seat in desk.sop.seats if seat.key in held]
        await post.answer(texts.welcome(titles))
