"""/cetak: the papers of a run as PDF, privately, singly or all in one."""

from functools import partial

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.errors.offices import NoOffice
from bot.rules.people import Office
from bot.rules.printed import PaperKind
from bot.texts import printing as texts
from bot.texts.preparing import under_way
from bot.usecases.at_office import at_office, meet, require_member
from bot.usecases.desk import Call, Desk
from bot.usecases.offices import office_of
from bot.usecases.on_run import no_run, on_run
from bot.usecases.readable_papers import Readable, readable_papers
from bot.usecases.send_papers import send_bundle, send_of_run, send_sheet, tell
from bot.usecases.wanted import Wanted
from bot.usecases.work import Work


async def offer_papers(desk: Desk, call: Call) -> None:
    """Of every open run, else of the newest one: a card each. What there is, is looked through
    before anything is written, so that nobody waits for it."""
    async with desk.store.look() as seen:
        office = await office_asked(seen, desk, call)
        found = await offered(await at_office(seen, desk, office, call.at, call))
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        work = await at_office(uow, desk, office, call.at, call)
        for part, one in enumerate(found, start=1):
            message = texts.card(one.run, one.kinds, whole=one.whole)
            await work.post.say(f"cetak:{call.key}:{part}", call.person, message)


async def office_asked(uow: UnitOfWork, desk: Desk, call: Call) -> Office:
    """Refused: NoOffice, SeveralOffices."""
    found = await office_of(uow, desk, call) if call.private else await uow.offices.at(call.chat_id)
    if found is None:
        raise NoOffice
    return found


async def offered(work: Work) -> list[Readable]:
    require_member(work)
    every = await work.uow.runs.of_office(work.office.id)
    shown = [run for run in every if run.is_open] or list(every[:1])
    if not shown:
        raise no_run(work)
    return [await readable_papers(work, run) for run in work.acting_in(Act.PRINT_PAPER, shown)]


async def print_paper(desk: Desk, call: Call, run_id: str, kind: str, which: str = "") -> str:
    """One paper; where there are several of the kind, the choice among them."""
    found = await readable(desk, call, run_id)
    same = [sheet for sheet in found.sheets if sheet.kind.name == kind]
    chosen = [sheet for sheet in same if which in ("", texts.told_apart(sheet.subject))]
    if not chosen:
        return texts.not_yet(kind)
    if len(chosen) == 1:
        return await send_of_run(desk, call, run_id, partial(send_sheet, sheet=chosen[0]))
    async with desk.store.work(call.update_id) as uow:
        work, run = await on_run(uow, desk, await meet(uow, call), run_id, ended=True)
        choices = [(one.subject, texts.name_of(one.title, one.kind)) for one in chosen]
        await tell(work, texts.choose(run, PaperKind[kind], choices))
    return texts.CHOOSE


async def print_all(desk: Desk, call: Call, run_id: str) -> str:
    """[Semua]: every paper in one PDF, with a page of contents, brought by the outbox."""
    async with desk.store.work(call.update_id) as uow:
        work, run = await on_run(uow, desk, await meet(uow, call), run_id, ended=True)
        work.acting(Act.PRINT_ALL, run.sop)
        await work.post.prepare(Act.PRINT_ALL, run.id)
    return under_way(texts.PAPERS)


async def bring_all(desk: Desk, wanted: Wanted) -> None:
    """Raises TypesetFault."""
    found = await readable(desk, wanted.call, wanted.run_id, every=True)
    async with wanted.brought(desk) as uow:
        work, run = await on_run(uow, desk, wanted.call, wanted.run_id, ended=True)
        await send_bundle(work, run, found.sheets)


async def readable(desk: Desk, call: Call, run_id: str, *, every: bool = False) -> Readable:
    """What there is of the run for who calls, refused to whom the table does not allow it."""
    async with desk.store.look() as seen:
        work, run = await on_run(seen, desk, call, run_id, ended=True)
        return await readable_papers(work, run, every=every)
