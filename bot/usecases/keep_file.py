"""The bytes of a file arrived: they are kept first, then read, then the file is placed."""

from dataclasses import replace
from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.errors.files import FileRefused
from bot.rules.offers import Offer, OfferState
from bot.usecases.answer_sender import refuse_offer, sender_call
from bot.usecases.desk import Desk
from bot.usecases.format_answered import format_answered, whole_format
from bot.usecases.give_with_letter import arahan_captioned, give_with_letter
from bot.usecases.papers_first import papers_first
from bot.usecases.place_offer import judge
from bot.usecases.propose_format import propose_format
from bot.usecases.read_file import mark_of, read_file
from bot.usecases.read_scan import read_scan
from bot.usecases.take_arahan_letter import arahan_answered, take_arahan_letter
from bot.usecases.take_logo import logo_answered, take_logo
from bot.usecases.take_twin import take_twin
from bot.usecases.unsettled import put_in_place, unsettled


async def keep_file(desk: Desk, offer_id: int, content: bytes, now: datetime) -> None:
    """ "Diterima" is said only after this (invariant 4); coming twice changes nothing."""
    digest = await desk.cabinet.keep(content)
    async with desk.store.look() as seen:
        offer = await seen.offers.get(offer_id)
    if offer is None or offer.state != OfferState.FETCHING:
        return
    offer = replace(offer, digest=digest, size=len(content))
    if not await taken_as_answer(desk, offer, content, now):
        await take_by_content(desk, offer, content, now)


async def taken_as_answer(desk: Desk, offer: Offer, content: bytes, now: datetime) -> bool:
    """Whether it answers a message of ours, or its caption is a command."""
    async with desk.store.look() as seen:
        logo = await logo_answered(seen, offer)
        arahan = await arahan_answered(seen, offer)
        target = await format_answered(seen, offer)
    words = arahan_captioned(offer)
    if logo is not None:
        await take_logo(desk, offer, logo, content, now)
    elif arahan is not None:
        await take_arahan_letter(desk, offer, arahan, content, now)
    elif words is not None:
        await give_with_letter(desk, offer, words, content, now)
    elif target is not None:
        await propose_format(desk, offer, target, content, now)
    else:
        return False
    return True


async def take_by_content(desk: Desk, offer: Offer, content: bytes, now: datetime) -> None:
    """A printed paper's scan, a whole format, or a document of a run."""
    read = await read_file(content)
    found = await read_scan(desk, offer, content, read)
    if found is not None:
        await take_twin(desk, replace(offer, read=read), found, now)
        return
    target = await whole_format(desk, offer, mark_of(read))
    if target is not None:
        await propose_format(desk, offer, target, content, now)
        return

    async def place(at: Desk) -> None:
        await place_read(at, replace(offer, read=read), now)

    await papers_first(desk, place)


async def place_read(desk: Desk, offer: Offer, now: datetime) -> None:
    async with desk.store.work() as uow:
        kept = await unsettled(uow, offer)
        if kept is None or await put_in_place(uow, kept):
            return
        await judge(uow, desk, await sender_call(uow, kept, now), kept)


async def lose_file(uow: UnitOfWork, desk: Desk, offer_id: int, code: str, now: datetime) -> None:
    """The bytes are not to be had: name, size and id stay on record, and the sender is told."""
    offer = await uow.offers.get(offer_id)
    if offer is not None and offer.state == OfferState.FETCHING:
        call = await sender_call(uow, offer, now)
        await refuse_offer(uow, desk, call, offer, FileRefused(code, offer.name))
