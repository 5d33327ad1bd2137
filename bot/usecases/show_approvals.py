"""The cards of those who approve a recap, and what follows when all have."""

from bot.rules.approvals import Approval, ApprovalState
from bot.rules.approving import AllApproved, ApprovalAsked, ApprovalSettled
from bot.rules.messages import Attachment, Message
from bot.rules.run import Run
from bot.rules.sop import StepKind
from bot.texts import approvals as texts
from bot.texts import file_names, runs
from bot.texts.words import post_of
from bot.usecases import card_names
from bot.usecases.make_papers import recap_paper
from bot.usecases.recap_papers import pdf_paper
from bot.usecases.work import Work


async def tell_asked(work: Work, run: Run, notice: ApprovalAsked) -> None:
    await show_approval(work, run, notice.approval)


async def tell_settled(work: Work, run: Run, notice: ApprovalSettled) -> None:
    """Its card and its reminders say what became of it, and lose their buttons."""
    approval = notice.approval
    await show_approval(work, run, approval)
    await tell_giver(work, run, approval)
    if approval.state == ApprovalState.RETURNED:
        await close_final(work, run, approval)
    name = card_names.approval_reminder(run, approval)
    await work.uow.errands.recall(name)
    holder = work.holders.get(approval.seat)
    if holder is not None:
        over = texts.reminder_over(run, approval, work.calendar)
        for card in await work.uow.cards.in_chat(holder.id, name):
            await work.post.show(card.name, holder, over)


async def tell_giver(work: Work, run: Run, approval: Approval) -> None:
    """Who gave what is void now sees that on his own card, though another acts for the seat."""
    holder, card = work.holders.get(approval.seat), card_names.approval(run, approval)
    if approval.decided_by is None or (holder and holder.id == approval.decided_by):
        return
    giver = await work.uow.people.get(approval.decided_by)
    if giver is not None and await work.uow.cards.get(card, giver.id):
        await work.post.show(card, giver, approval_message(work, run, approval))


async def show_approval(work: Work, run: Run, approval: Approval) -> None:
    """Before who acts for its seat; for an empty one it waits for its holder."""
    card = card_names.approval(run, approval)
    await work.tell_seat(card, approval.seat, approval_message(work, run, approval))


def approval_message(work: Work, run: Run, approval: Approval) -> Message:
    """With exactly the recap that it is bound to."""
    recap = Attachment(file_names.recap(run.period), approval.recap)
    return texts.card(run, approval, recap, work.calendar, work.holders)


async def close_final(work: Work, run: Run, returned: Approval) -> None:
    """Under the files of the recap that came back: they hold no more."""
    name = card_names.final(run)
    await work.uow.errands.recall(name)
    over = runs.final_over(run, returned)
    for card in await work.uow.cards.everywhere(name):
        person = await work.uow.people.get(card.chat_id)
        if person is not None:
            await work.post.show(card.name, person, over)


async def tell_all_approved(work: Work, run: Run, _notice: AllApproved) -> None:
    """Once for each closing, privately to who analysed and who ordered: that one may have the
    evidence pack from here."""
    paper = await recap_paper(work, run)
    printed = await pdf_paper(work, run, paper.recap)
    turn = run.approvals[-1].turn
    analyse, order = map(run.sop.actors_of, (StepKind.ANALYSE, StepKind.ORDER))
    for seat in run.sop.seats_of(dict.fromkeys((*analyse, *order))):
        title, pack = post_of(seat, work.holders), seat.role in order
        message = texts.complete(run, title, work.calendar, printed, pack=pack)
        await work.tell_seat(card_names.all_approved(run, turn), seat.key, message)
