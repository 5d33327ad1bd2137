"""A photo or scan of a printed paper came: the hardcopy is recorded, and the scan is its twin."""

from dataclasses import replace
from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.errors.refusal import Refusal
from bot.rules.hardcopies import Scan, read_place
from bot.rules.kinds import UnreadableFile
from bot.rules.offers import Offer, OfferState
from bot.rules.printed import FoundCodes
from bot.rules.scanned import check_shown, code_shown, said_with
from bot.texts import hardcopies as texts
from bot.usecases import card_names
from bot.usecases.answer_sender import RECEIVED, react, refuse_offer, sender_call, tell_sender
from bot.usecases.at_office import by_its_clock
from bot.usecases.desk import Desk
from bot.usecases.file_hardcopy import receive
from bot.usecases.paper_meant import PaperMeant, paper_meant, to_be_filed
from bot.usecases.read_scan import captioned

Found = FoundCodes | UnreadableFile
SCAN_OF = "naskah"  # the key of an offer's target that holds the paper's code


async def take_twin(desk: Desk, offer: Offer, found: Found, now: datetime) -> None:
    """Unless it was taken meanwhile. `offer` knows its digest, size and what was read."""
    async with desk.store.work() as uow:
        kept = await uow.offers.get(offer.id)
        if kept is None or kept.state != OfferState.FETCHING:
            return
        newest = await uow.offers.at(offer.chat_id, offer.message_id)
        if newest is not None and newest.id != offer.id:
            await uow.offers.save(replace(offer, state=OfferState.REFUSED, reason="Edited"))
            return
        call = await sender_call(uow, offer, now)
        try:
            words = captioned(offer)
            typed, written = said_with(words or "", found)
            place = read_place(written) if written else ""
            meant = await paper_meant(uow, desk, call, code_shown(found, typed))
            with by_its_clock(meant.work):
                check_shown(found, meant.paper)
                meant = await receive(to_be_filed(meant), place)
                await (ask_whether(meant, offer) if words is None else keep(meant, offer))
        except Refusal as refusal:
            await refuse_offer(uow, desk, call, offer, refusal)


async def ask_whether(meant: PaperMeant, offer: Offer) -> None:
    """Whether it shows the signed paper, or only its code: a row, which a tap answers."""
    waiting = replace(offer, state=OfferState.PROPOSED, target={SCAN_OF: meant.paper.code})
    await meant.work.uow.offers.save(waiting)
    message = texts.ask_scan(meant.paper, offer.id)
    await tell_sender(meant.work.post, offer, card_names.placing(offer.id), message)
    await react(meant.work.post, offer, RECEIVED)


async def keep(meant: PaperMeant, offer: Offer) -> PaperMeant:
    """The signed twin; another takes its place, and the facts keep both."""
    before = meant.paper.scan
    if before is None or before.digest != offer.digest:
        detail = {"nama": offer.name, "ukuran": offer.size, "sidik": offer.digest}
        await meant.record("pindaian bertanda tangan disimpan", detail)
        scan = Scan(offer.digest, offer.name, offer.at, offer.sender, offer.media)
        meant = await meant.change(scan=scan)
    await settled(meant.work.uow, offer)
    message = texts.scan_kept(meant.paper)
    await tell_sender(meant.work.post, offer, card_names.placing(offer.id), message)
    await react(meant.work.post, offer, RECEIVED)
    return meant


async def settled(uow: UnitOfWork, offer: Offer) -> None:
    await uow.offers.save(replace(offer, state=OfferState.FILED, reason=""))
