"""Work of every minute."""

from datetime import datetime

from bot.usecases.desk import Desk


async def every_minute(desk: Desk, now: datetime) -> None:
    """The pulse: by it a later start knows how long nothing was heard."""
    async with desk.store.work() as uow:
        await uow.pulse.beat(now)
