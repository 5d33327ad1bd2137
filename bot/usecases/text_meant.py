"""A private text that may be meant for several runs: its person is asked, and a row keeps it."""

from collections.abc import Sequence

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.offers import Question
from bot.rules.people import Office
from bot.rules.run import Run
from bot.texts import offices as texts
from bot.usecases import card_names
from bot.usecases.desk import Call, Desk
from bot.usecases.post import Post

ANSWER, REMARK = "t", "c"  # before the id of the question answered, or of the run remarked on
Taker = tuple[str, Run, Office]  # what stands in the button's data, and what is named on it


async def ask_run_meant(
    uow: UnitOfWork, desk: Desk, call: Call, text: str, runs: Sequence[Run]
) -> None:
    takers = [taker for run in runs if (taker := await taken_by(uow, f"{REMARK}{run.id}", run.id))]
    await ask(uow, desk, call, text, takers)


async def ask_question_meant(
    uow: UnitOfWork, desk: Desk, call: Call, text: str, asked: Sequence[Question]
) -> None:
    keys = [(f"{ANSWER}{question.id}", int(question.args[0])) for question in asked]
    takers = [taker for key, run in keys if (taker := await taken_by(uow, key, run))]
    await ask(uow, desk, call, text, takers)


async def taken_by(uow: UnitOfWork, key: str, run_id: int) -> Taker | None:
    run = await uow.runs.get(run_id)
    office = await uow.offices.get(run.office_id) if run is not None else None
    return (key, run, office) if run is not None and office is not None else None


async def ask(uow: UnitOfWork, desk: Desk, call: Call, text: str, takers: Sequence[Taker]) -> None:
    question = await uow.questions.ask(call.person.id, Act.CHOOSE_MEANT, (text,), call.at)
    message = texts.which_meant(question.id, text, takers)
    post = Post(uow, desk, call.at, call=call)
    await post.show(card_names.meant(question.id), call.person, message)
