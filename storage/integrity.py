"""Whether a database is whole, asked beside the running bot."""

from storage.address import DatabaseAddress
from storage.engine import reading_engine
from storage.faults import StorageFault

SOUND = "ok"


class NotMadeYet(StorageFault):
    """No bot has run here: to open the SQLite file would make an empty one."""


def check_made(url: str) -> None:
    """Raises NotMadeYet."""
    file = DatabaseAddress.of(url).file
    if file is not None and not file.exists():
        raise NotMadeYet


async def quick_check(url: str) -> str:
    """What SQLite finds wrong first, "ok" where nothing is; PostgreSQL minds its own pages."""
    address = DatabaseAddress.of(url)
    if address.file is None:
        return SOUND
    engine = reading_engine(address)
    try:
        async with engine.connect() as connection:
            return str((await connection.exec_driver_sql("PRAGMA quick_check(1)")).scalar())
    finally:
        await engine.dispose()
