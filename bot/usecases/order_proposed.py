"""[Perintahkan] and [Nanti] on a proposed run."""

from bot.ports import UnitOfWork
from bot.rules import proposals
from bot.rules.acts import Act
from bot.rules.errors.calendars import ProposalOver
from bot.rules.periods import Period
from bot.rules.proposals import Proposal, ProposalState
from bot.rules.run import Fact, Run, Task
from bot.texts import notices
from bot.texts import proposals as texts
from bot.usecases import card_names
from bot.usecases.at_office import as_member, meet
from bot.usecases.desk import Call, Desk
from bot.usecases.open_sheet import order_run
from bot.usecases.start_run import open_period
from bot.usecases.work import Work


async def order_proposed(desk: Desk, call: Call, proposal_id: str) -> str:
    """The run is opened and ordered in one tap, with the facts of /mulai and its [Perintahkan].

    One that was opened by /mulai meanwhile and waits for its order is ordered.
    """
    async with desk.store.work(call.update_id) as uow:
        work, proposal = await on_proposal(uow, desk, await meet(uow, call), proposal_id)
        work.acting(Act.ORDER_PROPOSED, work.sop)
        run = await waiting_for_order(work, proposal.period)
        seat = work.acting(Act.ORDER, run.sop, run.owners(Task.ORDER))
        await order_run(work, run, seat)
    return notices.recorded()


async def waiting_for_order(work: Work, period: Period) -> Run:
    begun = await work.uow.runs.of_period(work.office.id, period)
    if begun is None:
        return await open_period(work, period)
    if not begun.duties_where(lambda duty: duty.task == Task.ORDER and duty.is_open):
        raise ProposalOver(period)
    return begun


async def put_off_proposal(desk: Desk, call: Call, proposal_id: str) -> str:
    """To the next working day; tapped twice it is put off once."""
    async with desk.store.work(call.update_id) as uow:
        work, proposal = await on_proposal(uow, desk, await meet(uow, call), proposal_id)
        seat = work.acting(Act.PUT_OFF, work.sop)
        await check_open(work, proposal)
        if proposal.state == ProposalState.ASKED:
            later = proposals.put_off(proposal, work.sop, work.calendar, work.now)
            await uow.proposals.save(later)
            detail = {"periode": proposal.period.key, "kali": later.put_offs}
            fact = Fact("usulan ditunda", work.now, work.person_id, seat.key, detail)
            await uow.facts.add(work.office.id, None, [fact])
            card = card_names.proposal(proposal.id, proposal.put_offs)
            await work.post.show_here(card, texts.put_off(later, work.calendar))
    return notices.recorded()


async def on_proposal(
    uow: UnitOfWork, desk: Desk, call: Call, proposal_id: str
) -> tuple[Work, Proposal]:
    proposal = await uow.proposals.get(int(proposal_id))
    if proposal is None:
        raise ProposalOver
    return await as_member(uow, desk, call, await uow.offices.get(proposal.office_id)), proposal


async def check_open(work: Work, proposal: Proposal) -> None:
    if await work.uow.runs.of_period(work.office.id, proposal.period) is not None:
        raise ProposalOver(proposal.period)
