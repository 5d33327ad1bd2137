"""A piece of work whose papers are made before the unit of work that sends them."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.ports import Store, UnitOfWork
from bot.usecases.desk import Desk
from bot.usecases.making import Making, PapersLacking

T = TypeVar("T")
TRIES = 5  # what the papers are made of may change meanwhile


@dataclass(slots=True)
class NotingStore:
    """Keeps nothing of a unit of work that lacks papers. Once one is kept, work that goes on must
    not begin anew: it makes its papers where it stands."""

    store: Store
    making: Making
    kept: bool = False

    @asynccontextmanager
    async def work(self, update_id: int | None = None) -> AsyncIterator[UnitOfWork]:
        async with self.store.work(update_id) as uow:
            self.making.noting = not self.kept
            try:
                yield uow
            except Exception:
                if not self.making.lacking:
                    raise
            finally:
                self.making.noting = False
            if self.making.lacking:
                raise PapersLacking
        self.kept = True

    def look(self) -> AbstractAsyncContextManager[UnitOfWork]:
        return self.store.look()


async def papers_first(desk: Desk, act: Callable[[Desk], Awaitable[T]]) -> T:
    """What `act` comes to. It is begun anew, with nothing kept, where it lacks a paper of just
    these inputs."""
    making = Making(desk.cabinet, desk.papers)
    for _ in range(TRIES):
        noting = NotingStore(desk.store, making)
        try:
            return await act(replace(desk, store=noting, making=making))
        except PapersLacking:
            await making.make_lacking()
    return await act(desk)
