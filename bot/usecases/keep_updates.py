"""Raw updates are kept before anything is confirmed to Telegram (invariant 1)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.usecases.desk import Desk


async def keep_updates(desk: Desk, raws: Sequence[Mapping[str, Any]], now: datetime) -> int:
    """How many were new; all stand committed when this returns."""
    async with desk.store.work() as uow:
        return await uow.inbox.keep(raws, now)
