"""A letter's scan with /disposisi in its caption: the arahan is given with it, in one act."""

import re
from dataclasses import replace
from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.errors.refusal import Refusal
from bot.rules.offers import Offer
from bot.rules.people import Office
from bot.usecases.answer_sender import refuse_offer, sender_call
from bot.usecases.arahan_cards import show_letter, show_received
from bot.usecases.at_office import as_member, at_office, by_its_clock
from bot.usecases.desk import Call, Desk
from bot.usecases.give_arahan import confirm, enter, giving_seat
from bot.usecases.offices import office_of, offices_of
from bot.usecases.take_arahan_letter import check_scan, keep_letter, read_letter
from bot.usecases.unsettled import unsettled
from bot.usecases.work import Work

COMMAND = re.compile(r"/disposisi(@\w+)?(?=\s|$)(.*)", re.DOTALL | re.IGNORECASE)


def arahan_captioned(offer: Offer) -> str | None:
    """What stands after /disposisi in a private file's caption; None where it is not there."""
    found = COMMAND.match(offer.caption.strip()) if offer.chat_id == offer.sender else None
    return found[2].strip() if found else None


async def give_with_letter(
    desk: Desk, offer: Offer, words: str, content: bytes, now: datetime
) -> None:
    """Given or refused; in both cases the offer says which. Coming twice changes nothing."""
    read = await read_letter(content)
    async with desk.store.work() as uow:
        kept = await unsettled(uow, offer)
        if kept is None:
            return
        offer = replace(kept, read=read)
        call = await sender_call(uow, offer, now)
        try:
            work = await as_member(uow, desk, call, await office_to_give_in(uow, desk, call))
            with by_its_clock(work):
                await give(work, offer, words)
        except Refusal as refusal:
            await refuse_offer(uow, desk, call, offer, refusal)


async def office_to_give_in(uow: UnitOfWork, desk: Desk, call: Call) -> Office:
    """The one where the sender may; one of his, which says whose it is, where he may in none.
    Refused: NoOffice, SeveralOffices."""
    offices = await offices_of(uow, call.person.id)
    works = [await at_office(uow, desk, office, call.at, call) for office in offices]
    fitting = [work.office for work in works if work.may(Act.GIVE_ARAHAN, work.sop)]
    if len(fitting) > 1 or not offices:
        return await office_of(uow, desk, call)
    return (fitting or offices)[0]


async def give(work: Work, offer: Offer, words: str) -> None:
    """All that may refuse it stands before the first thing that is kept."""
    seat = giving_seat(work)
    await check_scan(work, offer, dict(offer.read or {}))
    offer = replace(offer, target={"kantor": work.office.id})
    arahan = await keep_letter(work, await enter(work, words), seat.key, offer, "")
    await confirm(work, arahan)
    await show_received(work, arahan)
    await show_letter(work, arahan)
