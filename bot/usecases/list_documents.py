"""/berkas: what was handed in, as far as the seat may read it; with words it searches,
and a code is that of a printed paper."""

from bot.rules.acts import Act
from bot.rules.messages import Message
from bot.rules.print_codes import code_searched
from bot.rules.run import Document, Run
from bot.texts import runs
from bot.usecases.at_office import meet, office_work, require_member
from bot.usecases.both_twins import with_papers
from bot.usecases.desk import Call, Desk
from bot.usecases.find_documents import find_documents
from bot.usecases.keep_scan import send_paper
from bot.usecases.on_run import no_run, on_run
from bot.usecases.reading import reader
from bot.usecases.still_kept import destroyed
from bot.usecases.work import Work


async def list_documents(desk: Desk, call: Call, words: str = "") -> None:
    """Of every open run, else of the newest one; privately, since names may tell of findings."""
    if (code := code_searched(words)) is not None:
        await send_paper(desk, call, code)
        return
    if words.strip():
        await find_documents(desk, call, words.strip())
        return
    async with office_work(desk, call) as work:
        require_member(work)
        every = await work.uow.runs.of_office(work.office.id)
        shown = [run for run in every if run.is_open] or list(every[:1])
        if not shown or work.call is None:
            raise no_run(work)
        for part, run in enumerate(shown, start=1):
            message = await listed(work, run)
            await work.post.say(f"berkas:{call.key}:{part}", work.call.person, message)


async def list_run_documents(desk: Desk, call: Call, run_id: str) -> None:
    """[Berkas] under the board."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        work, run = await on_run(uow, desk, call, run_id, ended=True)
        work.acting(Act.LIST_DOCUMENTS, run.sop)
        message = await listed(work, run)
        await work.post.say(f"berkas:{call.key}:1", call.person, message)


async def listed(work: Work, run: Run) -> Message:
    gone = frozenset(await destroyed(work, run))
    return await with_papers(work, run, runs.documents(run, readable(work, run), gone), gone)


def readable(work: Work, run: Run) -> list[Document]:
    may_read = reader(work, run.sop)
    return [d for d in run.documents if may_read(d)]
