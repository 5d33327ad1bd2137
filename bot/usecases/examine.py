"""`himpun doctor`: what can be looked at without asking Telegram."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from bot.ports import Store
from bot.rules.people import Holding, Office, Person
from bot.rules.sop import Sop
from bot.texts import examination as texts
from bot.texts.examination import Line

LITTLE = 1024**3  # bytes: some weeks of documents
LEAST = 100 * 1024**2  # bytes: a handful of documents of the greatest size


def examine_disk(data_dir: Path) -> Line:
    """The space where DATA_DIR lies, or will lie."""
    there = next(p for p in (data_dir.absolute(), *data_dir.absolute().parents) if p.exists())
    free = shutil.disk_usage(there).free
    return texts.disk(free, little=free < LITTLE, least=free < LEAST)


async def examine_offices(store: Store, sop: Sop) -> list[Line]:
    """Each office: empty seats, and people whom no private message reaches."""
    async with store.look() as uow:
        offices = await uow.offices.all()
        seated = {office.id: await uow.seats.of_office(office.id) for office in offices}
    if not offices:
        return [texts.no_office()]
    return [line for office in offices for line in lines_of(office, seated[office.id], sop)]


def lines_of(office: Office, seated: tuple[Holding, ...], sop: Sop) -> Iterator[Line]:
    if not office.active:
        yield texts.asleep(office)
        return
    held = {holding.seat for holding in seated}
    yield texts.empty_seats(office, [seat for seat in sop.seats if seat.key not in held])
    yield texts.unreachable(office, out_of_reach(seated))


def out_of_reach(seated: tuple[Holding, ...]) -> list[Person]:
    """Each person once, however many seats he holds."""
    people = {holding.person.id: holding.person for holding in seated}
    return [person for person in people.values() if not person.reachable]
