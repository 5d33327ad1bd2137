"""A plain text: the answer to what the bot asked, or a remark on the recap."""

from collections.abc import Awaitable, Callable, Sequence

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.arahan import read_arahan
from bot.rules.errors.answers import ReasonTooShort
from bot.rules.errors.refusal import Refusal
from bot.rules.filling import Filling
from bot.rules.given_head import given_head
from bot.rules.hardcopies import read_place
from bot.rules.letters import LetterHead
from bot.rules.messages import Message
from bot.rules.offers import Question
from bot.rules.run import Task
from bot.texts import questions
from bot.usecases import card_names
from bot.usecases.answer_filling import take_answer
from bot.usecases.ask_time import plead
from bot.usecases.at_office import by_its_clock, meet, sentence_of
from bot.usecases.cancel_run import cancel
from bot.usecases.convey_collected import convey_with
from bot.usecases.correct_own_data import ASKED, check_given, take_own_data
from bot.usecases.desk import Call, Desk
from bot.usecases.exclude_document import exclude_document
from bot.usecases.explain_findings import explain_findings
from bot.usecases.file_hardcopy import take_place
from bot.usecases.give_arahan import give_asked
from bot.usecases.number_letter import give_number
from bot.usecases.office_answered import office_answered, office_of_run
from bot.usecases.on_run import on_run
from bot.usecases.post import Post
from bot.usecases.return_document import return_document
from bot.usecases.return_recap import return_recap
from bot.usecases.take_remark import take_remark
from bot.usecases.text_meant import ask_meant, of_filling, of_question
from bot.usecases.waiting_elsewhere import waiting_elsewhere
from bot.usecases.waiting_filling import filling_for

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
    Act.RETURN_RECAP: return_recap,
    Act.FILE_HARDCOPY: take_place,
}
"""What each question's answer completes: (work, run, *the question's other arguments, answer)."""


OF_NO_RUN = (*ASKED, Act.GIVE_ARAHAN)


async def answer_question(desk: Desk, call: Call, text: str) -> None:
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        fitting = await questions_for(uow, call)
        question = next(iter(fitting), None)
        filling = await filling_for(uow, call, question)
        if filling is not None:
            await take_filled(uow, desk, call, filling, text)
            return
        if question is None:
            await take_remark(uow, desk, call, text.strip())
        elif len(fitting) > 1:
            await ask_meant(uow, desk, call, text.strip(), [of_question(q) for q in fitting])
        else:
            await take_answer_to(uow, desk, call, question, text.strip())


async def take_filled(uow: UnitOfWork, desk: Desk, call: Call, filling: Filling, text: str) -> None:
    elsewhere = await waiting_elsewhere(uow, desk, call, filling)
    if elsewhere:
        await ask_meant(uow, desk, call, text.strip(), [of_filling(filling), *elsewhere])
    else:
        await take_answer(uow, desk, call, filling, text)


async def take_answer_to(
    uow: UnitOfWork, desk: Desk, call: Call, question: Question, text: str
) -> None:
    check_answer(question, text, call)
    if question.purpose in ASKED:
        await take_own_data(uow, desk, call, question, text)
    elif question.purpose == Act.GIVE_ARAHAN:
        await give_asked(uow, desk, call, question, text)
    else:
        await complete(uow, desk, call, question, text)
    await uow.questions.close(question.id)


def check_answer(question: Question, text: str, call: Call) -> None:
    """Refuse what cannot be taken: the question stays."""
    if question.purpose in ASKED:
        check_given(question, text, call)
    elif question.purpose == Act.CONFIRM_LETTER:
        given_head(text, LetterHead())
    elif question.purpose == Act.FILE_HARDCOPY:
        read_place(text)
    elif question.purpose == Act.GIVE_ARAHAN:
        read_arahan(text)
    elif len(text) < SHORTEST:
        raise ReasonTooShort


async def questions_for(uow: UnitOfWork, call: Call) -> tuple[Question, ...]:
    """The question replied to; in the private chat else the newest one of the last hour, since
    what is said days later answers nothing: of each office one, as it is not said which is meant.

    A reply to the draft of the analysis is a remark, whatever else is asked.
    """
    every = await uow.questions.open_for(call.person.id)
    waiting = [q for q in every if q.purpose in COMPLETE or q.purpose in OF_NO_RUN]
    card = await uow.cards.at(call.chat_id, call.reply_to) if call.reply_to else None
    if card is not None and (asked := card_names.asked(card.name)) is not None:
        replied = await uow.questions.get(asked)
        return tuple([q for q in waiting if replied and same(q, replied)][:1])
    about = card_names.about(card.name) if card is not None else None
    if about is not None and (of_document := asked_of(about, waiting)) is not None:
        return (of_document,)
    if not call.private or (about is not None and about.task == Task.ANALYSE):
        return ()
    return await newest_of_each_office(uow, call, [q for q in waiting if q.is_fresh(call.at)])


async def newest_of_each_office(
    uow: UnitOfWork, call: Call, fresh: Sequence[Question]
) -> tuple[Question, ...]:
    """A reply to a message of one office answers nothing that was asked in another; what is asked
    of no run is answered only while nothing was asked since."""
    told = await office_answered(uow, call)
    if fresh and fresh[0].purpose in OF_NO_RUN:
        return (fresh[0],) if told in (None, asking_office(fresh[0])) else ()
    found: dict[int | None, Question] = {}
    for question in (one for one in fresh if one.purpose not in OF_NO_RUN):
        found.setdefault(await office_of_run(uow, int(question.args[0])), question)
    return tuple(q for office, q in found.items() if told in (None, office))


def asking_office(question: Question) -> int | None:
    """None for what is asked of the person himself."""
    return int(question.args[1]) if question.purpose == Act.GIVE_ARAHAN else None


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
        ended = question.purpose in (Act.FILE_HARDCOPY, Act.RETURN_RECAP)
        work, run = await on_run(uow, desk, call, question.args[0], ended=ended)
        with by_its_clock(work):
            await COMPLETE[question.purpose](work, run, *question.args[1:], text)
    except Refusal as refusal:
        sentence = await sentence_of(uow, desk, call, refusal)
        await Post(uow, desk, call.at, call=call).answer(Message(sentence))
    else:
        act, args = Act(question.purpose), question.args[1:]
        if act in (Act.CONFIRM_LETTER, Act.FILE_HARDCOPY):
            return  # shown to be confirmed, or answered already
        await work.post.answer(questions.answered(run, act, args, text))
