"""[Ubah nama], [Ubah NIP] and [Hapus NIP]: a person corrects what papers say of him."""

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.errors.offices import NoOffice
from bot.rules.errors.own_data import NothingCorrected, PrivateOnly
from bot.rules.messages import Message
from bot.rules.nip import masked, nip_of
from bot.rules.offers import Question
from bot.rules.own_data import formal_name
from bot.rules.people import Person
from bot.rules.run import Fact
from bot.texts import own_data as texts
from bot.usecases import card_names
from bot.usecases.at_office import meet
from bot.usecases.desk import Call, Desk
from bot.usecases.post import Post

CORRECTED = "data pegawai diubah"
ASKED = {Act.GIVE_NAME: texts.ask_name, Act.GIVE_NIP: texts.ask_nip}


async def ask_name(desk: Desk, call: Call) -> str:
    return await ask(desk, call, Act.GIVE_NAME)


async def ask_nip(desk: Desk, call: Call) -> str:
    return await ask(desk, call, Act.GIVE_NIP)


async def ask(desk: Desk, call: Call, act: Act) -> str:
    """The question is a row; asked again, it takes the place of the one before."""
    async with desk.store.work(call.update_id) as uow:
        call = await known(uow, call)
        for open_one in await uow.questions.open_for(call.person.id):
            if open_one.purpose == act:
                await uow.questions.close(open_one.id)
        question = await uow.questions.ask(call.person.id, act.value, (), call.at)
        card = card_names.question(question.id)
        await Post(uow, desk, call.at, call=call).show(card, call.person, ASKED[act]())
    return texts.asked()


async def drop_nip(desk: Desk, call: Call) -> str:
    async with desk.store.work(call.update_id) as uow:
        call = await known(uow, call)
        await correct(uow, desk, call, call.person, nip="")
    return texts.recorded()


async def known(uow: UnitOfWork, call: Call) -> Call:
    """Refused with PrivateOnly; with NoOffice who never belonged to one: no paper names him."""
    call = await meet(uow, call)
    if not call.private:
        raise PrivateOnly
    if not await concerned(uow, call.person):
        raise NoOffice
    return call


async def concerned(uow: UnitOfWork, person: Person) -> tuple[int, ...]:
    """The offices that keep anything of him: who has left corrects his data too."""
    own = await uow.people.data_of(person)
    return tuple(office.office_id for office in own.belongs)


def check_given(question: Question, text: str, call: Call) -> None:
    """Refuse what cannot be taken: the question stays."""
    if question.purpose == Act.GIVE_NAME:
        formal_name(text)
    else:
        nip_of(text, call.at.date())


async def take_own_data(
    uow: UnitOfWork, desk: Desk, call: Call, question: Question, text: str
) -> None:
    """The answer to one of these questions, as it was checked."""
    call = await known(uow, call)
    person = call.person
    if question.purpose == Act.GIVE_NAME:
        await correct(uow, desk, call, person, given_name=formal_name(text))
    else:
        await correct(uow, desk, call, person, nip=nip_of(text, call.at.date()))


async def correct(
    uow: UnitOfWork,
    desk: Desk,
    call: Call,
    person: Person,
    *,
    given_name: str | None = None,
    nip: str | None = None,
) -> None:
    """What is None stays. A fact enters the record of each office that keeps anything of him.

    Refused with NothingCorrected.
    """
    name = person.given_name if given_name is None else given_name
    number = person.nip if nip is None else nip
    if (name, number) == (person.given_name, person.nip):
        raise NothingCorrected
    await uow.people.correct(person.id, given_name=name, nip=number)
    if nip is None:
        told = {"hal": "nama", "dari": person.formal_name, "menjadi": name}
    else:
        told = {"hal": "NIP", "dari": masked(person.nip), "menjadi": masked(number)}
    fact = Fact(CORRECTED, call.at, call.person.id, detail={"pegawai": person.id, **told})
    for office in await concerned(uow, person):
        await uow.facts.add(office, None, [fact])
    await Post(uow, desk, call.at, call=call).answer(answer_of(told, number))


def answer_of(told: dict[str, str], nip: str) -> Message:
    if told["hal"] == "nama":
        return texts.name_recorded(told["menjadi"])
    return texts.nip_recorded(nip) if nip else texts.nip_dropped()
