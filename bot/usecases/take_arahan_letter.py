"""A letter's scan that answers the confirmation of an arahan: it is kept with the arahan."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.dispositions import Disposition, DispositionState, ScannedLetter
from bot.rules.errors.dispositions import ArahanOver
from bot.rules.errors.files import FileRefused
from bot.rules.errors.refusal import Refusal
from bot.rules.kinds import FileType, sniff
from bot.rules.letter_caption import letter_told
from bot.rules.letters import letter_head
from bot.rules.offers import Offer, OfferState
from bot.rules.run import Fact
from bot.usecases import card_names
from bot.usecases.answer_sender import RECEIVED, react, refuse_offer, sender_call
from bot.usecases.arahan_cards import renew_preflight, show_given, show_letter, show_received
from bot.usecases.bind_arahan import letter_facts
from bot.usecases.desk import Desk
from bot.usecases.on_arahan import on_arahan
from bot.usecases.read_file import read_file
from bot.usecases.unsettled import unsettled
from bot.usecases.work import Work

TAKEN = (FileType.PDF, FileType.JPEG, FileType.PNG)
ARAHAN, OFFICE = "disposisi", "kantor"  # what an offer's target says


async def arahan_answered(uow: UnitOfWork, offer: Offer) -> Disposition | None:
    """The one whose confirmation this file replies to, or another file of its album does."""
    album = await uow.offers.of_album(offer.chat_id, offer.album) if offer.album else ()
    for reply_to in dict.fromkeys(each.reply_to for each in (offer, *album) if each.reply_to):
        card = await uow.cards.at(offer.chat_id, reply_to)
        answered = card_names.given_arahan(card.name) if card else None
        if answered is not None:
            return await uow.dispositions.get(answered)
    return None


async def take_arahan_letter(
    desk: Desk, offer: Offer, arahan: Disposition, content: bytes, now: datetime
) -> None:
    """Kept or refused; in both cases the offer says which. Coming twice changes nothing."""
    read = await read_letter(content)
    async with desk.store.work() as uow:
        kept = await unsettled(uow, offer)
        if kept is None:
            return
        target = {ARAHAN: arahan.id, OFFICE: arahan.office_id}
        offer = replace(kept, target=target, read=read)
        call = await sender_call(uow, offer, now)
        try:
            work, answered = await on_arahan(uow, desk, call, str(arahan.id))
            await attach(work, answered, offer, read)
        except Refusal as refusal:
            await refuse_offer(uow, desk, call, offer, refusal)


async def read_letter(content: bytes) -> dict[str, Any]:
    """What read_file tells; "refused" also where it is no scan."""
    read = await read_file(content)
    return read if sniff(content) in (*TAKEN, FileType.EMPTY) else {"refused": "scan_type"}


async def attach(work: Work, arahan: Disposition, offer: Offer, read: dict[str, Any]) -> None:
    """A newer scan takes the place of the one before."""
    seat = work.acting(Act.GIVE_ARAHAN, work.sop, (arahan.seat, arahan.on_behalf))
    await check(work, arahan, offer, read)
    changed = await keep_letter(work, arahan, seat.key, offer, offer.caption)
    await show_changed(work, changed)


async def keep_letter(
    work: Work, arahan: Disposition, seat: str, offer: Offer, told_with: str
) -> Disposition:
    """The arahan with its letter, as `told_with` and its first page tell of it."""
    told = letter_told(told_with, letter_head(dict(offer.read or {}).get("page", "")))
    letter = ScannedLetter(
        offer.digest, offer.name, told.origin, told.number, told.dated, told.subject
    )
    changed = replace(arahan, letter=letter)
    await work.uow.dispositions.save(changed)
    await work.uow.offers.save(replace(offer, state=OfferState.FILED))
    detail = {"agenda": arahan.agenda, **letter_facts(changed)}
    fact = Fact("surat arahan dicatat", work.now, work.person_id, seat, detail)
    await work.record(arahan.run_id, [fact])
    await react(work.post, offer, RECEIVED)
    return changed


async def check(work: Work, arahan: Disposition, offer: Offer, read: dict[str, Any]) -> None:
    if arahan.state == DispositionState.WITHDRAWN and not read.get("refused"):
        raise ArahanOver(arahan.agenda, arahan.state)
    await check_scan(work, offer, read)


async def check_scan(work: Work, offer: Offer, read: dict[str, Any]) -> None:
    """Refuses what is no scan, and the second of an album."""
    if read.get("refused"):
        raise FileRefused(read["refused"], offer.name, read.get("detail", ""))
    album = await work.uow.offers.of_album(offer.chat_id, offer.album) if offer.album else ()
    if any(each.id != offer.id and each.state == OfferState.FILED for each in album):
        raise FileRefused("scan_parts", offer.name)


async def show_changed(work: Work, arahan: Disposition) -> None:
    await show_given(work, arahan)
    if arahan.state == DispositionState.WAITING:
        await show_received(work, arahan)
    await show_letter(work, arahan)
    run = await work.uow.runs.get(arahan.run_id) if arahan.run_id else None
    if run is not None:
        await renew_preflight(work, run)
