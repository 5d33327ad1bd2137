"""The office that a file is meant for: a private chat may be shared by several."""

from bot.ports import UnitOfWork
from bot.rules.errors import NoOffice
from bot.rules.offers import Offer
from bot.rules.owing import owed
from bot.rules.people import Office
from bot.rules.placing import AskRun, Signs, own_seats
from bot.rules.run import Run


async def office_of_file(uow: UnitOfWork, offer: Offer, signs: Signs) -> Office | AskRun:
    """The group's; else the one that the file's signs name, or the only one where its sender has
    a seat, or owes; else the runs that he is to choose from."""
    office = await uow.offices.at(offer.chat_id)
    if office is not None:
        return office
    held = await seats_held(uow, offer.sender)
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


async def seats_held(uow: UnitOfWork, person_id: int) -> dict[int, set[str]]:
    """The person's seats in each office."""
    held: dict[int, set[str]] = {}
    for holding in await uow.seats.of_person(person_id):
        held.setdefault(holding.office_id, set()).add(holding.seat)
    return held


async def named_office(uow: UnitOfWork, signs: Signs) -> int | None:
    """By the run chosen with a tap or answered with a reply, else by the workbook's mark."""
    run = await uow.runs.get(int(signs.choice("p") or signs.about_run or 0))
    if run is not None:
        return run.office_id
    return signs.mark.office if signs.mark is not None else None


async def runs_owed(uow: UnitOfWork, held: dict[int, set[str]]) -> list[Run]:
    """The open runs in which these seats still owe something."""
    return [
        run
        for office_id, seats in sorted(held.items())
        for run in await uow.runs.open_in(office_id)
        if any(owed(run, seat) for seat in own_seats(run, seats))
    ]
