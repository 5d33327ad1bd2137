"""/staf, as a reply: somebody may hand in for a seat, or may no longer."""

from bot.rules.errors.acting import HandsInNothing, NotAReply, NotStaff
from bot.rules.messages import Message
from bot.rules.people import Person
from bot.rules.run import Duty, Fact, Run, Task
from bot.rules.sop import Seat
from bot.texts import substitutes as texts
from bot.usecases import card_names
from bot.usecases.announce import duty_message
from bot.usecases.at_office import again, office_work
from bot.usecases.desk import Call, Desk
from bot.usecases.end_fillings import end_others
from bot.usecases.offices import sops_in_force
from bot.usecases.seaters import another, in_group, require_seater, seat_and_words
from bot.usecases.show_staff import show_staff
from bot.usecases.undoing import undoes
from bot.usecases.work import Work


async def name_staff(desk: Desk, call: Call, words: str, other: Person | None) -> None:
    """By the seat's holder or an administrator; said again, or with `hapus`, it removes."""
    in_group(call, "staf")
    if not words or other is None:
        raise NotAReply("staf")
    async with office_work(desk, call) as work:
        seat, rest = await seat_and_words(work, words)
        person = await another(work, seat, other, "staf")
        require_seater(work, call, seat, person.id)
        serves = seat.key in work.seating.staffed_by(person.id)
        if undoes(rest) and not serves:
            raise NotStaff(person.name, seat.title)
        await (remove(work, seat, person) if serves else add(work, seat, person))


async def add(work: Work, seat: Seat, person: Person) -> None:
    sops = await sops_in_force(work.uow, work.desk, work.office)
    if all(seat not in sop.suppliers for sop in sops):
        raise HandsInNothing(seat.title)
    await work.uow.staff.add(work.office.id, seat.key, person.id)
    await note(work, seat, person, "staf ditetapkan")
    await work.post.answer(texts.staff_named(person, seat))
    await give_workbooks(work, seat)


async def remove(work: Work, seat: Seat, person: Person) -> None:
    """What he began to fill in for the seat ends with it."""
    await work.uow.staff.remove(work.office.id, seat.key, person.id)
    await note(work, seat, person, "staf dihapus")
    after = await again(work)
    for run in await work.uow.runs.open_in(work.office.id):
        await end_others(after, run, seat.key)
        await close_cards(after, run, seat, person)
    await work.post.answer(texts.staff_removed(person, seat))


async def give_workbooks(work: Work, seat: Seat) -> None:
    """What is asked of the seat already reaches its new staff too."""
    after = await again(work)
    for run in await work.uow.runs.open_in(work.office.id):
        for duty in owed_files(run, seat):
            message = await duty_message(after, run, duty)
            await show_staff(after, run, duty, message.attachment)


async def close_cards(work: Work, run: Run, seat: Seat, person: Person) -> None:
    """What stands before who is staff no more says so; a file stays above it."""
    if person.id in {acts.id for acts in (work.holders.get(seat.key),) if acts}:
        return
    for duty in owed_files(run, seat):
        card = card_names.duty(run, duty)
        stands = await work.uow.cards.in_chat(person.id, card)
        before = await duty_message(work, run, duty) if stands else Message("")
        gone = texts.helps_no_more(before, run, seat)
        await work.post.show_or_keep(card, person, gone)


def owed_files(run: Run, seat: Seat) -> tuple[Duty, ...]:
    return run.duties_where(lambda d: d.task == Task.HAND_IN and d.seat == seat.key and d.is_open)


async def note(work: Work, seat: Seat, person: Person, verb: str) -> None:
    told = {"staf": person.id, "nama": person.name}
    fact = Fact(verb, work.now, work.person_id, seat.key, told)
    await work.uow.facts.add(work.office.id, None, [fact])
