"""A letter's number and date are asked of its sender in words, and taken as he writes them."""

from bot.rules import confirming
from bot.rules.acts import Act
from bot.rules.errors.seats import NotYours
from bot.rules.given_head import given_head
from bot.rules.letters import LetterHead
from bot.rules.people import Person
from bot.rules.run import Document, Run
from bot.texts import letter_numbers as texts
from bot.usecases import card_names
from bot.usecases.ask_reason import put_question
from bot.usecases.review_documents import document_in
from bot.usecases.settle import settle
from bot.usecases.work import Work


async def ask_number(work: Work, run: Run, document: Document) -> None:
    confirming.check_giving(run, document)
    await put_question(
        work,
        Act.CONFIRM_LETTER,
        args_of(run, document),
        lambda person: texts.ask_number(run, document, person),
    )


async def give_number(work: Work, run: Run, document_id: str, text: str) -> None:
    document = document_in(run, document_id)
    await check_sender(work, document)
    head = given_head(text, LetterHead(document.number, document.dated))
    await take(work, run, document, head)


async def no_number(work: Work, run: Run, document: Document) -> None:
    await take(work, run, document, LetterHead())


async def take(work: Work, run: Run, document: Document, head: LetterHead) -> None:
    """It is shown anew, below what he wrote; the question loses its button."""
    kept = await settle(work, confirming.give_letter(run, document, head, work.person_id, work.now))
    given = document_in(kept, str(document.id))
    await close_questions(work, kept, given)
    if head:
        await work.uow.cards.forget(card_names.letter(kept, given), work.person_id)
        await show_given(work, kept, given)


async def show_given(work: Work, run: Run, document: Document) -> None:
    message = texts.number_given(run, document)
    if caller(work).reachable:
        await work.post.show(card_names.letter(run, document), caller(work), message)
    else:
        await work.post.answer(message)


async def renew_given(work: Work, run: Run, document: Document) -> None:
    """Where it was shown: what became of it."""
    if await work.uow.cards.get(card_names.letter(run, document), work.person_id):
        await show_given(work, run, document)


async def close_questions(work: Work, run: Run, document: Document) -> None:
    wanted = (Act.CONFIRM_LETTER.value, args_of(run, document))
    for question in await work.uow.questions.open_for(work.person_id):
        if (question.purpose, question.args) != wanted:
            continue
        await work.uow.questions.close(question.id)
        card = card_names.question(question.id)
        if await work.uow.cards.get(card, work.person_id):
            await work.post.show(card, caller(work), texts.number_answered(document))


async def check_sender(work: Work, document: Document) -> None:
    """Who sent it, or whoever may hand in for the seat that it was sent for."""
    if work.person_id == document.sender or document.seat in work.served_by(work.person_id):
        return
    sender = await work.uow.people.get(document.sender)
    raise NotYours((sender.name if sender else "",))


def args_of(run: Run, document: Document) -> tuple[str, str]:
    return str(run.id), str(document.id)


def caller(work: Work) -> Person:
    if work.call is None:
        raise ValueError("nobody called")
    return work.call.person
