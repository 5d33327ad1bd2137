"""OWNER_ID is told of a fault once an hour, not in a storm."""

from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.errands import Address, Errand, Service
from bot.texts import notices
from bot.usecases.desk import Desk


async def tell_owner(uow: UnitOfWork, desk: Desk, now: datetime, what: str, where: str) -> None:
    """`what` names a kind of fault, never what people wrote (invariant 12)."""
    if desk.owner is None:
        return
    key = f"gangguan:{what}:{now:%Y-%m-%dT%H}"
    message = notices.fault(what, where)
    await uow.errands.add(Errand(0, key, Service.SAY, Address(desk.owner), now, message=message))
