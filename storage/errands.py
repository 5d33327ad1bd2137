"""The outbox: what the bot owes Telegram, kept until it is done."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.rules.errands import Errand, ErrandState, Service
from storage import holding, showing
from storage.conditions import is_named, is_one_of
from storage.errand_rows import addressed, errand_from, errand_row
from storage.session import Session, Values
from storage.tables import errands, people

DUE = is_one_of(errands.c.state, ErrandState.DUE)
# a chat told to wait takes no messages; its files may still be fetched, out of another lane
FETCHES = is_one_of(errands.c.service, Service.FETCH)
PARKED = is_one_of(errands.c.state, ErrandState.PARKED)
PENDING = is_one_of(errands.c.state, ErrandState.DUE, ErrandState.PARKED)
UNTRIED = (PENDING, errands.c.attempts == 0, ~errands.c.handed)


def at_once(_errand: Errand) -> bool:
    return True


class SqlErrands:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, errand: Errand) -> bool:
        """The private chat's id is filled in; what goes to an empty seat is parked."""
        row = errand_row(addressed(errand))
        return bool(await self._session.insert_or_ignore(errands, [row]))

    async def show(self, errand: Errand) -> None:
        """Nothing is kept where the chat shows, or is about to be shown, the same message."""
        await showing.show(self._session, addressed(errand))

    async def due(
        self,
        now: datetime,
        busy: Collection[str],
        may_go: Callable[[Errand], bool] = at_once,
        at_most: int | None = None,
    ) -> tuple[Errand, ...]:
        """Handed out: from now on `show` leaves these as they are. Only in a writing one."""
        first = (
            sa.select(sa.func.min(errands.c.id))
            .where(DUE, errands.c.not_before <= now, errands.c.lane.not_in(busy))
            .where(~holding.held(errands.c.chat_id, now) | FETCHES, ~showing.OVERTAKES)
            .group_by(errands.c.lane)
        )
        # DUE stands outside too: PostgreSQL weighs it again after a wait for a lock
        rows = await self._session.all(
            self._session.locked(
                sa.select(errands)
                .where(errands.c.id.in_(first), DUE)
                .order_by(errands.c.unhurried, errands.c.id)
                .limit(at_most),
                skip=True,
            )
        )
        going = tuple(errand for errand in map(errand_from, rows) if may_go(errand))
        if going:
            await self._change(errands.c.id.in_([e.id for e in going]), handed=True)
        return going

    async def next_at(self, now: datetime) -> datetime | None:
        return await holding.next_at(self._session, now)

    async def get(self, errand_id: int) -> Errand | None:
        row = await self._session.one(sa.select(errands).where(errands.c.id == errand_id))
        return errand_from(row) if row else None

    async def reminders_since(
        self, office_id: int, since: datetime
    ) -> tuple[Mapping[str, Any], ...]:
        written = errands.c.about.is_not(sa.null())
        rows = await self._session.all(
            sa.select(errands.c.about).where(
                errands.c.office_id == office_id,
                errands.c.not_before >= since,
                errands.c.state != ErrandState.DROPPED,
                written,
            )
        )
        return tuple(row["about"] for row in rows if {"late", "approval"} & row["about"].keys())

    async def done(self, errand_id: int, at: datetime, message_id: int | None) -> None:
        """Nothing changes where the errand has ended already; so too below."""
        await self._settle(errand_id, state=ErrandState.DONE, ended_at=at, sent_as=message_id)

    async def again(
        self,
        errand_id: int,
        not_before: datetime,
        error: str,
        *,
        doubtful: bool,
        fault: bool = False,
    ) -> None:
        """A try counts; a doubt about an earlier one stays."""
        await self._settle(
            errand_id,
            attempts=errands.c.attempts + 1,
            faults=errands.c.faults + int(fault),
            not_before=not_before,
            handed=False,
            error=error,
            doubtful=True if doubtful else errands.c.doubtful,
        )

    async def put_off(self, errand_id: int, not_before: datetime) -> None:
        """It was not tried."""
        await self._settle(errand_id, not_before=not_before, handed=False)

    async def drop(self, errand_id: int, at: datetime, error: str) -> None:
        await self._settle(errand_id, state=ErrandState.DROPPED, ended_at=at, error=error)

    async def recall(self, card: str) -> None:
        mine = is_named(errands.c.card, card)
        await self._change(mine, *UNTRIED, state=ErrandState.DROPPED, error="recalled")

    async def withdraw(self, key: str) -> tuple[Mapping[str, Any], ...]:
        mine = (is_named(errands.c.key, key), *UNTRIED)
        wanted = sa.select(errands.c.about).where(*mine).order_by(errands.c.id)
        rows = await self._session.all(self._session.locked(wanted))
        await self._change(*mine, state=ErrandState.DROPPED, error="recalled")
        return tuple(row["about"] or {} for row in rows)

    async def park(self, errand_id: int, error: str) -> None:
        await self._settle(errand_id, state=ErrandState.PARKED, handed=False, error=error)

    async def unpark(self, person_id: int) -> int:
        theirs = sa.or_(errands.c.person_id == person_id, errands.c.chat_id == person_id)
        return await self._change(PARKED, theirs, state=ErrandState.DUE, quiet=False)

    async def give(self, office_id: int, seat: str, person_id: int) -> None:
        """Due at once where the person's private chat is open, else parked for him."""
        reachable = await self._session.value(
            sa.select(people.c.reachable).where(people.c.id == person_id)
        )
        now_theirs: Values = {"person_id": person_id, "chat_id": person_id, "lane": str(person_id)}
        if reachable:
            now_theirs["state"] = ErrandState.DUE
        empty = errands.c.chat_id.is_(None) & errands.c.person_id.is_(None)
        await self._change(
            PARKED, errands.c.office_id == office_id, errands.c.seat == seat, empty, **now_theirs
        )

    async def hold(self, chat_id: int | None, until: datetime) -> None:
        """A longer hold that stands already is not shortened."""
        await holding.hold(self._session, chat_id, until)

    async def _settle(self, errand_id: int, **values: Any) -> None:
        await self._change(errands.c.id == errand_id, PENDING, **values)

    async def _change(self, *conditions: sa.ColumnElement[bool], **values: Any) -> int:
        return await self._session.change(sa.update(errands).where(*conditions).values(values))
