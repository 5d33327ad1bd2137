"""Raw updates are kept before anything is confirmed to Telegram (invariant 1)."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.usecases.desk import Desk

# Telegram gives an update again for a day, and after a week without any may begin anew with a
# number that was given before (Bot API, Update)
REMEMBERED = timedelta(days=6)


async def keep_updates(desk: Desk, raws: Sequence[Mapping[str, Any]], now: datetime) -> int:
    """How many were new; all stand committed when this returns."""
    async with desk.store.work() as uow:
        await uow.inbox.free_numbers(now - REMEMBERED)
        return await uow.inbox.keep(raws, now)
