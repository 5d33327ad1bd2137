"""The cards of those who approve a recap, and what follows when all have."""

from bot.rules.approvals import Approval
from bot.rules.approving import AllApproved, ApprovalAsked, ApprovalSettled
from bot.rules.messages import Attachment, Message
from bot.rules.run import Run
from bot.rules.sop import StepKind
from bot.texts import approvals as texts
from bot.texts import file_names
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
    name = card_names.approval_reminder(run, approval)
    await work.uow.errands.recall(name)
    holder = work.holders.get(approval.seat)
    if holder is not None:
        over = texts.reminder_over(run, approval, work.calendar)
        for card in await work.uow.cards.in_chat(holder.id, name):
            await work.post.show(card.name, holder, over)


async def show_approval(work: Work, run: Run, approval: Approval) -> None:
    """Before who acts for its seat; for an empty one it waits for its holder."""
    card = card_names.approval(run, approval)
    await work.tell_seat(card, approval.seat, approval_message(work, run, approval))


def approval_message(work: Work, run: Run, approval: Approval) -> Message:
    """With exactly the recap that it is bound to."""
    recap = Attachment(file_names.recap(run.period), approval.recap)
    return texts.card(run, approval, recap, work.calendar, work.holders)


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
