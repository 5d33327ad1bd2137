"""/kop: the office's own kop and logo are shown, changed and taken back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.papers.letterhead_picture import letterhead_picture
from bot.rules.acts import Act
from bot.rules.errors.letterheads import NoOwnLetterhead
from bot.rules.letterhead import read_letterhead
from bot.rules.people import Office
from bot.rules.run import Fact
from bot.texts import file_names
from bot.texts import letterheads as texts
from bot.usecases import card_names
from bot.usecases.at_office import office_work
from bot.usecases.close_days import alone
from bot.usecases.desk import Call, Desk
from bot.usecases.known_logo import know_logo
from bot.usecases.recap_papers import kept_paper
from bot.usecases.undoing import undoes
from bot.usecases.work import Work

DEFAULT, LOGO = "bawaan", "logo"


async def set_letterhead(desk: Desk, call: Call, words: str) -> None:
    """Without words what is in use is shown; else each line of them is one of the new kop."""
    async with office_work(desk, call) as work:
        seat = authority(work)
        work = await alone(work)
        match words.casefold().split():
            case []:
                said = texts.SHOWN
            case [word] if word == DEFAULT:
                work, said = await take_back(work, seat, "letterhead"), texts.HEAD_RESET
            case [word, what] if undoes(word) and what == LOGO:
                work, said = await take_back(work, seat, "logo"), texts.LOGO_RESET
            case _:
                head = read_letterhead(words)
                work, said = await change_head(work, seat, head), texts.HEAD_SET
        await show(work, seat, said)


def authority(work: Work) -> str:
    """The seat from which who calls may change the kop; none for a group's administrator."""
    administers = work.call is not None and work.call.person.id in work.call.admins
    if administers and not work.may(Act.SET_LETTERHEAD, work.sop):
        return ""
    return work.acting(Act.SET_LETTERHEAD, work.sop).key


async def change_head(work: Work, seat: str, head: tuple[str, ...]) -> Work:
    if head == work.office.letterhead:
        return work
    detail = {"dari": list(work.stationery.head), "menjadi": list(head)}
    return await changed(work, seat, replace(work.office, letterhead=head), "kop diganti", detail)


async def take_back(work: Work, seat: str, what: str) -> Work:
    """Refused where the office set none itself."""
    own = getattr(work.office, what)
    if not own:
        raise NoOwnLetterhead
    head = what == "letterhead"
    office = replace(work.office, letterhead=()) if head else replace(work.office, logo="")
    detail = {"dari": list(own)} if head else {"sidik": own}
    return await changed(work, seat, office, "kop dihapus" if head else "logo dihapus", detail)


async def changed(
    work: Work, seat: str, office: Office, verb: str, detail: Mapping[str, Any]
) -> Work:
    """Kept with its fact; the work goes on under the new kop."""
    await work.uow.offices.save(office)
    await work.record(None, [Fact(verb, work.now, work.person_id, seat, detail)])
    await know_logo(work.desk.procedures, work.desk.cabinet, office)
    return replace(work, office=office, desk=work.desk.at(office))


async def show(work: Work, seat: str, said: str) -> None:
    """Where it was asked; a picture in reply to it is the new logo."""
    picture = await kept_paper(
        work, file_names.LETTERHEAD, "photo", letterhead_picture, work.stationery
    )
    administrator = 0 if seat else work.person_id
    card = card_names.letterhead(work.office.id, administrator, work.now)
    await work.post.ask_here(card, texts.letterhead(said, work.stationery, picture))
