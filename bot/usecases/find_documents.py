"""/berkas with words: the documents that fit, page by page, each to be sent again with a tap."""

from bot.rules import searching
from bot.rules.errors.files import SearchGone
from bot.rules.searching import Filed, Search
from bot.texts import documents as texts
from bot.usecases import card_names
from bot.usecases.at_office import as_member, meet, office_work, require_member
from bot.usecases.desk import Call, Desk
from bot.usecases.reading import reader
from bot.usecases.work import Work


async def find_documents(desk: Desk, call: Call, words: str) -> None:
    """Privately, as everything about documents is."""
    async with office_work(desk, call) as work:
        require_member(work)
        kept = words[: searching.LONGEST]
        search = await work.uow.searches.add(work.office.id, work.person_id, kept, work.now)
        await show_page(work, search, 1)


async def turn_page(desk: Desk, call: Call, search_id: str, page: str) -> None:
    """[Berikutnya], [Sebelumnya]: of what fits now, by what the person may read now."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        search = await uow.searches.get(int(search_id))
        if search is None or search.person_id != call.person.id:
            raise SearchGone
        work = await as_member(uow, desk, call, await uow.offices.get(search.office_id))
        await show_page(work, search, int(page))


async def show_page(work: Work, search: Search, page: int) -> None:
    if work.call is None:
        return
    message = texts.found(search, await finds(work, search), page)
    await work.post.show(card_names.search(search.id), work.call.person, message)


async def finds(work: Work, search: Search) -> tuple[Filed, ...]:
    """All that fits, of what the person may read in each run by the SOP that it began with."""
    found: list[Filed] = []
    for own in searching.by_run(await work.uow.documents.of_office(work.office.id)):
        may_read = reader(work, own[0].sop)
        found += [f for f in searching.fitting(search.words, own) if may_read(f.document)]
    return tuple(found)
