"""What a file carries, and what the message that it answers is about."""

from typing import Any

from bot.ports import UnitOfWork
from bot.rules.offers import Offer
from bot.rules.placing import Signs
from bot.rules.run import Document
from bot.usecases import card_names
from bot.usecases.read_file import mark_of


async def signs_of(uow: UnitOfWork, offer: Offer, read: dict[str, Any]) -> Signs:
    """The later items of an album may lack the reply and the caption: the album holds them."""
    album = await uow.offers.of_album(offer.chat_id, offer.album) if offer.album else ()
    replies = [o.reply_to for o in (offer, *album) if o.reply_to]
    card = await uow.cards.at(offer.chat_id, replies[0]) if replies else None
    about = card_names.about(card.name) if card else None
    answered = await noticed(uow, about)
    return Signs(
        mark=mark_of(read),
        is_workbook=read.get("type") == "xlsx",
        caption=offer.caption,
        name=offer.name,
        page=read.get("page", ""),
        album_caption=next((o.caption for o in album if o.caption), ""),
        about_run=about.run if about else None,
        about_seat=answered.seat if answered else about.seat if about else "",
        about_kind=answered.kind if answered else "",
        chosen=offer.target,
    )


async def noticed(uow: UnitOfWork, about: card_names.About | None) -> Document | None:
    """The document that the answered notice (of a return) speaks of."""
    run = await uow.runs.get(about.run) if about and about.document else None
    return run.document(about.document) if run and about and about.document else None


async def answered_document(uow: UnitOfWork, offer: Offer) -> int | None:
    """The document of which this is meant as the next version: the one replied to by its
    notice or by its own message, or the one that an edited message carried before."""
    if offer.reply_to:
        card = await uow.cards.at(offer.chat_id, offer.reply_to)
        about = card_names.about(card.name) if card else None
        if about is not None and about.document is not None:
            return about.document
        replied = await uow.offers.at(offer.chat_id, offer.reply_to)
        if replied is not None and replied.document_id is not None:
            return replied.document_id
    earlier = await uow.offers.before(offer)
    return earlier.document_id if earlier else None
