"""OWNER_ID is told of a fault once an hour, not in a storm."""

import logging
from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.errands import Address, Errand, Service
from bot.texts import notices
from bot.usecases.desk import Desk

log = logging.getLogger(__name__)


async def report_fault(desk: Desk, now: datetime, error: Exception, where: str) -> None:
    """A fault that nobody's message caused; raises nothing, since the store may be the fault."""
    log.error("fault at %s", where, exc_info=error)
    try:
        async with desk.store.work() as uow:
            await tell_owner(uow, desk, now, type(error).__name__, where)
    except Exception:
        log.exception("the owner could not be told")


async def tell_owner(uow: UnitOfWork, desk: Desk, now: datetime, what: str, where: str) -> None:
    """`what` names a kind of fault, never what people wrote (invariant 12)."""
    if desk.owner is None:
        return
    key = f"gangguan:{what}:{now:%Y-%m-%dT%H}"
    message = notices.fault(what, where)
    await uow.errands.add(Errand(0, key, Service.SAY, Address(desk.owner), now, message=message))
