"""Where transactions begin."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.ports.unit_of_work import UnitOfWork


class Store(Protocol):
    def work(self, update_id: int | None = None) -> AbstractAsyncContextManager[UnitOfWork]:
        """A writing transaction: committed at the end, rolled back by an exception.

        With `update_id` the letter is marked done in it; AlreadyHandled where it is marked.
        TakenOver where a newer process has begun to mind what is kept.
        """
        ...

    def look(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """A reading transaction that waits for no writer."""
        ...


class TakenOver(Exception):
    """A newer process minds the database: this one must end."""


class AlreadyHandled(Exception):
    """The update's effects stand already; nothing is to be done again."""
