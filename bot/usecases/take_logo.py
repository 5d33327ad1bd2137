"""A picture in reply to /kop: looked at, made small, and the office's logo from now on."""

from dataclasses import replace
from datetime import datetime

from bot.papers.child import read_outside
from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.errors.files import FileRefused
from bot.rules.errors.offices import NoOffice
from bot.rules.errors.refusal import Refusal
from bot.rules.kinds import TimedOut, TooLarge, TooManyPixels, UnreadableFile
from bot.rules.offers import FRESH, Offer, OfferState
from bot.texts import letterheads as texts
from bot.usecases import card_names
from bot.usecases.answer_sender import RECEIVED, react, refuse_offer, sender_call
from bot.usecases.at_office import at_office
from bot.usecases.card_names import LetterheadCard
from bot.usecases.desk import Desk
from bot.usecases.papers_first import papers_first
from bot.usecases.read_file import CODES
from bot.usecases.set_letterhead import changed, show
from bot.usecases.unsettled import unsettled
from bot.usecases.work import Work

Made = tuple[str, UnreadableFile | None]


async def logo_answered(uow: UnitOfWork, offer: Offer) -> LetterheadCard | None:
    """The card of /kop that the file answers, also by way of what was said of an earlier file."""
    card = await uow.cards.at(offer.chat_id, offer.reply_to) if offer.reply_to else None
    if card is None:
        return None
    earlier = card_names.placed(card.name)
    if earlier is None:
        return card_names.letterhead_card(card.name)
    before = await uow.offers.get(earlier)
    named = dict(before.target or {}).get("kop", "") if before else ""
    return card_names.letterhead_card(named)


async def take_logo(
    desk: Desk, offer: Offer, asked: LetterheadCard, content: bytes, now: datetime
) -> None:
    """Coming twice changes nothing."""
    made = await small(desk, content)

    async def place(at: Desk) -> None:
        async with at.store.work() as uow:
            kept = await unsettled(uow, offer)
            if kept is None:
                return
            here = replace(kept, target={"kop": asked.name})
            await judge_logo(uow, at, here, asked, made, now)

    await papers_first(desk, place)


async def small(desk: Desk, content: bytes) -> Made:
    """The digest of the logo made of it, or why it is none."""
    found = await read_outside("logo", content)
    if isinstance(found, bytes):
        return await desk.cabinet.keep(found), None
    too_much = isinstance(found, TooLarge | TimedOut)
    return "", TooManyPixels() if too_much else found


async def judge_logo(
    uow: UnitOfWork, desk: Desk, offer: Offer, asked: LetterheadCard, made: Made, now: datetime
) -> None:
    """Taken or refused; in both cases the offer says which."""
    call = await sender_call(uow, offer, now)
    digest, why = made
    try:
        office = await uow.offices.hold(asked.office)
        if office is None:
            raise NoOffice
        work = await at_office(uow, desk, office, now, call)
        seat = authority(work, asked, offer)
        if why is not None:
            raise FileRefused(CODES[type(why)], offer.name)
        await take(work, seat, offer, digest)
    except Refusal as refusal:
        await refuse_offer(uow, desk, call, offer, refusal)


def authority(work: Work, asked: LetterheadCard, offer: Offer) -> str:
    """Telegram tells no administrators with a file: he who asked as one a while ago still is."""
    asker = asked.administrator == offer.sender and offer.at - asked.asked_at <= FRESH
    return "" if asker else work.acting(Act.SET_LETTERHEAD, work.sop).key


async def take(work: Work, seat: str, offer: Offer, digest: str) -> None:
    detail = {"nama": offer.name, "dari": work.office.logo, "sidik": digest}
    work = await changed(work, seat, replace(work.office, logo=digest), "logo diganti", detail)
    await work.uow.offers.save(replace(offer, state=OfferState.FILED, reason=""))
    await react(work.post, offer, RECEIVED)
    await show(work, seat, texts.LOGO_SET)
