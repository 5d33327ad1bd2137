"""A photo or scan of printed papers came: their hardcopies are recorded, it is their twin."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.errors.refusal import Refusal
from bot.rules.hardcopies import Scan, read_place
from bot.rules.kinds import UnreadableFile
from bot.rules.offers import Offer, OfferState
from bot.rules.printed import FoundCodes
from bot.rules.scanned import check_shown, codes_shown, said_with
from bot.texts import hardcopies as texts
from bot.usecases import card_names
from bot.usecases.answer_sender import RECEIVED, react, refuse_offer, sender_call, tell_sender
from bot.usecases.at_office import by_its_clock
from bot.usecases.desk import Call, Desk
from bot.usecases.file_hardcopy import receive
from bot.usecases.paper_meant import PaperMeant, paper_meant, to_be_filed
from bot.usecases.read_scan import captioned
from bot.usecases.unsettled import put_in_place, unsettled

Found = FoundCodes | UnreadableFile
SCAN_OF = "naskah"  # the key of an offer's target that holds the papers' codes


async def take_twin(desk: Desk, offer: Offer, found: Found, now: datetime) -> None:
    """Unless it was taken meanwhile. `offer` knows its digest, size and what was read."""
    async with desk.store.work() as uow:
        kept = await unsettled(uow, offer)
        if kept is None or await put_in_place(uow, kept):
            return
        offer = kept
        call = await sender_call(uow, offer, now)
        try:
            words = captioned(offer)
            typed, written = said_with(words or "", found)
            place = read_place(written) if written else ""
            meant = await all_shown(uow, desk, call, found, codes_shown(found, typed))
            with by_its_clock(meant[0].work):
                meant = await receive(meant, place)
                await (ask_whether(meant, offer) if words is None else keep(meant, offer))
        except Refusal as refusal:
            await refuse_offer(uow, desk, call, offer, refusal)


async def all_shown(
    uow: UnitOfWork, desk: Desk, call: Call, found: Found, codes: Sequence[str]
) -> list[PaperMeant]:
    """Every paper that the file shows, before anything is recorded: one that is not ours refuses
    all."""
    meant = []
    for code in codes:
        one = await paper_meant(uow, desk, call, code)
        with by_its_clock(one.work):
            check_shown(found, one.paper)
        meant.append(to_be_filed(one))
    return meant


async def ask_whether(meant: Sequence[PaperMeant], offer: Offer) -> None:
    """Whether it shows the signed papers, or only their codes: a row, which a tap answers."""
    work, papers = meant[0].work, [one.paper for one in meant]
    target = {SCAN_OF: [paper.code for paper in papers]}
    await work.uow.offers.save(replace(offer, state=OfferState.PROPOSED, target=target))
    message = texts.ask_scan(papers, offer.id)
    await tell_sender(work.post, offer, card_names.placing(offer.id), message)
    await react(work.post, offer, RECEIVED)


async def keep(meant: Sequence[PaperMeant], offer: Offer) -> None:
    for one in meant:
        await keep_as_twin(one, offer)
    work = meant[0].work
    await settled(work.uow, offer)
    message = texts.scan_kept([one.paper for one in meant])
    await tell_sender(work.post, offer, card_names.placing(offer.id), message)
    await react(work.post, offer, RECEIVED)


async def keep_as_twin(meant: PaperMeant, offer: Offer) -> None:
    """Another scan takes its place, and the facts keep both."""
    if meant.paper.scan is not None and meant.paper.scan.digest == offer.digest:
        return
    detail = {"nama": offer.name, "ukuran": offer.size, "sidik": offer.digest}
    await meant.record("pindaian bertanda tangan disimpan", detail)
    await meant.change(scan=Scan(offer.digest, offer.name, offer.at, offer.sender, offer.media))


async def settled(uow: UnitOfWork, offer: Offer) -> None:
    await uow.offers.save(replace(offer, state=OfferState.FILED, reason=""))
