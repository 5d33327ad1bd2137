"""A person takes a seat: what waited for it and its open duties come to him."""

from bot.rules.people import Person
from bot.rules.run import DocumentState, Fact
from bot.rules.sop import Seat
from bot.texts import seats as texts
from bot.usecases.announce import announce, show_board, show_request, show_review
from bot.usecases.ask_time import put_plea, superior_of
from bot.usecases.end_fillings import end_others
from bot.usecases.greet import correct_greeting
from bot.usecases.work import Work, at_office, collectors_of


async def give_seat(work: Work, seat: Seat, person: Person) -> None:
    await work.uow.seats.put(work.office.id, seat.key, person.id)
    await work.uow.errands.give(work.office.id, seat.key, person.id)
    before = work.seating.holders.get(seat.key)
    fact = Fact(
        "kursi ditetapkan",
        work.now,
        work.person_id,
        seat.key,
        {"pemegang": person.id, "semula": before.id if before else None},
    )
    await work.uow.facts.add(work.office.id, None, [fact])
    seated = await at_office(work.uow, work.desk, work.office, work.now, work.call)
    key = f"kursi:{work.office.id}:{seat.key}:{person.id}:{work.now.timestamp():.0f}"
    await seated.post.say(key, person, texts.seat_given(seat, work.office))
    if before is not None and before.id != person.id:
        await seated.post.say(f"{key}:dari", before, texts.seat_passed(seat, work.office, person))
    await correct_greeting(seated)
    await hand_duties(seated, seat)


async def hand_duties(work: Work, seat: Seat) -> None:
    """What the seat owes, reviews and decides on, and the cards that name its holder."""
    for run in await work.uow.runs.open_in(work.office.id):
        await end_others(work, run, seat.key, work.holders[seat.key].id)
        for duty in run.duties_where(lambda d: d.is_open):
            if duty.seat == seat.key:
                await announce(work, run, duty)
            if duty.plea and superior_of(work, run, duty).key == seat.key:
                await put_plea(work, run, duty, seat)
        for document in run.documents:
            if document.state == DocumentState.RECEIVED and seat.key in collectors_of(
                run, document.kind
            ):
                await show_review(work, run, document.id)
        await show_request(work, run)
        await show_board(work, run)
