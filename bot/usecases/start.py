"""/start: the private chat opens, what waited arrives, and a seat can be claimed."""

from bot.ports import UnitOfWork
from bot.rules.hands import hand_of
from bot.rules.sop import Seat
from bot.texts import seats as texts
from bot.texts.offices import labels
from bot.usecases.at_office import at_office, belonging, meet
from bot.usecases.desk import Call, Desk
from bot.usecases.offices import offices_of
from bot.usecases.post import Post
from bot.usecases.work import Work


async def start(desk: Desk, call: Call, payload: str) -> None:
    """By the link of /peran the office's seats are shown; else the person's own are named."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        post = Post(uow, desk, call.at, call=call)
        word, _, token = payload.partition("_")
        office = await uow.offices.by_token(token) if word == "peran" and call.private else None
        if office is not None and office.active:
            work = await at_office(uow, desk, office, call.at, call)
            await post.answer(texts.choose_seat(office, work.sop, work.seating.holders))
            return
        await post.answer(texts.welcome(await titles_of(uow, desk, call)))


async def titles_of(uow: UnitOfWork, desk: Desk, call: Call) -> list[str]:
    """What the person is in every office where the bot is, by the SOP of each; in a group in its
    own alone, since all read it there."""
    titles = []
    every = await offices_of(uow, call.person.id)
    offices = [office for office in every if call.private or office.chat_id == call.chat_id]
    called = labels(offices) if len(offices) > 1 else {}
    for office in offices:
        work = await at_office(uow, desk, office, call.at, call)
        own = belonging(work, call.person.id)
        where = f" di {called[office.id]}" if called else ""
        titles += [title_in(work, seat) + where for seat in work.sop.seats if seat.key in own]
    return titles


def title_in(work: Work, seat: Seat) -> str:
    """ "Irban II", "Plh. Irban II", "staf Irban II"."""
    hand = hand_of(work.seating, seat.key, work.person_id, work.today)
    return f"{hand.acting} {seat.title}" if hand else seat.title
