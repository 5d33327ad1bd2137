"""Files as they were sent, until they are filed or refused."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from bot.rules.errors.files import TooManyFiles
from bot.rules.intake_bounds import Sent
from bot.rules.offers import Offer, OfferState
from storage.conditions import is_not, is_one_of
from storage.session import Session, columns_of
from storage.tables import offers

WAITING = (OfferState.FETCHING, OfferState.ASKING, OfferState.PROPOSED)


class SqlOffers:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, offer: Offer) -> Offer:
        """The offer with its id; the same file of the same message gives the one already kept."""
        if await self._session.insert_or_ignore(offers, [columns_of(offer, "id")]):
            return replace(offer, id=await self._session.value(self._same(offer)))
        kept = await self.get(await self._session.value(self._same(offer)))
        return kept or offer

    async def get(self, offer_id: int) -> Offer | None:
        return await self._newest(offers.c.id == offer_id)

    async def at(self, chat_id: int, message_id: int) -> Offer | None:
        return await self._newest(offers.c.chat_id == chat_id, offers.c.message_id == message_id)

    async def before(self, offer: Offer) -> Offer | None:
        return await self._newest(
            offers.c.chat_id == offer.chat_id,
            offers.c.message_id == offer.message_id,
            offers.c.id < offer.id,
        )

    async def of_album(self, chat_id: int, album: str) -> tuple[Offer, ...]:
        """In the order of the messages; a message that was edited stands once for each file."""
        if not album:
            return ()
        rows = await self._session.all(
            sa.select(offers)
            .where(offers.c.chat_id == chat_id, offers.c.album == album, is_not(offers.c.album, ""))
            .order_by(offers.c.message_id, offers.c.id)
        )
        return tuple(Offer(**row) for row in rows)

    async def versions(self, version_of: str) -> tuple[Offer, ...]:
        """In the order in which they were sent."""
        rows = await self._session.all(
            sa.select(offers)
            .where(offers.c.version_of == version_of, is_not(offers.c.version_of, ""))
            .order_by(offers.c.at, offers.c.id)
        )
        return tuple(Offer(**row) for row in rows)

    async def of_document(self, document_id: int) -> Offer | None:
        return await self._newest(offers.c.document_id == document_id)

    async def waiting_with(self, digests: Collection[str]) -> frozenset[str]:
        waits = is_one_of(offers.c.state, *WAITING)
        own = sa.select(offers.c.digest).where(offers.c.digest.in_(digests), waits)
        return frozenset(row["digest"] for row in await self._session.all(own))

    async def awaited(self, people: Collection[int]) -> frozenset[int]:
        theirs = sa.select(offers.c.sender).where(
            offers.c.sender.in_(people), is_one_of(offers.c.state, OfferState.FETCHING)
        )
        return frozenset(row["sender"] for row in await self._session.all(theirs))

    async def sent_since(self, sender: int, since: datetime) -> Sent:
        told = sa.func.count().filter(is_one_of(offers.c.reason, TooManyFiles.__name__))
        row = await self._session.one(
            sa.select(
                sa.func.count().label("files"),
                sa.func.coalesce(sa.func.sum(offers.c.size), 0).label("size"),
                told.label("told"),
            ).where(offers.c.sender == sender, offers.c.at > since)
        )
        found = row or {"files": 0, "size": 0, "told": 0}
        return Sent(found["files"], int(found["size"]), bool(found["told"]))

    async def save(self, offer: Offer) -> None:
        await self._session.change(
            sa.update(offers).where(offers.c.id == offer.id).values(columns_of(offer, "id"))
        )

    async def _newest(self, *conditions: sa.ColumnElement[bool]) -> Offer | None:
        row = await self._session.one(
            sa.select(offers).where(*conditions).order_by(offers.c.id.desc()).limit(1)
        )
        return Offer(**row) if row else None

    @staticmethod
    def _same(offer: Offer) -> sa.Select[tuple[int]]:
        return sa.select(offers.c.id).where(
            offers.c.chat_id == offer.chat_id,
            offers.c.message_id == offer.message_id,
            offers.c.file_id == offer.file_id,
        )
