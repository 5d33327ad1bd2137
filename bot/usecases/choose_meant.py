"""The tap that tells for which run a private text was meant."""

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.errors.fillings import QuestionGone
from bot.rules.filling import Filling
from bot.rules.offers import Question
from bot.texts import notices
from bot.texts import offices as texts
from bot.usecases import card_names
from bot.usecases.answer_filling import take_answer
from bot.usecases.answer_question import COMPLETE, take_answer_to
from bot.usecases.at_office import by_its_clock, meet
from bot.usecases.desk import Call, Desk
from bot.usecases.finish_run import remark
from bot.usecases.on_run import on_run
from bot.usecases.text_meant import ANSWER, FILLING, REMARK


async def choose_meant(desk: Desk, call: Call, question_id: str, meant: str) -> str:
    """Once. Refused: QuestionGone, and what the answer or the remark itself is refused by; then
    the text stays, and another run can be chosen."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        kept = await own_question(uow, call, question_id)
        if kept.purpose != Act.CHOOSE_MEANT:
            raise QuestionGone
        run_id = await take(uow, desk, call, meant, kept.args[0])
        await uow.questions.close(kept.id)
        work, run = await on_run(uow, desk, call, run_id, ended=True)
        chosen = texts.meant_for(run, work.office)
        await work.post.show_here(card_names.meant(kept.id), chosen)
    return notices.recorded()


async def take(uow: UnitOfWork, desk: Desk, call: Call, meant: str, text: str) -> str:
    """The id of the run that took it."""
    word, number = meant[:1], meant[1:]
    if word == REMARK:
        work, run = await on_run(uow, desk, call, number)
        with by_its_clock(work):
            await remark(work, run, text)
        return number
    if word == FILLING:
        filling = await own_filling(uow, call, number)
        await take_answer(uow, desk, call, filling, text)
        return str(filling.run_id)
    question = await own_question(uow, call, number if word == ANSWER else "")
    if question.purpose not in COMPLETE:
        raise QuestionGone
    await take_answer_to(uow, desk, call, question, text)
    return question.args[0]


async def own_question(uow: UnitOfWork, call: Call, question_id: str) -> Question:
    """Open, and put to who calls. Refused: QuestionGone."""
    for question in await uow.questions.open_for(call.person.id):
        if str(question.id) == question_id:
            return question
    raise QuestionGone


async def own_filling(uow: UnitOfWork, call: Call, filling_id: str) -> Filling:
    """Begun by who calls and not over. Refused: QuestionGone."""
    for filling in await uow.fillings.open_for(call.person.id):
        if str(filling.id) == filling_id:
            return filling
    raise QuestionGone
