"""A file is sent: it is noted and its bytes are sent for; it is judged once they are kept."""

from dataclasses import replace
from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.errors.files import NotAFile, TooManyFiles
from bot.rules.errors.offices import NoOffice
from bot.rules.errors.refusal import Refusal
from bot.rules.errors.seats import NoSeat
from bot.rules.intake_bounds import A_DAY
from bot.rules.offers import Offer, OfferState, SentFile
from bot.usecases.answer_sender import refuse_offer
from bot.usecases.at_office import at_office, belonging, meet
from bot.usecases.desk import Call, Desk
from bot.usecases.offices import sops_in_force
from bot.usecases.place_offer import judge
from bot.usecases.post import Post
from bot.usecases.take_logo import logo_answered
from bot.usecases.when_sent import when_sent


async def offer_file(desk: Desk, call: Call, file: SentFile) -> None:
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        if not await concerns_office(uow, desk, call, file):
            return
        before = await uow.offers.at(call.chat_id, call.message_id)
        if before is not None and before.is_of(file):
            await caption_edited(uow, desk, call, before, file.caption)
            return
        sent = await uow.offers.sent_since(call.person.id, call.at - A_DAY)
        room = sent.leaves_room_for(file.size)
        if sent.told and not room:
            return
        offer = await uow.offers.add(noted(call, file))
        refusal = await why_not_fetched(uow, call, offer) if room else TooManyFiles()
        if refusal is None:
            await Post(uow, desk, call.at, call=call).fetch(offer)
        else:
            await refuse_offer(uow, desk, call, offer, refusal)


async def why_not_fetched(uow: UnitOfWork, call: Call, offer: Offer) -> Refusal | None:
    """Of the group's members those without a seat or staff are told so at once."""
    office = await uow.offices.at(call.chat_id)
    if office is None or office.id in await uow.seats.offices_of(offer.sender, offer.at):
        return None
    if await logo_answered(uow, offer) is not None:  # of an administrator, it may be
        return None
    return NoSeat()


async def caption_edited(
    uow: UnitOfWork, desk: Desk, call: Call, offer: Offer, caption: str
) -> None:
    """It may answer what was asked about the file, or mend why it was refused."""
    if caption == offer.caption:
        return
    named = replace(offer, caption=caption)
    if offer.may_be_named:
        await judge(uow, desk, call, named)
    elif offer.state == OfferState.FETCHING:
        await uow.offers.save(named)


async def refuse_media(_desk: Desk, _call: Call, _kind: str) -> None:
    """A voice, a video, a sticker is no document."""
    raise NotAFile


async def concerns_office(uow: UnitOfWork, desk: Desk, call: Call, file: SentFile) -> bool:
    """In a group: what answers a message of the bot, or comes from who handed in when it was sent;
    the members' other files are not the bot's business. Privately: from whoever belonged to an
    office."""
    belongs = await uow.seats.offices_of(call.person.id, sent_at(call, file))
    if call.private:
        if not belongs:
            raise NoOffice
        return True
    if call.reply_to and await uow.cards.at(call.chat_id, call.reply_to):
        return True
    if file.album and await uow.offers.of_album(call.chat_id, file.album):
        return True
    office = await uow.offices.at(call.chat_id)
    if office is None or office.id not in belongs:
        return False
    then = await when_sent(await at_office(uow, desk, office, call.at, call), sent_at(call, file))
    sops = await sops_in_force(uow, desk, office)
    supplying = {seat.key for sop in sops for seat in sop.suppliers}
    return bool(supplying & set(belonging(then, call.person.id)))


def sent_at(call: Call, file: SentFile) -> datetime:
    """A clock that runs fast makes nothing later."""
    return min(file.sent_at, call.at)


def noted(call: Call, file: SentFile) -> Offer:
    return Offer(
        0,
        call.person.id,
        call.chat_id,
        call.message_id,
        file.file_id,
        file.name,
        file.size,
        file.mime,
        file.media,
        sent_at(call, file),
        caption=file.caption,
        album=file.album,
        reply_to=call.reply_to,
        thread_id=call.thread_id,
        unique_id=file.unique_id,
    )
