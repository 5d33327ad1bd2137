"""/plh and /plt, as a reply: somebody stands in for a seat's holder on some days."""

from bot.rules.absences import check_one_substitute, days_written
from bot.rules.errors.acting import NoDates, NoSubstitute
from bot.rules.people import Person, Substitution, Title
from bot.rules.sop import Seat
from bot.texts import substitutes as texts
from bot.usecases.at_office import office_work
from bot.usecases.desk import Call, Desk
from bot.usecases.follow_substitutions import begin, begins, end, note
from bot.usecases.order_cards import renew_orders
from bot.usecases.seaters import another, in_group, require_seater, seat_and_words
from bot.usecases.undoing import undoes
from bot.usecases.work import Work

COMMANDS = {Title.PLH: "plh", Title.PLT: "plt"}


async def name_plh(desk: Desk, call: Call, words: str, other: Person | None) -> None:
    await name_substitute(desk, call, Title.PLH, words, other)


async def name_plt(desk: Desk, call: Call, words: str, other: Person | None) -> None:
    await name_substitute(desk, call, Title.PLT, words, other)


async def name_substitute(
    desk: Desk, call: Call, title: Title, words: str, other: Person | None
) -> None:
    """By an administrator or the seat's holder; `selesai` instead of the days ends it early."""
    in_group(call, COMMANDS[title])
    if not words:
        raise NoDates("", COMMANDS[title])
    async with office_work(desk, call) as work:
        seat, rest = await seat_and_words(work, words)
        if undoes(rest):
            require_seater(work, call, seat, 0)
            await end_early(work, seat, call.person)
        else:
            person = await another(work, seat, other, COMMANDS[title])
            require_seater(work, call, seat, person.id)
            await agree(work, seat, title, person, rest)
        await renew_orders(work)


async def agree(work: Work, seat: Seat, title: Title, person: Person, text: str) -> None:
    days = days_written(text, work.today, COMMANDS[title])
    check_one_substitute(work.seating, seat, days)
    wanted = Substitution(0, work.office.id, seat.key, person, title, days.first, days.last)
    each = await work.uow.substitutions.add(wanted)
    await note(work, each, "pengganti ditetapkan")
    if work.call is not None:
        holder = work.seating.holders.get(seat.key)
        await work.post.answer(texts.named(each, seat, holder, work.call.person))
    if begins(each, work.today):
        await begin(work, each)


async def end_early(work: Work, seat: Seat, by: Person) -> None:
    """The one that runs; else the next one, which then does not begin."""
    own = [s for s in work.seating.substitutions if s.seat == seat.key]
    if not own:
        raise NoSubstitute(seat.title)
    each = work.seating.substitution(seat.key, work.today) or own[0]
    await work.post.answer(texts.withdrawn(each, seat, by))
    await end(work, each)
