"""What every office's tables keep of one person, for who asks to see his own data."""

from typing import Any

import sqlalchemy as sa

from bot.rules.own_data import OfficeRecords
from bot.rules.people import Leave, Person, Substitution
from storage.session import Session, without
from storage.tables import (
    documents,
    facts,
    inbox,
    leaves,
    offices,
    runs,
    seats,
    staff,
    substitutions,
)


async def records_of(session: Session, person: Person) -> tuple[OfficeRecords, ...]:
    every = await session.all(sa.select(offices.c.id, offices.c.title).order_by(offices.c.id))
    return tuple([await in_office(session, person, row["id"], row["title"]) for row in every])


async def messages_of(session: Session, person: Person) -> int:
    """Updates of his private chat, whose id is his own."""
    own = sa.select(sa.func.count()).select_from(inbox).where(inbox.c.chat_id == person.id)
    return await counted(session, own)


async def in_office(session: Session, person: Person, office: int, title: str) -> OfficeRecords:
    stood_in = await own_rows(session, substitutions, person.id, office)
    off = await own_rows(session, leaves, person.id, office)
    return OfficeRecords(
        office,
        title,
        tuple(row["seat"] for row in await own_rows(session, seats, person.id, office)),
        tuple(row["seat"] for row in await own_rows(session, staff, person.id, office)),
        tuple(Substitution(**without(row, "person_id"), person=person) for row in stood_in),
        tuple(Leave(row["id"], office, person, row["first"], row["last"]) for row in off),
        await counted(session, handed_in(person.id, office)),
        await counted(session, told_of(person.id, office)),
    )


async def own_rows(
    session: Session, table: sa.Table, person: int, office: int
) -> list[dict[str, Any]]:
    own = sa.select(table).where(table.c.person_id == person, table.c.office_id == office)
    order = [table.c.first, table.c.id] if "first" in table.c else [table.c.seat]
    return await session.all(own.order_by(*order))


def handed_in(person: int, office: int) -> sa.Select[Any]:
    count = sa.select(sa.func.count()).select_from(documents.join(runs))
    return count.where(documents.c.sender == person, runs.c.office_id == office)


def told_of(person: int, office: int) -> sa.Select[Any]:
    """Facts that he made, or that tell of him as the person concerned."""
    # as text on both databases: SQLite gives a number, which is like no text
    concerned = sa.cast(facts.c.detail["pegawai"].as_string(), sa.Text) == str(person)
    own = sa.or_(facts.c.person == person, concerned)
    return sa.select(sa.func.count()).where(facts.c.office_id == office, own)


async def counted(session: Session, statement: sa.Select[Any]) -> int:
    return int(await session.value(statement) or 0)
