"""The store under watch."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from bot.ports import Store, TakenOver, UnitOfWork


class Watched:
    """The store, and word of it as soon as a newer process has taken it over."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.lost = asyncio.Event()

    @asynccontextmanager
    async def work(self, update_id: int | None = None) -> AsyncIterator[UnitOfWork]:
        try:
            async with self._store.work(update_id) as uow:
                yield uow
        except TakenOver:
            self.lost.set()
            raise

    def look(self) -> AbstractAsyncContextManager[UnitOfWork]:
        return self._store.look()
