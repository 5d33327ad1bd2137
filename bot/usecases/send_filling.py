"""[Kirim]: the answers become the seat's workbook, which is taken in like one that was sent."""

import asyncio
from dataclasses import dataclass, replace
from typing import Any

from bot.papers.filled_workbook import filled_workbook
from bot.rules.errors.files import AlreadyReceived
from bot.rules.errors.fillings import FillingIncomplete, FillingOver, QuestionGone
from bot.rules.fillable import asked_of, standing_form
from bot.rules.filling import FillingState, asked, lacking
from bot.rules.filling_answers import filled_form
from bot.rules.forms import FilledForm, FormMark
from bot.rules.json_form import from_json
from bot.rules.messages import Attachment
from bot.rules.offers import Offer, OfferState
from bot.texts import filling as texts
from bot.texts import filling_ends, notices
from bot.usecases import card_names
from bot.usecases.answer_sender import sender_call
from bot.usecases.desk import Call, Desk
from bot.usecases.filling_cards import show_below, show_instead
from bot.usecases.make_papers import seat_paper
from bot.usecases.open_filling import Open, note, open_filling, opened
from bot.usecases.place_offer import judge
from bot.usecases.read_file import read_file

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Made:
    """The workbook, kept in the cabinet, and what reading it says."""

    form: FilledForm
    name: str
    size: int
    digest: str
    read: dict[str, Any]


async def send_filling(desk: Desk, call: Call, filling_id: str, shown: str) -> str:
    """`shown` is the print of the answers that were looked over; the workbook is made and read
    before the unit of work that takes it in, in which the answers must still be the same."""
    made = await make(desk, call, int(filling_id), shown)
    async with open_filling(desk, call, filling_id) as now:
        if form_now(now, shown) != made.form:
            raise QuestionGone
        check_new(now, made.form)
        return await hand_in(now, made)


async def make(desk: Desk, call: Call, filling_id: int, shown: str) -> Made:
    async with desk.store.look() as seen:
        filling = await seen.fillings.get(filling_id)
        if filling is None or filling.person_id != call.person.id:
            raise FillingOver
        now = await opened(seen, desk, call, filling)
        form = form_now(now, shown)
        paper = await blank(now)
    sent = await desk.cabinet.open(paper.digest)
    content = await asyncio.to_thread(filled_workbook, sent, form, call.at)
    digest = await desk.cabinet.keep(content)
    return Made(form, paper.name, len(content), digest, await read_file(content))


async def blank(now: Open) -> Attachment:
    """The workbook as the seat was sent it."""
    seat = now.run.sop.seat(now.filling.seat)
    return await seat_paper(now.work, now.run, seat)


def form_now(now: Open, shown: str) -> FilledForm:
    """Refused: FillingIncomplete; QuestionGone for answers that were not looked over like this."""
    filling, run = now.filling, now.run
    if asked(filling, now.asks) is not None or filling_ends.print_of(filling) != shown:
        raise QuestionGone
    if left := lacking(filling, now.asks):
        raise FillingIncomplete(tuple(dict.fromkeys(ask.number for ask in left)))
    seat = run.sop.seat(filling.seat)
    mark = FormMark(now.work.office.id, run.id, seat.key, 1, period=run.period.key)
    return filled_form(filling, asked_of(run, seat), mark, standing_form(run, seat))


def check_new(now: Open, form: FilledForm) -> None:
    """Refused: AlreadyReceived, where just these values stand."""
    run, seat = now.run, now.run.sop.seat(now.filling.seat)
    for document in run.filed(seat.key):
        if document.counts and document.form and from_json(FilledForm, document.form) == form:
            raise AlreadyReceived(document.id)


async def hand_in(now: Open, made: Made) -> str:
    """The same way that a file goes once its bytes are kept; after a refusal all answers stand
    below what was said, to be corrected."""
    work, filling = now.work, now.filling
    uow = work.uow
    offer = await uow.offers.add(await offer_of(now, made))
    offer = replace(
        offer, digest=made.digest, size=made.size, read=made.read, at=work.now,
        state=OfferState.FETCHING,
    )  # fmt: skip
    await judge(uow, work.desk, await sender_call(uow, offer, work.now), offer)
    judged = await uow.offers.get(offer.id)
    if judged is None or judged.state == OfferState.REFUSED:
        await uow.fillings.save(await show_below(work, now.run, filling, texts.moved_below()))
        return notices.not_taken()
    over = replace(filling, state=FillingState.SENT)
    await uow.fillings.save(over)
    await note(work, now.run, over, "pengisian lewat chat dikirim")
    run = await uow.runs.get(now.run.id) or now.run
    await show_instead(work, over, filling_ends.sent(run, over, run.sop.seat(over.seat), made.name))
    return notices.recorded()


async def offer_of(now: Open, made: Made) -> Offer:
    """As if sent in the message that the filling stands in. Telegram has no such file yet, so it
    goes out of the cabinet."""
    person, work = now.filling.person_id, now.work
    card = await work.uow.cards.get(card_names.filling(now.filling), person)
    stands_in = card.message_id if card else work.call.message_id if work.call else 0
    return Offer(0, person, person, stands_in, "", made.name, made.size, XLSX, "document", work.now)
