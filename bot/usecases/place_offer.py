"""A kept file finds its run, seat and kind, or its sender is asked, or it is refused."""

from dataclasses import replace
from typing import Any

from bot.ports import UnitOfWork
from bot.rules import filing
from bot.rules.errors import FileRefused, FormRefused, NotYours, OfferSettled, Refusal
from bot.rules.form_faults import FormFault, differences
from bot.rules.forms import FilledForm, OfficeFormat
from bot.rules.json_form import from_json
from bot.rules.messages import Message
from bot.rules.offers import Offer, OfferState
from bot.rules.placing import AskKind, AskRun, AskSeat, Place, Signs, place
from bot.rules.run import Document, DocumentState, Fact
from bot.texts import files as texts
from bot.texts import refusals
from bot.texts.workbooks import DATA
from bot.usecases import card_names
from bot.usecases.desk import Call, Desk
from bot.usecases.make_papers import form_of
from bot.usecases.post import Post
from bot.usecases.read_file import mark_of
from bot.usecases.settle import settle
from bot.usecases.work import Work, at_office, meet, office_for

RECEIVED = "👍"
UNCLEAR = "🤔"


async def judge(uow: UnitOfWork, desk: Desk, call: Call, offer: Offer) -> None:
    """File it, ask about it, or refuse it; in each case the offer says which."""
    try:
        await try_to_place(uow, desk, call, offer)
    except Refusal as refusal:
        await refuse_offer(uow, desk, call, offer, refusal)


async def try_to_place(uow: UnitOfWork, desk: Desk, call: Call, offer: Offer) -> None:
    read = dict(offer.read or {})
    work = await at_office(uow, desk, await office_for(uow, offer, mark_of(read)), call.at, call)
    runs = await uow.runs.open_in(work.office.id)
    signs = await signs_of(uow, offer, read)
    found = place(work.office.id, runs, work.held_by(offer.sender), signs)
    if read.get("refused"):
        raise FileRefused(read["refused"], offer.name, read.get("detail", ""))
    if isinstance(found, Place):
        await take_in(work, offer, found, read)
    else:
        await ask_place(work, offer, found)


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


async def take_in(work: Work, offer: Offer, found: Place, read: dict[str, Any]) -> None:
    run, seat, kind = found.run, found.seat, found.kind
    filing.check_taking(run, seat, kind.code)
    if kind.workbook:
        check_form(form_of(run), seat.key, offer.name, read)
    document = Document(
        0,
        seat.key,
        kind.code,
        DocumentState.RECEIVED,
        offer.at,
        offer.sender,
        name=offer.name,
        size=offer.size,
        digest=offer.digest,
        file_id=offer.file_id,
        media=offer.media,
        chat_id=offer.chat_id,
        message_id=offer.message_id,
        form=read.get("form") if kind.workbook else None,
    )
    outcome = filing.file(run, document, await answered_document(work.uow, offer), work.now)
    kept = await settle(work, outcome)
    filed = replace(offer, state=OfferState.FILED, document_id=kept.documents[-1].id)
    await work.uow.offers.save(filed)
    await react(work.post, offer, RECEIVED)
    if offer.state == OfferState.ASKING:
        placed = texts.placed(kept, kept.documents[-1])
        await tell_sender(work.post, offer, card_names.placing(offer.id), placed)


def check_form(office_format: OfficeFormat, seat: str, name: str, read: dict[str, Any]) -> None:
    """Refuse a filled workbook with all its faults at once."""
    faults = tuple(from_json(FormFault, fault) for fault in read.get("faults") or ())
    if not faults and read.get("form"):
        form = from_json(FilledForm, read["form"])
        faults = tuple(differences(form, office_format.of(seat), DATA))
    if faults:
        raise FormRefused(name, faults)


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


async def ask_place(work: Work, offer: Offer, found: AskRun | AskSeat | AskKind) -> None:
    await work.uow.offers.save(replace(offer, state=OfferState.ASKING))
    message = question(offer, found)
    await tell_sender(work.post, offer, card_names.placing(offer.id), message)
    await react(work.post, offer, UNCLEAR)


def question(offer: Offer, found: AskRun | AskSeat | AskKind) -> Message:
    match found:
        case AskRun(runs):
            return texts.which_run(offer.id, offer.name, runs)
        case AskSeat(seats):
            return texts.which_seat(offer.id, offer.name, seats)
        case AskKind(kinds):
            return texts.which_kind(offer.id, offer.name, kinds)


async def refuse_offer(
    uow: UnitOfWork, desk: Desk, call: Call, offer: Offer, refusal: Refusal
) -> None:
    """The bytes stay for the record; the sender is told what to do, privately where possible."""
    reason = type(refusal).__name__
    await uow.offers.save(replace(offer, state=OfferState.REFUSED, reason=reason))
    sentence = refusals.sentence(refusal, desk.calendar.zone)
    post = Post(uow, desk, call.at, call=call)
    message = texts.refused(offer.name, sentence)
    await tell_sender(post, offer, card_names.placing(offer.id), message)
    await react(post, offer, UNCLEAR)
    office = await uow.offices.at(offer.chat_id)
    if office is not None:
        detail = {"nama": offer.name, "ukuran": offer.size, "alasan": reason}
        detail |= {"sidik": offer.digest, "file_id": offer.file_id}
        fact = Fact("berkas ditolak", call.at, offer.sender, detail=detail)
        await uow.facts.add(office.id, None, [fact])


async def tell_sender(post: Post, offer: Offer, card: str, message: Message) -> None:
    person = await post.uow.people.get(offer.sender)
    if person is not None and person.reachable:
        await post.show(card, person, message)
    else:
        await post.ask_here(card, message)


async def react(post: Post, offer: Offer, emoji: str) -> None:
    key = f"tanggap:{offer.id}:{emoji}"
    await post.react(offer.chat_id, offer.message_id, emoji, key)


async def place_offer(desk: Desk, call: Call, offer_id: str, field: str, value: str) -> str:
    """The sender's tap on one of the choices."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        offer = await uow.offers.get(int(offer_id))
        if offer is None:
            raise OfferSettled
        if offer.sender != call.person.id:
            sender = await uow.people.get(offer.sender)
            raise NotYours((sender.name if sender else "",))
        if offer.state != OfferState.ASKING:
            raise OfferSettled
        offer = replace(offer, target={**(offer.target or {}), field: value})
        await judge(uow, desk, call, offer)
    return ""
