"""Who sent a file is answered: by a reaction where it stands, and in words privately."""

from dataclasses import replace
from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.errors.files import FormRefused
from bot.rules.errors.offices import NoOffice
from bot.rules.errors.refusal import Refusal
from bot.rules.json_form import to_json
from bot.rules.messages import Message
from bot.rules.offers import Offer, OfferState
from bot.rules.people import Office, Person
from bot.rules.placing import AskRun
from bot.rules.run import Fact
from bot.texts import files as texts
from bot.usecases import card_names
from bot.usecases.at_office import sentence_of
from bot.usecases.desk import Call, Desk
from bot.usecases.office_of_file import office_of_file
from bot.usecases.post import Post
from bot.usecases.signs_of_file import signs_of

RECEIVED = "👍"
UNCLEAR = "🤔"


async def sender_call(uow: UnitOfWork, offer: Offer, now: datetime) -> Call:
    """The sender's call, as if he acted now; its id is the offer's own, below every update's."""
    person = await uow.people.get(offer.sender) or Person(offer.sender, "")
    return Call(
        -offer.id,
        now,
        person,
        offer.chat_id,
        offer.chat_id == offer.sender,
        offer.message_id,
        reply_to=offer.reply_to,
        thread_id=offer.thread_id,
    )


async def refuse_offer(
    uow: UnitOfWork, desk: Desk, call: Call, offer: Offer, refusal: Refusal
) -> None:
    """The bytes stay for the record; the sender is told what to do, privately where possible."""
    reason = type(refusal).__name__
    await uow.offers.save(replace(offer, state=OfferState.REFUSED, reason=reason))
    sentence = await sentence_of(uow, desk, call, refusal)
    post = Post(uow, desk, call.at, call=call)
    message = texts.refused(offer.name, sentence)
    await tell_sender(post, offer, card_names.placing(offer.id), message)
    await react(post, offer, UNCLEAR)
    if isinstance(refusal, FormRefused):
        await give_back(post, offer, refusal)
    office = await known_office(uow, desk, offer, call.at)
    if office is not None:
        detail = {"nama": offer.name, "ukuran": offer.size, "alasan": reason}
        detail |= {"sidik": offer.digest, "file_id": offer.file_id}
        fact = Fact("berkas ditolak", call.at, offer.sender, detail=detail)
        await uow.facts.add(office.id, None, [fact])


async def give_back(post: Post, offer: Offer, refusal: FormRefused) -> None:
    """The workbook again with its faults marked, made later: it is read in a child process."""
    told = {**(offer.read or {}), "faults": to_json(refusal.faults)}
    kept = replace(offer, state=OfferState.REFUSED, reason=type(refusal).__name__, read=told)
    await post.uow.offers.save(replace(kept, version_of=refusal.version_of))
    await post.mark(offer)


async def known_office(uow: UnitOfWork, desk: Desk, offer: Offer, now: datetime) -> Office | None:
    """Whose record the refusal enters; a stranger's private file enters nobody's."""
    for told in ("format", "kantor"):  # of a format, of an arahan's scan
        if told in (offer.target or {}):
            return await uow.offices.get(dict(offer.target or {})[told])
    try:
        signs = await signs_of(uow, offer, dict(offer.read or {}))
        found = await office_of_file(uow, desk, offer, signs, now)
    except NoOffice:
        return None
    return None if isinstance(found, AskRun) else found


async def tell_sender(post: Post, offer: Offer, card: str, message: Message) -> None:
    person = await post.uow.people.get(offer.sender)
    if person is not None and person.reachable:
        await post.show(card, person, message)
    else:
        await post.ask_here(card, message)


async def react(post: Post, offer: Offer, emoji: str) -> None:
    key = f"tanggap:{offer.id}:{emoji}"
    await post.react(offer.chat_id, offer.message_id, emoji, key)
