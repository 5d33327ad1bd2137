"""/serah, as a reply: a seat is handed over for good."""

from bot.rules.errors.acting import NotAReply
from bot.rules.people import Person
from bot.rules.run import Fact
from bot.rules.sop import Seat
from bot.texts import seats as seat_texts
from bot.texts import substitutes as texts
from bot.usecases import card_names
from bot.usecases.at_office import office_work
from bot.usecases.desk import Call, Desk
from bot.usecases.give_seat import give_seat
from bot.usecases.seaters import another, in_group, require_seater, seat_and_words
from bot.usecases.work import Work


async def hand_over(desk: Desk, call: Call, words: str, other: Person | None) -> None:
    """By an administrator at once; by the holder himself as a claim that one approves."""
    in_group(call, "serah")
    if not words:
        raise NotAReply("serah")
    async with office_work(desk, call) as work:
        seat, _ = await seat_and_words(work, words)
        heir = await another(work, seat, other, "serah")
        require_seater(work, call, seat, heir.id)
        if call.person.id in call.admins:
            await work.post.answer(seat_texts.seated(heir, seat, call.person))
            await give_seat(work, seat, heir)
        else:
            await ask(work, seat, heir, call.person)


async def ask(work: Work, seat: Seat, heir: Person, holder: Person) -> None:
    claim = await work.uow.claims.ask(work.office.id, seat.key, heir.id, work.now)
    asked = texts.hand_over_asked(claim, seat, holder)
    await work.post.show_at_once(card_names.claim(claim.id), asked)
    told = {"kepada": heir.id, "nama": heir.name}
    fact = Fact("kursi hendak diserahkan", work.now, holder.id, seat.key, told)
    await work.uow.facts.add(work.office.id, None, [fact])
