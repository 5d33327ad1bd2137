"""How each duty is put before its seat, and the cards that follow its state."""

from bot.rules import disposing
from bot.rules.messages import Message
from bot.rules.people import Person
from bot.rules.run import Duty, Run, Task
from bot.texts import board as board_texts
from bot.texts import duties as texts
from bot.texts import recap as recap_texts
from bot.texts import requests as request_texts
from bot.texts import reviews
from bot.texts.arahan_lines import on_preflight
from bot.texts.summary import group_summary
from bot.usecases import card_names
from bot.usecases.absent import absent
from bot.usecases.giving import giving_of
from bot.usecases.make_papers import (
    form_of,
    format_paper,
    recap_paper,
    seat_paper,
)
from bot.usecases.preflight import preflight
from bot.usecases.show_staff import show_staff
from bot.usecases.work import Work
from bot.usecases.year_targets import targets_kept_over


def duty_card(run: Run, duty: Duty, message: Message) -> str:
    """A recap or a format that changed is a new message: the file in a message is not edited."""
    card = card_names.duty(run, duty)
    if duty.task == Task.ANALYSE and duty.rounds:  # its recap came back: asked once more
        return f"{card}:{len(duty.rounds)}"
    if duty.task in (Task.COMPILE, Task.CONVEY) and message.attachment:
        return f"{card}:{message.attachment.digest[:12]}"
    return card


async def announce(work: Work, run: Run, duty: Duty) -> None:
    """Put a duty before its seat as it is now; the orderer's own stands where he acts."""
    message = texts.with_end(await duty_message(work, run, duty), run, duty, work.calendar)
    card = duty_card(run, duty, message)
    call = work.call
    if duty.task == Task.ORDER and call and duty.seat in work.held_by(call.person.id):
        await work.post.show_here(card, message)
    else:
        await work.tell_seat(card, duty.seat, message)
    if duty.task == Task.HAND_IN:
        await show_staff(work, run, duty, message.attachment)


async def duty_message(work: Work, run: Run, duty: Duty) -> Message:
    make = {
        Task.ORDER: order_message,
        Task.CONVEY: convey_message,
        Task.HAND_IN: hand_in_message,
        Task.COLLECT: collect_message,
        Task.COMPILE: compile_message,
        Task.ANALYSE: analyse_message,
    }[duty.task]
    return await make(work, run, duty)


async def order_message(work: Work, run: Run, duty: Duty) -> Message:
    found = preflight(work, run)
    return texts.order_duty(
        run,
        duty,
        found.lacks,
        found.end,
        work.calendar,
        found.indicators,
        found.since,
        await targets_kept_over(work, form_of(run)),
        work.holders,
        await disposed(work, run),
    )


async def disposed(work: Work, run: Run) -> list[str]:
    """What the run's lembar disposisi says, as far as there is one."""
    kept = await work.uow.dispositions.of_run(run.id)
    sheet = disposing.sheet_of(kept)
    giving = await giving_of(work, sheet) if sheet is not None else None
    return on_preflight(sheet, disposing.added_to(kept), giving)


async def convey_message(work: Work, run: Run, duty: Duty) -> Message:
    paper = await format_paper(work.desk, work.office, run)
    return texts.convey_duty(run, duty, paper, work.calendar, work.holders)


async def hand_in_message(work: Work, run: Run, duty: Duty) -> Message:
    seat = run.sop.seat(duty.seat)
    fills = any(kind.workbook for kind in run.kinds_owed_by(seat))
    paper = await seat_paper(work, run, seat) if fills else None
    return texts.hand_in_duty(run, duty, paper, work.calendar, work.holders)


async def collect_message(work: Work, run: Run, duty: Duty) -> Message:
    return texts.collect_duty(run, duty, work.calendar, work.holders)


async def compile_message(work: Work, run: Run, duty: Duty) -> Message:
    paper = await recap_paper(work, run)
    summary = group_summary(paper.recap)
    return texts.compile_duty(run, duty, paper.file, summary, work.calendar, work.holders)


async def analyse_message(work: Work, run: Run, duty: Duty) -> Message:
    paper = await recap_paper(work, run)
    draft = recap_texts.analysis(paper.recap)
    return texts.analyse_duty(run, duty, paper.file, draft, work.calendar, work.holders)


async def show_request(work: Work, run: Run) -> None:
    """The request in the group: what is asked so far, edited as more is asked."""
    asked_by = [
        run.sop.seat(duty.seat)
        for duty in run.duties
        if duty.task == Task.CONVEY
        and duty.done_at is not None
        and run.sop.kinds_for(run.sop.seat(duty.seat).role)
    ]
    if asked_by:
        link = work.desk.link(f"buka_{work.office.token}")
        message = request_texts.request(run, asked_by, work.holders, work.calendar, link)
        await work.post.show_in_group(card_names.request(run), message)


async def show_board(work: Work, run: Run) -> None:
    away = await absent(work.uow, run, work.calendar, work.now)
    message = board_texts.board(run, work.holders, work.calendar, None, away)
    await work.post.show_in_group(card_names.board(run), message)


async def show_receipt(work: Work, run: Run, seat: str, sender: int) -> None:
    """The sender's one receipt for this seat; who acts for the seat has one too as soon as others
    hand in for it, and every receipt that stands follows."""
    card = card_names.receipt(run, seat)
    for person in await receivers(work, card, seat, sender):
        decides = seat in work.held_by(person.id)
        receipt = request_texts.receipt(run, run.sop.seat(seat), person.id, decides=decides)
        await work.post.show(card, person, receipt)


async def receivers(work: Work, card: str, seat: str, sender: int) -> list[Person]:
    acts = work.holders.get(seat)
    others = [acts, work.seating.holders.get(seat), *work.seating.staff.get(seat, ())]
    people = {p.id: p for p in (await work.uow.people.get(sender), *others) if p is not None}
    told = {sender, acts.id if acts else sender}
    return [
        person
        for person in people.values()
        if person.id in told or await work.uow.cards.get(card, person.id)
    ]


async def show_review(work: Work, run: Run, document_id: int) -> None:
    """The document before its collector, and the collector's card."""
    document = run.document(document_id)
    if document is None:
        return
    collector = run.sop.role(run.sop.kind(document.kind).collector)
    for seat in collector.seats:
        if not document.nihil:
            message = reviews.review(run, document)
            await work.tell_seat(card_names.review(run, document), seat.key, message)
        duty = run.duty(Task.COLLECT, seat.key)
        if duty is not None and duty.opened_at is not None:
            await announce(work, run, duty)
