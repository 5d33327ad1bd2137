"""/disposisi: who is above who orders gives him an arahan."""

from bot.ports import UnitOfWork
from bot.rules.acts import Act, roles_that_may
from bot.rules.arahan import read_arahan
from bot.rules.disposing import on_behalf
from bot.rules.dispositions import Disposition, DispositionState, Nature
from bot.rules.hands import hand_of
from bot.rules.offers import Question
from bot.rules.run import Fact
from bot.rules.sop import Seat
from bot.texts import dispositions as texts
from bot.usecases import card_names
from bot.usecases.arahan_cards import given_message, show_given, show_received
from bot.usecases.ask_reason import put_question
from bot.usecases.at_office import as_member, by_its_clock, office_work
from bot.usecases.desk import Call, Desk
from bot.usecases.work import Work


async def give_arahan(desk: Desk, call: Call, words: str) -> None:
    """Without words it is asked for; its run is 0, as it is of none yet."""
    async with office_work(desk, call) as work:
        giving_seat(work)
        if words:
            await give(work, words)
        else:
            await put_question(work, Act.GIVE_ARAHAN, ("0", str(work.office.id)), texts.ask)


async def give(work: Work, words: str) -> None:
    arahan = await enter(work, words)
    await confirm(work, arahan)
    await show_received(work, arahan)


async def enter(work: Work, words: str) -> Disposition:
    """It has its agenda number from here on; nobody is told of it yet."""
    seat, said = giving_seat(work), read_arahan(words)
    hand = hand_of(work.seating, seat.key, work.person_id, work.today)
    new = Disposition(
        0,
        work.office.id,
        work.today.year,
        0,
        DispositionState.WAITING,
        work.now,
        work.person_id,
        seat.key,
        hand.acting if hand else "",
        on_behalf(work.sop, seat),
        said.instruction,
        said.nature,
    )
    arahan = await work.uow.dispositions.add(new)
    told = {"agenda": arahan.agenda, "arahan": arahan.instruction, "sifat": arahan.nature.value}
    told |= {"untuk": arahan.on_behalf}
    fact = Fact("arahan disampaikan", work.now, work.person_id, seat.key, told)
    await work.record(None, [fact])
    return arahan


def giving_seat(work: Work) -> Seat:
    """The highest of those from which he may. Refuses with whose it is."""
    sop, own = work.sop, work.acting(Act.GIVE_ARAHAN, work.sop)
    held = set(work.held_by(work.person_id))
    fitting = [s for s in sop.seats if s.role in roles_that_may(Act.GIVE_ARAHAN, sop)]
    return next((s for s in fitting if s.key in held and not on_behalf(sop, s)), own)


async def confirm(work: Work, arahan: Disposition) -> None:
    """In the chat where he gave it; what is confidential privately, where that is open."""
    call = work.call
    private = call is not None and call.person.reachable and arahan.nature == Nature.CONFIDENTIAL
    if call is None or private:
        await show_given(work, arahan)
    else:
        message = await given_message(work, arahan)
        await work.post.show_here(card_names.arahan_given(arahan), message)


async def give_asked(
    uow: UnitOfWork, desk: Desk, call: Call, question: Question, text: str
) -> None:
    """The answer to what was asked, in the office where it was."""
    work = await as_member(uow, desk, call, await uow.offices.get(int(question.args[1])))
    with by_its_clock(work):
        await give(work, text)
