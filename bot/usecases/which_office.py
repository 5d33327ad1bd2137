"""A private command of who has seats in several offices: told which is meant, or asked."""

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.errors.offices import OfficeAskedBefore
from bot.rules.people import Office
from bot.texts import offices as texts
from bot.usecases.at_office import at_office, meet
from bot.usecases.desk import Call, Desk
from bot.usecases.office_answered import office_answered
from bot.usecases.offices import offices_of
from bot.usecases.post import Post
from bot.usecases.private_commands import PRIVATE, Command


async def office_meant(desk: Desk, call: Call, word: str, words: str) -> Office | None:
    """None where it is unclear: then the person is asked, and a row keeps what he typed."""
    async with desk.store.look() as seen:
        offices = await fitting_offices(seen, desk, call, PRIVATE[word])
    if len(offices) == 1:
        return offices[0]
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        for old in await uow.questions.open_for(call.person.id):
            if old.purpose == Act.CHOOSE_OFFICE and not old.is_fresh(call.at):
                await uow.questions.close(old.id)
        asks = (word, words)
        question = await uow.questions.ask(call.person.id, Act.CHOOSE_OFFICE, asks, call.at)
        asked = texts.which_office(question.id, word, offices)
        await Post(uow, desk, call.at, call=call).answer(asked)
    return None


async def fitting_offices(
    uow: UnitOfWork, desk: Desk, call: Call, command: Command
) -> list[Office]:
    """That of the message replied to; else those in which the command makes sense."""
    offices = await offices_of(uow, call.person.id)
    answered = await office_answered(uow, call)
    if any(office.id == answered for office in offices):
        return [office for office in offices if office.id == answered]
    for makes_sense in command.sense:
        works = [await at_office(uow, desk, office, call.at, call) for office in offices]
        offices = [work.office for work in works if await makes_sense(work)] or offices
    return offices


async def choose_office(desk: Desk, call: Call, question_id: str, office_id: str) -> str:
    """The tap does in that office what was typed; for an hour also in the other one."""
    async with desk.store.look() as seen:
        question = await seen.questions.get(int(question_id))
        offices = await offices_of(seen, call.person.id)
    own = question is not None and question.person_id == call.person.id
    chosen = [office for office in offices if office.id == int(office_id)]
    if question is None or not own or question.purpose != Act.CHOOSE_OFFICE or not chosen:
        raise OfficeAskedBefore
    word, words = question.args
    if not question.is_fresh(call.at):
        raise OfficeAskedBefore(word)
    typed = Call(
        call.update_id, call.at, call.person, call.chat_id, call.private, call.message_id,
        office_id=chosen[0].id,
    )  # fmt: skip
    await PRIVATE[word].do(desk, typed, words)
    return texts.chosen(chosen[0])
