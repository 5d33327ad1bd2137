"""A reason is asked privately, or in the group with a selective reply where that is not open."""

from bot.rules.acts import Act
from bot.texts import questions
from bot.usecases import card_names
from bot.usecases.work import Work


async def ask_reason(work: Work, act: Act, args: tuple[str, ...], what: str) -> None:
    """The question is a row, so that it survives a restart; its answer completes the act.

    Asked again, it takes the place of the one before.
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
        await work.post.show(card, person, questions.ask_reason(what, None))
    else:
        await work.post.ask_here(card, questions.ask_reason(what, person))
