"""A kept file finds its run, seat and kind, or its sender is asked, or it is refused."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.ports import UnitOfWork
from bot.rules import filing
from bot.rules.acts import Act
from bot.rules.errors.files import (
    AlreadyReceived,
    FileRefused,
    FormRefused,
    NotHandedIn,
    OfferSettled,
)
from bot.rules.errors.refusal import Refusal
from bot.rules.form_faults import FormFault
from bot.rules.form_versions import version_key
from bot.rules.hands import not_theirs
from bot.rules.letters import LetterHead, LetterState, letter_head
from bot.rules.messages import Message
from bot.rules.offers import Offer, OfferState
from bot.rules.placing import AskKind, AskRun, AskSeat, Place, place
from bot.rules.run import Document, DocumentState, Run
from bot.texts import files as texts
from bot.texts.offices import labels
from bot.usecases import card_names
from bot.usecases.answer_sender import RECEIVED, UNCLEAR, react, refuse_offer, tell_sender
from bot.usecases.at_office import at_office, meet
from bot.usecases.by_hand import by_hand
from bot.usecases.check_form import check_form
from bot.usecases.compare_versions import with_comparison
from bot.usecases.desk import Call, Desk
from bot.usecases.office_of_file import office_of_file
from bot.usecases.post import Post
from bot.usecases.settle import settle
from bot.usecases.signs_of_file import answered_document, signs_of
from bot.usecases.when_sent import served_then, signed_then, when_sent
from bot.usecases.whose import not_yours
from bot.usecases.work import Work


async def judge(uow: UnitOfWork, desk: Desk, call: Call, offer: Offer) -> None:
    """File it, ask about it, or refuse it; in each case the offer says which."""
    try:
        await try_to_place(uow, desk, call, offer)
    except Refusal as refusal:
        await refuse_offer(uow, desk, call, offer, refusal)


async def try_to_place(uow: UnitOfWork, desk: Desk, call: Call, offer: Offer) -> None:
    read = dict(offer.read or {})
    signs = await signs_of(uow, offer, read)
    office = await office_of_file(uow, desk, offer, signs, call.at)
    if isinstance(office, AskRun):
        await ask_place(Post(uow, desk, call.at, call=call), offer, office)
        return
    work = await at_office(uow, desk, office, call.at, call)
    runs = await uow.runs.open_in(office.id)
    then = await when_sent(work, offer.at)
    handing = handing_in(then, runs, offer.sender)
    if signs.mark is None:
        check_purpose(work, runs, handing, offer)
    found = place(work.office.id, runs, handing, signs)
    if read.get("refused"):
        raise FileRefused(read["refused"], offer.name, read.get("detail", ""))
    if isinstance(found, Place):
        await take_in(work, then, offer, found, read)
    else:
        await ask_place(work.post, offer, found)


def check_purpose(work: Work, runs: Sequence[Run], handing: Sequence[str], offer: Offer) -> None:
    """A private file from who hands in for no seat, but sends other files: refused with how."""
    suppliers = {seat.key for sop in (work.sop, *(r.sop for r in runs)) for seat in sop.suppliers}
    if offer.chat_id != offer.sender or suppliers & set(handing):
        return
    acts = (Act.GIVE_ARAHAN, Act.FILE_HARDCOPY, Act.SET_LETTERHEAD)
    may = [work.may(act, work.sop) for act in acts]
    if any(may):
        raise NotHandedIn(*may)


def handing_in(then: Work, runs: Sequence[Run], sender: int) -> tuple[str, ...]:
    """The seats that the sender could hand in for when he sent; refuses one whose seats substitutes
    had."""
    served = served_then(then, sender)
    if not served:
        own = then.seating.held_for_good(sender)
        seats = [seat for run in runs[:1] for seat in run.sop.seats if seat.key in own]
        if seats:
            raise not_theirs(then.seating, sender, seats, then.today)
    return served


async def take_in(work: Work, then: Work, offer: Offer, found: Place, read: dict[str, Any]) -> None:
    run, seat, kind = found.run, found.seat, found.kind
    filing.check_taking(run, seat, kind.code)
    standing_out = await looked_over(work, offer, found, read) if kind.workbook else ()
    if kind.workbook:
        offer = replace(offer, version_of=version_key(run.id, seat.key))
        await work.uow.offers.save(offer)
    document = replace(document_of(offer, found, read), findings=standing_out)
    document = by_hand(then, document)
    try:
        outcome = filing.file(run, document, await answered_document(work.uow, offer), work.now)
    except AlreadyReceived as same:
        await settle(work, filing.came_again(run, same.document_id, offer.sender, work.now))
        raise
    outcome = replace(outcome, facts=signed_then(then, outcome.facts))
    kept = await settle(work, outcome, then)
    filed = replace(offer, state=OfferState.FILED, document_id=kept.documents[-1].id, reason="")
    await work.uow.offers.save(filed)
    await react(work.post, offer, RECEIVED)
    if offer.state in (OfferState.ASKING, OfferState.REFUSED):
        placed = texts.placed(kept, kept.documents[-1])
        await tell_sender(work.post, offer, card_names.placing(offer.id), placed)


async def looked_over(
    work: Work, offer: Offer, found: Place, read: dict[str, Any]
) -> tuple[FormFault, ...]:
    try:
        return await check_form(work, found.run, found.seat, offer.name, read)
    except FormRefused as refused:
        raise await with_comparison(work, found.run, found.seat, offer, refused) from None


def document_of(offer: Offer, found: Place, read: dict[str, Any]) -> Document:
    """The document, not yet filed; of a letter with what its first page tells of it."""
    head = LetterHead() if found.kind.workbook else letter_head(read.get("page", ""))
    return Document(
        0,
        found.seat.key,
        found.kind.code,
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
        form=read.get("form") if found.kind.workbook else None,
        number=head.number,
        dated=head.dated,
        letter=LetterState.READ if head else LetterState.UNREAD,
    )


async def ask_place(post: Post, offer: Offer, found: AskRun | AskSeat | AskKind) -> None:
    await post.uow.offers.save(replace(offer, state=OfferState.ASKING, reason=""))
    message = await question(post.uow, offer, found)
    await tell_sender(post, offer, card_names.placing(offer.id), message)
    await react(post, offer, UNCLEAR)


async def question(uow: UnitOfWork, offer: Offer, found: AskRun | AskSeat | AskKind) -> Message:
    match found:
        case AskRun(runs):
            offices = [await uow.offices.get(run.office_id) for run in runs]
            titles = labels([office for office in offices if office is not None])
            names = [titles.get(run.office_id, "") for run in runs]
            return texts.which_run(offer.id, offer.name, runs, names)
        case AskSeat(seats):
            return texts.which_seat(offer.id, offer.name, seats)
        case AskKind(kinds):
            return texts.which_kind(offer.id, offer.name, kinds)


async def place_offer(desk: Desk, call: Call, offer_id: str, field: str, value: str) -> str:
    """The sender's tap on one of the choices."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        offer = await uow.offers.get(int(offer_id))
        if offer is None:
            raise OfferSettled
        if offer.sender != call.person.id:
            raise await not_yours(uow, call.person.id, offer.sender)
        if offer.state != OfferState.ASKING:
            raise OfferSettled
        offer = replace(offer, target={**(offer.target or {}), field: value})
        await judge(uow, desk, call, offer)
    return ""
