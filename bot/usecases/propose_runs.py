"""Each minute: runs of periods that have ended are proposed to who orders them."""

from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules import proposals
from bot.rules.periods import Period
from bot.rules.proposals import Proposal, ProposalState
from bot.rules.run import Fact
from bot.rules.sop import Seat
from bot.rules.worktime import own_word_time
from bot.texts import proposals as texts
from bot.texts.words import post_of
from bot.usecases import card_names
from bot.usecases.at_office import at_office
from bot.usecases.desk import Desk
from bot.usecases.end_proposal import orderers
from bot.usecases.one_by_one import one_by_one
from bot.usecases.preflight import preflight
from bot.usecases.start_run import prospect
from bot.usecases.superiors import present_superiors
from bot.usecases.work import Work


async def propose_runs(desk: Desk, now: datetime) -> None:
    """Once for a period of an office, and again where it was put off; in working hours alone."""
    async with desk.store.look() as seen:
        fresh = await unasked(seen, desk, now)
        again = await seen.proposals.due(now)

    async def begin(of: tuple[int, Period]) -> None:
        async with desk.store.work() as uow:
            if (work := await speaking(uow, desk, of[0], now)) is not None:
                await consider(work, of[1])

    async def repeat(proposal: Proposal) -> None:
        async with desk.store.work() as uow:
            if (work := await speaking(uow, desk, proposal.office_id, now)) is not None:
                await propose(work, proposal)

    await one_by_one(fresh, begin)
    await one_by_one(again, repeat)


async def unasked(seen: UnitOfWork, desk: Desk, now: datetime) -> list[tuple[int, Period]]:
    """Periods that have just ended, of offices that were not asked yet whether to run them, and
    may be spoken to now."""
    ended = []
    for office in [office for office in await seen.offices.all() if office.active]:
        here = desk.at(office)
        if own_word_time(here.calendar, now) <= now:
            ended += [(office.id, p) for p in proposals.ripe(here.sop, here.calendar, now)]
    asked = await seen.proposals.made({period for _, period in ended}) if ended else frozenset()
    return [each for each in ended if each not in asked]


async def speaking(uow: UnitOfWork, desk: Desk, office_id: int, now: datetime) -> Work | None:
    """Work in the office; None while the bot may not speak there by itself."""
    office = await uow.offices.get(office_id)
    if office is None or not office.active:
        return None
    if own_word_time(desk.at(office).calendar, now) > now:
        return None
    return await at_office(uow, desk, office, now)


async def consider(work: Work, period: Period) -> None:
    """What is decided of a period is kept, so that it is not looked at every minute."""
    runs = await work.uow.runs.of_office(work.office.id)
    last = runs[0].period if runs else None
    taken = await work.uow.runs.of_period(work.office.id, period) is not None
    if taken or not proposals.wanted(work.sop, period.kind, last):
        await work.uow.proposals.add(Proposal(0, work.office.id, period, ProposalState.PASSED))
        return
    new = Proposal(0, work.office.id, period, ProposalState.ASKED)
    await propose(work, await work.uow.proposals.add(new))


async def propose(work: Work, proposal: Proposal) -> None:
    """To who orders. Where nobody can, the nearest superior hears it, and it is asked again."""
    if await work.uow.runs.of_period(work.office.id, proposal.period) is not None:
        await work.uow.proposals.save(proposals.ended(proposal))
        return
    seats = orderers(work)
    present = [seat for seat in seats if seat.key in work.holders and seat.key not in work.away]
    for seat in present:
        await ask(work, proposal, seat)
    if present:
        await work.uow.proposals.save(proposals.asked(proposal))
        detail = {"periode": proposal.period.key, "kali": proposal.put_offs + 1}
        fact = Fact("putaran diusulkan", work.now, detail=detail)
        await work.uow.facts.add(work.office.id, None, [fact])
        return
    for seat in seats:
        await tell_superior(work, proposal, seat)
    await work.uow.proposals.save(proposals.next_day(proposal, work.calendar, work.now))


async def ask(work: Work, proposal: Proposal, seat: Seat) -> None:
    run = prospect(work, proposal.period).run
    found = preflight(work, run)
    message = texts.proposed(
        proposal,
        post_of(seat, work.holders),
        found.lacks,
        found.end,
        work.calendar,
        found.indicators,
        found.since,
    )
    card = card_names.proposal(proposal.id, proposal.put_offs)
    await work.post.show(card, work.holders[seat.key], message)


async def tell_superior(work: Work, proposal: Proposal, seat: Seat) -> None:
    """Once, whatever the number of days that the seat stays empty."""
    for superior in present_superiors(work, work.sop, seat)[:1]:
        empty = seat.key not in work.holders
        title = post_of(superior, work.holders)
        message = texts.nobody_orders(proposal, seat.title, title, empty=empty)
        key = f"usul:{proposal.id}:{seat.key}:atasan"
        await work.post.say(key, work.holders[superior.key], message)
