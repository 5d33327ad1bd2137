"""A private text that may be meant for several runs: its person is asked, and a row keeps it."""

from collections.abc import Sequence

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.filling import Filling
from bot.rules.offers import Question
from bot.rules.run import Run
from bot.texts import offices as texts
from bot.usecases import card_names
from bot.usecases.desk import Call, Desk
from bot.usecases.post import Post

ANSWER, REMARK, FILLING = "t", "c", "i"  # before the id of the question, the run, the filling
Meant = tuple[str, int]  # what stands in the button's data, and the run that it is about


def of_question(question: Question) -> Meant:
    return f"{ANSWER}{question.id}", int(question.args[0])


def of_run(run: Run) -> Meant:
    return f"{REMARK}{run.id}", run.id


def of_filling(filling: Filling) -> Meant:
    return f"{FILLING}{filling.id}", filling.run_id


async def ask_meant(
    uow: UnitOfWork, desk: Desk, call: Call, text: str, meant: Sequence[Meant]
) -> None:
    takers = []
    for key, run_id in meant:
        run = await uow.runs.get(run_id)
        office = await uow.offices.get(run.office_id) if run is not None else None
        if run is not None and office is not None:
            takers.append((key, run, office))
    question = await uow.questions.ask(call.person.id, Act.CHOOSE_MEANT, (text,), call.at)
    message = texts.which_meant(question.id, text, takers)
    post = Post(uow, desk, call.at, call=call)
    await post.show(card_names.meant(question.id), call.person, message)
