"""The bytes of a file arrived: they are kept first, then read, then the file is placed."""

from dataclasses import replace
from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.errors import FileRefused
from bot.rules.offers import Offer, OfferState
from bot.rules.run import Task
from bot.usecases import card_names
from bot.usecases.answer_sender import refuse_offer, sender_call
from bot.usecases.desk import Desk
from bot.usecases.place_offer import judge
from bot.usecases.read_file import read_file
from bot.usecases.replace_format import replace_format

FORMAT_TASKS = (Task.ORDER, Task.CONVEY)


async def keep_file(desk: Desk, offer_id: int, content: bytes, now: datetime) -> None:
    """ "Diterima" is said only after this (invariant 4); coming twice changes nothing."""
    digest = await desk.cabinet.keep(content)
    async with desk.store.look() as seen:
        offer = await seen.offers.get(offer_id)
        if offer is None or offer.state != OfferState.FETCHING:
            return
        about = await answered_card(seen, offer)
    if about is not None and about.task in FORMAT_TASKS:
        await replace_format(desk, replace(offer, digest=digest), about.run, content, now)
        return
    read = await read_file(content)
    async with desk.store.work() as uow:
        offer = await uow.offers.get(offer_id)
        if offer is None or offer.state != OfferState.FETCHING:
            return
        offer = replace(offer, digest=digest, size=len(content), read=read)
        newest = await uow.offers.at(offer.chat_id, offer.message_id)
        if newest is not None and newest.id != offer.id:
            # an edit put another file in its place, whose bytes came sooner or are to come
            await uow.offers.save(replace(offer, state=OfferState.REFUSED, reason="Edited"))
            return
        await judge(uow, desk, await sender_call(uow, offer, now), offer)


async def lose_file(desk: Desk, offer_id: int, code: str, now: datetime) -> None:
    """Telegram gives no bytes: the name, size and id stay on record, and the sender is told."""
    async with desk.store.work() as uow:
        offer = await uow.offers.get(offer_id)
        if offer is not None and offer.state == OfferState.FETCHING:
            call = await sender_call(uow, offer, now)
            await refuse_offer(uow, desk, call, offer, FileRefused(code, offer.name))


async def answered_card(uow: UnitOfWork, offer: Offer) -> card_names.About | None:
    """What the message that the file answers is about."""
    card = await uow.cards.at(offer.chat_id, offer.reply_to) if offer.reply_to else None
    return card_names.about(card.name) if card else None
