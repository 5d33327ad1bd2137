"""The inbox: which update is next, and what becomes of one that cannot be handled."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.ports import UnitOfWork
from bot.rules.errands import Address, Errand, Service
from bot.rules.inbox import Letter, LetterState
from bot.rules.run import Fact
from bot.texts import notices
from bot.usecases.desk import Desk
from bot.usecases.tell_owner import tell_owner

TRIES = 3
PAUSE = timedelta(seconds=2)


async def next_letters(desk: Desk, now: datetime, busy: Collection[int]) -> tuple[Letter, ...]:
    """The first letter of every chat that is not busy."""
    async with desk.store.look() as uow:
        return await uow.inbox.waiting(now, busy)


async def done(desk: Desk, letter: Letter) -> None:
    """Marks what no use-case had to do anything about."""
    async with desk.store.work() as uow:
        await uow.inbox.mark(letter.update_id, LetterState.DONE)


async def failed(desk: Desk, letter: Letter, now: datetime, error: Exception) -> None:
    """Put off at first; set aside at the third failure, and its sender and the owner told."""
    what = type(error).__name__
    async with desk.store.work() as uow:
        tries = await uow.inbox.failed(letter.update_id, now + PAUSE * (letter.attempts + 1), what)
        if tries >= TRIES:
            await uow.inbox.mark(letter.update_id, LetterState.SET_ASIDE, what)
            await tell_set_aside(uow, desk, letter, now, what)


async def tell_set_aside(
    uow: UnitOfWork, desk: Desk, letter: Letter, now: datetime, what: str
) -> None:
    await tell_owner(uow, desk, now, what, f"update {letter.update_id}")
    office = await uow.offices.at(letter.chat_id)
    if office is not None:
        fact = Fact("pesan disisihkan", now, detail={"update": letter.update_id, "sebab": what})
        await uow.facts.add(office.id, None, [fact])
    if letter.chat_id:
        key, to = f"sisih:{letter.update_id}@{letter.at:%Y%m%d}", Address(letter.chat_id)
        message = notices.not_recorded()
        await uow.errands.add(Errand(0, key, Service.SAY, to, now, message=message))
