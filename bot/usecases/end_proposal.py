"""A proposed run was begun, from the proposal or by /mulai: nothing is proposed any more."""

from bot.rules.acts import Act, roles_that_may
from bot.rules.periods import Period
from bot.rules.proposals import ended
from bot.rules.sop import Seat
from bot.texts import proposals as texts
from bot.usecases import card_names
from bot.usecases.work import Work


def orderers(work: Work) -> tuple[Seat, ...]:
    return work.sop.seats_of(roles_that_may(Act.ORDER_PROPOSED, work.sop))


async def end_proposal(work: Work, period: Period) -> None:
    proposal = await work.uow.proposals.of(work.office.id, period)
    if proposal is None:
        return
    await work.uow.proposals.save(ended(proposal))
    await work.uow.errands.recall(card_names.proposal(proposal.id))
    tapped = work.call.reply_to if work.call and work.call.tapped else None
    for seat in orderers(work):
        holder = work.holders.get(seat.key)
        name = card_names.proposal(proposal.id)
        for card in await work.uow.cards.in_chat(holder.id, name) if holder else ():
            if card.message_id == tapped:  # it becomes the pre-flight's own card
                await work.uow.cards.forget(card.name, card.chat_id)
            elif holder:
                await work.post.show(card.name, holder, texts.over(proposal))
