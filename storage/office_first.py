"""One order of locks: an office is held before its runs, arahan, papers and proposals.

Who has a row of the office thus waits for nobody who needs one of the others.
"""

import sqlalchemy as sa

from storage.session import Session
from storage.tables import offices


async def hold_office(session: Session, office_id: int) -> None:
    await hold_offices(session, offices.c.id == office_id)


async def hold_office_of(session: Session, named_in: sa.Select[tuple[int]]) -> None:
    """Of rows that are about to be locked: the ids of their offices."""
    await hold_offices(session, offices.c.id.in_(named_in))


async def hold_offices(session: Session, which: sa.ColumnElement[bool]) -> None:
    if session.shares:
        held = sa.select(offices.c.id).where(which).order_by(offices.c.id)
        await session.all(session.locked(held))
