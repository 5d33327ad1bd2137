"""One process at a time minds a database."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from storage.address import DatabaseAddress
from storage.faults import AnotherInstance
from storage.tables import instance

ADVISORY_KEY = 0x68696D70756E  # "himpun"; PostgreSQL keeps these apart by database


@asynccontextmanager
async def only_instance(address: DatabaseAddress) -> AsyncIterator[None]:
    """Raises AnotherInstance at once where another process holds the lock.

    The lock goes with the process, so a kill leaves none behind.
    """
    if address.file is not None:
        lock = _lock_file(address.file.with_name(address.file.name + ".lock"))
        try:
            yield
        finally:
            os.close(lock)
    else:
        async with _advisory_lock(address):
            yield


def _lock_file(path: Path) -> int:
    import fcntl  # not on Windows, where rules and papers are still to be importable

    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(file)
        raise AnotherInstance from None
    return file


@asynccontextmanager
async def _advisory_lock(address: DatabaseAddress) -> AsyncIterator[None]:
    engine = create_async_engine(address.url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            lock = sa.select(sa.func.pg_try_advisory_lock(ADVISORY_KEY))
            if not (await connection.execute(lock)).scalar():
                raise AnotherInstance
            try:
                yield
            finally:
                # at once: the server notices a closed connection only later
                with suppress(sa.exc.SQLAlchemyError):
                    await connection.execute(sa.select(sa.func.pg_advisory_unlock(ADVISORY_KEY)))
    finally:
        await engine.dispose()


class Fence:
    """The number that this process drew at its start; only the newest number may write.

    A lock can be lost without notice (PostgreSQL drops it with the connection), so that two
    processes believe to be alone: then the older one is stopped at its next transaction.
    """

    def __init__(self, number: int) -> None:
        self._number = number

    @classmethod
    async def raised(cls, connection: AsyncConnection) -> "Fence":
        drawn = await connection.execute(
            sa.update(instance).values(number=instance.c.number + 1).returning(instance.c.number)
        )
        return cls(drawn.scalar_one())

    async def check(self, connection: AsyncConnection) -> None:
        # shared lock: a newer process waits for this transaction before it draws its number
        newest = sa.select(instance.c.number).with_for_update(read=True)
        if (await connection.execute(newest)).scalar_one() != self._number:
            raise AnotherInstance
