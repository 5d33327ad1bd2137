"""The office that a file is meant for: a private chat may be shared by several."""

from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.errors.offices import NoOffice
from bot.rules.offers import Offer
from bot.rules.owing import owed
from bot.rules.people import Office
from bot.rules.placing import AskRun, Signs, own_seats
from bot.rules.run import Run
from bot.usecases.at_office import at_office
from bot.usecases.desk import Desk
from bot.usecases.when_sent import served_then, when_sent


async def office_of_file(
    uow: UnitOfWork, desk: Desk, offer: Offer, signs: Signs, now: datetime
) -> Office | AskRun:
    """The group's; else the one that the file's signs name, or the only one where its sender has
    a seat, or owes; else the runs that he is to choose from."""
    office = await uow.offices.at(offer.chat_id)
    if office is not None:
        return office
    held = await seats_served(uow, desk, offer, now)
    named = await named_office(uow, signs)
    if named not in held:
        owing = await runs_owed(uow, held)
        offices = {run.office_id for run in owing} or set(held)
        if owing and len(offices) > 1:
            return AskRun(tuple(owing))
        named = min(offices, default=None)
    office = await uow.offices.get(named) if named is not None else None
    if office is None:
        raise NoOffice
    return office


async def seats_served(
    uow: UnitOfWork, desk: Desk, offer: Offer, now: datetime
) -> dict[int, tuple[str, ...]]:
    """The seats that its sender could hand in for, in each office to which he belonged."""
    served = {}
    for office_id in await uow.seats.offices_of(offer.sender, offer.at):
        office = await uow.offices.get(office_id)
        if office is not None:
            work = await at_office(uow, desk, office, now)
            served[office_id] = served_then(await when_sent(work, offer.at), offer.sender)
    return served


async def named_office(uow: UnitOfWork, signs: Signs) -> int | None:
    """By the run chosen with a tap or answered with a reply, else by the workbook's mark."""
    run = await uow.runs.get(int(signs.choice("p") or signs.about_run or 0))
    if run is not None:
        return run.office_id
    return signs.mark.office if signs.mark is not None else None


async def runs_owed(uow: UnitOfWork, held: dict[int, tuple[str, ...]]) -> list[Run]:
    """The open runs in which these seats still owe something."""
    return [
        run
        for office_id, seats in sorted(held.items())
        for run in await uow.runs.open_in(office_id)
        if any(owed(run, seat) for seat in own_seats(run, seats))
    ]
