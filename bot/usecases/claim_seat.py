"""A seat is claimed in private and granted or refused by an administrator in the group."""

from bot.rules.errors.offices import NoOffice
from bot.rules.errors.seats import ClaimSettled, SeatTaken
from bot.rules.people import Claim, ClaimState
from bot.rules.run import Fact
from bot.texts import notices
from bot.texts import seats as texts
from bot.usecases import card_names
from bot.usecases.at_office import at_office, meet
from bot.usecases.desk import Call, Desk
from bot.usecases.give_seat import give_seat
from bot.usecases.offices import seats_in_force
from bot.usecases.seaters import known_seat, require_administrator
from bot.usecases.work import Work


async def claim_seat(desk: Desk, call: Call, token: str, seat_key: str) -> None:
    """By the token of the office's link: numbers could be guessed from another office."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        office = await uow.offices.by_token(token)
        if office is None or not office.active:
            raise NoOffice
        work = await at_office(uow, desk, office, call.at, call)
        seat = known_seat(await seats_in_force(uow, desk, office), seat_key)
        holder = work.seating.holders.get(seat.key)
        if holder is not None and holder.id == call.person.id:
            raise SeatTaken(seat.title, holder.name)
        claim = await uow.claims.ask(office.id, seat.key, call.person.id, call.at)
        await work.post.show_at_once(
            card_names.claim(claim.id), texts.claim_asked(claim, seat, holder)
        )
        await work.post.answer(texts.claim_waits(seat))
        fact = Fact("kursi diajukan", call.at, call.person.id, seat.key)
        await uow.facts.add(office.id, None, [fact])


async def grant_seat(desk: Desk, call: Call, claim_id: str) -> str:
    return await decide(desk, call, claim_id, granted=True)


async def refuse_seat(desk: Desk, call: Call, claim_id: str) -> str:
    return await decide(desk, call, claim_id, granted=False)


async def decide(desk: Desk, call: Call, claim_id: str, *, granted: bool) -> str:
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        claim = await uow.claims.get(int(claim_id)) if claim_id.isdigit() else None
        office = await uow.offices.get(claim.office_id) if claim else None
        if claim is None or office is None or office.chat_id != call.chat_id:
            raise ClaimSettled
        require_administrator(call, claim.person.id)
        if claim.state != ClaimState.ASKED:
            raise ClaimSettled
        work = await at_office(uow, desk, office, call.at, call)
        await uow.claims.settle(claim.id, ClaimState.GRANTED if granted else ClaimState.REFUSED)
        await close_claim(work, claim, granted=granted)
    return notices.recorded()


async def close_claim(work: Work, claim: Claim, *, granted: bool) -> None:
    if work.call is None:
        raise ValueError("nobody called")
    seat = known_seat(await seats_in_force(work.uow, work.desk, work.office), claim.seat)
    by = work.call.person
    decided = texts.claim_decided(claim, seat, by, granted=granted)
    await work.post.show_here(card_names.claim(claim.id), decided)
    if granted:
        await give_seat(work, seat, claim.person)
    else:
        fact = Fact("kursi tidak disetujui", work.now, by.id, seat.key)
        await work.uow.facts.add(work.office.id, None, [fact])
        await work.post.say(f"klaim-jawab:{claim.id}", claim.person, decided)
