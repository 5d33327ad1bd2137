"""A plain text: the answer to what the bot asked, or a remark on the recap."""

from collections.abc import Awaitable, Callable, Sequence

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.errors import NothingAsked, ReasonTooShort, Refusal
from bot.rules.given_head import given_head
from bot.rules.letters import LetterHead
from bot.rules.messages import Message
from bot.rules.offers import Question
from bot.rules.run import Run, Task
from bot.texts import questions, refusals
from bot.usecases import card_names
from bot.usecases.answer_filling import take_answer
from bot.usecases.ask_time import plead
from bot.usecases.cancel_run import cancel
from bot.usecases.convey_collected import convey_with
from bot.usecases.desk import Call, Desk
from bot.usecases.exclude_document import exclude_document
from bot.usecases.explain_findings import explain_findings
from bot.usecases.finish_run import remark
from bot.usecases.number_letter import give_number
from bot.usecases.post import Post
from bot.usecases.return_document import return_document
from bot.usecases.waiting_filling import filling_for
from bot.usecases.work import at_office, desk_of, meet, on_run

SHORTEST = 3  # letters of a reason

Complete = Callable[..., Awaitable[object]]
COMPLETE: dict[str, Complete] = {
    Act.RETURN: return_document,
    Act.EXCLUDE: exclude_document,
    Act.CONVEY_COLLECTED: convey_with,
    Act.CANCEL: cancel,
    Act.ASK_TIME: plead,
    Act.CONFIRM_FINDINGS: explain_findings,
    Act.CONFIRM_LETTER: give_number,
}
"""What each question's answer completes: (work, run, *the question's other arguments, answer)."""


async def answer_question(desk: Desk, call: Call, text: str) -> None:
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        question = await question_for(uow, call)
        filling = await filling_for(uow, call, question)
        if filling is not None:
            await take_answer(uow, desk, call, filling, text)
            return
        if question is None:
            await take_remark(uow, desk, call, text.strip())
            return
        check_answer(question, text.strip())
        await complete(uow, desk, call, question, text.strip())
        await uow.questions.close(question.id)


def check_answer(question: Question, text: str) -> None:
    """Refuse what cannot be taken: the question stays."""
    if question.purpose == Act.CONFIRM_LETTER:
        given_head(text, LetterHead())
    elif len(text) < SHORTEST:
        raise ReasonTooShort


async def question_for(uow: UnitOfWork, call: Call) -> Question | None:
    """The question replied to; in the private chat else the newest one of the last hour, since
    what is said days later answers nothing.

    A reply to the draft of the analysis is a remark, whatever else is asked.
    """
    waiting = [q for q in await uow.questions.open_for(call.person.id) if q.purpose in COMPLETE]
    card = await uow.cards.at(call.chat_id, call.reply_to) if call.reply_to else None
    if card is not None and (asked := card_names.asked(card.name)) is not None:
        replied = await uow.questions.get(asked)
        return next((q for q in waiting if replied and same(q, replied)), None)
    about = card_names.about(card.name) if card is not None else None
    if about is not None and (of_document := asked_of(about, waiting)) is not None:
        return of_document
    if about is not None and about.task == Task.ANALYSE:
        return None
    fresh = [q for q in waiting if q.is_fresh(call.at)]
    return next(iter(fresh if call.private else []), None)


def asked_of(about: card_names.About, waiting: Sequence[Question]) -> Question | None:
    """What is asked about the document that the answered card speaks of."""
    args = (str(about.run), str(about.document))
    return next((q for q in waiting if q.args == args), None)


def same(question: Question, other: Question) -> bool:
    """One may have been asked again since."""
    return (question.purpose, question.args) == (other.purpose, other.args)


async def complete(uow: UnitOfWork, desk: Desk, call: Call, question: Question, text: str) -> None:
    """Do what the question was asked for; a refusal is the answer, and the question is over."""
    try:
        work, run = await on_run(uow, desk, call, question.args[0])
        await COMPLETE[question.purpose](work, run, *question.args[1:], text)
    except Refusal as refusal:
        sentence = refusals.sentence(refusal, (await desk_of(uow, desk, call)).calendar.zone)
        await Post(uow, desk, call.at, call=call).answer(Message(sentence))
    else:
        act, args = Act(question.purpose), question.args[1:]
        if act == Act.CONFIRM_LETTER:
            return  # shown to be confirmed
        await work.post.answer(questions.answered(run, act, args, text))


async def take_remark(uow: UnitOfWork, desk: Desk, call: Call, text: str) -> None:
    """In the private chat of who analyses, a text that answers nothing is a remark."""
    for office_id in await uow.seats.offices_of(call.person.id) if call.private else ():
        office = await uow.offices.get(office_id)
        if office is None:
            continue
        work = await at_office(uow, desk, office, call.at, call)
        for run in await uow.runs.open_in(office_id):
            if analysing(run, work.held_by(call.person.id)):
                await remark(work, run, text)
                return
    if call.private:
        raise NothingAsked


def analysing(run: Run, held: Sequence[str]) -> bool:
    return any(d.task == Task.ANALYSE and d.is_open and d.seat in held for d in run.duties)
