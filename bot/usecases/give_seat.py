"""A person takes a seat: what waited for it and its open duties come to him."""

from bot.rules.people import Person
from bot.rules.run import Fact
from bot.rules.sop import Seat
from bot.texts import seats as texts
from bot.usecases.at_office import again
from bot.usecases.follow_substitutions import close
from bot.usecases.greet import correct_greeting
from bot.usecases.hand_duties import hand_duties
from bot.usecases.work import Work


async def give_seat(work: Work, seat: Seat, person: Person) -> None:
    await work.uow.seats.put(work.office.id, seat.key, person.id)
    await work.uow.staff.remove(work.office.id, seat.key, person.id)
    await work.uow.errands.give(work.office.id, seat.key, person.id)
    await end_own_substitution(work, seat, person)
    before = work.seating.holders.get(seat.key)
    told = {"pemegang": person.id, "nama": person.name}
    told |= {"semula": before.id if before else None, "nama semula": before.name if before else ""}
    fact = Fact("kursi ditetapkan", work.now, work.person_id, seat.key, told)
    await work.uow.facts.add(work.office.id, None, [fact])
    seated = await again(work)
    key = f"kursi:{work.office.id}:{seat.key}:{person.id}:{work.now.timestamp():.0f}"
    await seated.post.say(key, person, texts.seat_given(seat, work.office))
    if before is not None and before.id != person.id:
        await seated.post.say(f"{key}:dari", before, texts.seat_passed(seat, work.office, person))
    await correct_greeting(seated)
    await hand_duties(seated, seat, work.holders.get(seat.key))


async def end_own_substitution(work: Work, seat: Seat, person: Person) -> None:
    """Nobody stands in for himself."""
    for own in work.seating.substitutions:
        if own.seat == seat.key and own.person.id == person.id:
            await close(work, own)
