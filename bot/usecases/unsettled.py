"""A file whose bytes came, before anything is made of it."""

from dataclasses import replace

from bot.ports import UnitOfWork
from bot.rules.offers import Offer, OfferState


async def unsettled(uow: UnitOfWork, came: Offer) -> Offer | None:
    """As it is kept, with the bytes that came; None where it was settled meanwhile."""
    kept = await uow.offers.get(came.id)
    if kept is None or kept.state != OfferState.FETCHING:
        return None
    return replace(kept, digest=came.digest, size=came.size, read=came.read)


async def put_in_place(uow: UnitOfWork, offer: Offer) -> bool:
    """Whether an edit put another file in its place, whose bytes came sooner or are to come: that
    one counts."""
    newest = await uow.offers.at(offer.chat_id, offer.message_id)
    if newest is None or newest.id == offer.id:
        return False
    await uow.offers.save(replace(offer, state=OfferState.REFUSED, reason="Edited"))
    return True
