"""The audit trail, chained by hash."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from bot.rules.chain import Link, broken_places, digest
from bot.rules.run import Fact
from storage.session import Session, Values
from storage.tables import facts, offices, runs


class NoChain(LookupError):
    """A fact about a run or an office that is not kept."""


class SqlFacts:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, office_id: int, run_id: int | None, facts_: Sequence[Fact]) -> None:
        if not facts_:
            return
        chain = sa.select(runs.c.facts, runs.c.head).where(runs.c.id == run_id)
        if run_id is None:
            chain = sa.select(offices.c.facts, offices.c.head).where(offices.c.id == office_id)
        # locked: two that append at once must not link to the same end
        head = await self._session.one(self._session.locked(chain))
        if head is None:
            raise NoChain(office_id, run_id)
        place, end = head["facts"], head["head"]
        for fact in facts_:
            place, end = place + 1, digest(end, office_id, run_id, fact)
            await self._session.insert(facts, _row(office_id, run_id, place, fact, end))
        await self._move_head(office_id, run_id, place, end)

    async def of_run(self, run_id: int) -> tuple[tuple[Fact, str], ...]:
        return tuple((link.fact, link.recorded) for link in await self._links(run_id, None))

    async def of_office(self, office_id: int) -> tuple[tuple[Fact, str], ...]:
        return tuple((link.fact, link.recorded) for link in await self._links(None, office_id))

    async def naming(self, digests: Collection[str]) -> tuple[tuple[int | None, int, Fact], ...]:
        named = sa.cast(facts.c.detail["sidik"].as_string(), sa.Text)
        told = sa.select(facts).where(named.in_(digests)).order_by(facts.c.place)
        rows = await self._session.all(told)
        return tuple((row["run_id"], row["office_id"], _fact(row)) for row in rows)

    async def verify(self) -> tuple[str, ...]:
        """Places as "kantor 1, catatan 2" or "putaran 3, catatan 4"."""
        broken = [
            f"putaran {head['id']}, catatan {place}"
            for head in await self._session.all(sa.select(runs).order_by(runs.c.id))
            for place in await self._broken(head["office_id"], head["id"], head)
        ]
        broken += [
            f"kantor {head['id']}, catatan {place}"
            for head in await self._session.all(sa.select(offices).order_by(offices.c.id))
            for place in await self._broken(head["id"], None, head)
        ]
        return tuple(broken)

    async def _broken(self, office_id: int, run_id: int | None, head: Values) -> Iterator[int]:
        links = await self._links(run_id, office_id)
        return broken_places(office_id, run_id, links, (head["facts"], head["head"]))

    async def _links(self, run_id: int | None, office_id: int | None) -> list[Link]:
        """The run's facts, or the office's own where there is no run; oldest first."""
        own = sa.and_(facts.c.run_id.is_(None), facts.c.office_id == office_id)
        chain = own if run_id is None else facts.c.run_id == run_id
        rows = await self._session.all(sa.select(facts).where(chain).order_by(facts.c.place))
        return [Link(row["place"], _fact(row), row["hash"]) for row in rows]

    async def _move_head(self, office_id: int, run_id: int | None, place: int, end: str) -> None:
        moved = {"facts": place, "head": end}
        if run_id is None:
            await self._session.change(
                sa.update(offices).where(offices.c.id == office_id).values(moved)
            )
        else:
            await self._session.change(sa.update(runs).where(runs.c.id == run_id).values(moved))


def _fact(row: dict[str, Any]) -> Fact:
    return Fact(row["verb"], row["at"], row["person"], row["seat"], row["detail"])


def _row(office_id: int, run_id: int | None, place: int, fact: Fact, end: str) -> Values:
    return {
        "office_id": office_id,
        "run_id": run_id,
        "place": place,
        "verb": fact.verb,
        "at": fact.at,
        "person": fact.person,
        "seat": fact.seat,
        "detail": dict(fact.detail),
        "hash": end,
    }
