"""`himpun data`: what is kept of one person, for who asks for it on paper."""

from bot.ports import Store, UnitOfWork
from bot.rules.own_data import OwnData
from bot.rules.people import Person


class PersonNotFound(Exception):
    """`known` are those who bear the name, where it is that of several."""

    def __init__(self, asked: str, known: tuple[Person, ...] = ()) -> None:
        super().__init__(asked)
        self.asked, self.known = asked, known


async def find_data(store: Store, asked: str) -> OwnData:
    """By the Telegram id or the name, Telegram's or the given one. Refused: PersonNotFound."""
    async with store.look() as uow:
        return await uow.people.data_of(await find_person(uow, asked.strip()))


async def find_person(uow: UnitOfWork, asked: str) -> Person:
    by_id = await uow.people.get(int(asked)) if asked.isdecimal() and len(asked) < 19 else None
    found = (by_id,) if by_id else await uow.people.named(asked)
    if len(found) != 1:
        raise PersonNotFound(asked, found)
    return found[0]
