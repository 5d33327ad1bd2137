"""/peran: the seats with their holders, and the link by which people claim theirs."""

from bot.texts import seats as texts
from bot.usecases.at_office import office_work
from bot.usecases.desk import Call, Desk
from bot.usecases.work import Work


async def show_seats(desk: Desk, call: Call) -> None:
    async with office_work(desk, call) as work:
        await work.post.answer(texts.seats(work.sop, work.seating, claim_link(work)))


def claim_link(work: Work) -> str:
    return work.desk.link(f"peran_{work.office.token}")
