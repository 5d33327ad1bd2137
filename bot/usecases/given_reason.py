"""A reason given with a command is kept until its person has chosen what it is for."""

from bot.rules.acts import Act
from bot.usecases.work import Work


def purpose(act: Act) -> str:
    return f"{act.value}-alasan"


async def keep_reason(work: Work, act: Act, reason: str) -> None:
    """For this office: what is chosen in another one has a reason of its own."""
    if reason:
        args = (reason, str(work.office.id))
        await work.uow.questions.ask(work.person_id, purpose(act), args, work.now)


async def given_reason(work: Work, act: Act) -> str:
    """The newest reason kept for the act in this office, taken out; empty where none was given."""
    kept = [
        question
        for question in await work.uow.questions.open_for(work.person_id)
        if question.purpose == purpose(act) and question.args[1:] == (str(work.office.id),)
    ]
    for question in kept:
        await work.uow.questions.close(question.id)
    return kept[0].args[0] if kept else ""
