"""The store as another process may see it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.ports import Store
from bot.settings import Settings
from storage.faults import StorageFault
from storage.integrity import check_made
from storage.unit_of_work import SqlStore


@asynccontextmanager
async def onlooker(settings: Settings) -> AsyncIterator[Store | None]:
    """What a bot keeps, to be looked at from another process; None where there is nothing yet."""
    try:
        check_made(settings.database)
        store = SqlStore(settings.database, alone=False)
        await store.open()
    except StorageFault:
        yield None
        return
    try:
        yield store
    finally:
        await store.close()
