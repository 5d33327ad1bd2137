"""What is asked in words: privately, or in the group with a selective reply where that is shut."""

from collections.abc import Callable

from bot.rules.acts import Act
from bot.rules.messages import Message
from bot.rules.people import Person
from bot.texts import questions
from bot.usecases import card_names
from bot.usecases.work import Work


async def ask_reason(work: Work, act: Act, args: tuple[str, ...], what: str) -> None:
    await put_question(work, act, args, lambda person: questions.ask_reason(what, person))


async def put_question(
    work: Work, act: Act, args: tuple[str, ...], asked: Callable[[Person | None], Message]
) -> None:
    """The question is a row, so that it survives a restart; its answer completes the act.

    Asked again, it takes the place of the one before. `asked` is given whom it calls in the group.
    """
    if work.call is None:
        raise ValueError("nobody called")
    person = work.call.person
    for open_one in await work.uow.questions.open_for(person.id):
        if (open_one.purpose, open_one.args) == (act.value, args):
            await work.uow.questions.close(open_one.id)
    question = await work.uow.questions.ask(person.id, act.value, args, work.now)
    card = card_names.question(question.id)
    if person.reachable:
        await work.post.show(card, person, asked(None))
    else:
        await work.post.ask_here(card, asked(person))
