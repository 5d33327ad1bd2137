"""Which filling in chat a plain text answers."""

from bot.ports import UnitOfWork
from bot.rules.errors.fillings import QuestionGone
from bot.rules.filling import Filling
from bot.rules.offers import Question
from bot.rules.run import Task
from bot.usecases import card_names
from bot.usecases.desk import Call
from bot.usecases.office_answered import office_answered, office_of_run


async def filling_for(uow: UnitOfWork, call: Call, question: Question | None) -> Filling | None:
    """The one whose message is replied to; else the one that waits in the private chat, unless
    `question` is replied to or was asked after it, or the reply is a remark. What replies to a
    message of one office answers nothing in another.

    Refused: QuestionGone, a reply to what was answered before.
    """
    if not call.private:
        return None
    card = await uow.cards.at(call.chat_id, call.reply_to) if call.reply_to else None
    if card is not None and (stood := card_names.filled(card.name)) is not None:
        return await replied(uow, *stood)
    about = card_names.about(card.name) if card is not None else None
    remark = about is not None and about.task == Task.ANALYSE
    asked = card is not None and (question is not None or card_names.asked(card.name) is not None)
    if remark or asked:
        return None
    waiting = [f for f in await uow.fillings.open_for(call.person.id) if f.question]
    if (told := await office_answered(uow, call)) is not None:
        waiting = [f for f in waiting if await office_of_run(uow, f.run_id) == told]
    later = [f for f in waiting if question is None or f.asked_at >= question.asked_at]
    return next(iter(later), None)


async def replied(uow: UnitOfWork, filling_id: int, turn: int) -> Filling:
    filling = await uow.fillings.get(filling_id)
    if filling is None or filling.turn != turn:
        raise QuestionGone
    return filling
