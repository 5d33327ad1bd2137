"""/rekap: the recap as of now, workbook and PDF, privately, to those whom the powers allow."""

from bot.rules.acts import Act
from bot.rules.run import Run, RunState
from bot.texts import runs
from bot.usecases.at_office import meet, office_work, require_member
from bot.usecases.desk import Call, Desk
from bot.usecases.make_papers import recap_paper
from bot.usecases.on_run import no_run, on_run
from bot.usecases.recap_papers import pdf_paper
from bot.usecases.work import Work


async def send_recap(desk: Desk, call: Call) -> None:
    """Of every open run, else of the newest one that was closed."""
    async with office_work(desk, call) as work:
        require_member(work)
        every = await work.uow.runs.of_office(work.office.id)
        opened = [run for run in every if run.is_open]
        closed = [run for run in every if run.state == RunState.CLOSED][:1]
        if not (opened or closed) or work.call is None:
            raise no_run(work)
        readable = work.acting_in(Act.READ_RECAP, opened or closed)
        for part, run in enumerate(readable, start=1):
            await say_recap(work, run, part)


async def send_run_recap(desk: Desk, call: Call, run_id: str) -> None:
    """[Rekap sementara] under the board."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        work, run = await on_run(uow, desk, call, run_id, ended=True)
        work.acting(Act.SHOW_RECAP, run.sop)
        await say_recap(work, run, 1)


async def say_recap(work: Work, run: Run, part: int) -> None:
    """Privately, the workbook and after it the printed page."""
    if work.call is None:
        return
    key, person = f"rekap:{work.call.key}:{part}", work.call.person
    paper = await recap_paper(work, run)
    await work.post.say(key, person, runs.recap_now(run, paper.file, work.calendar))
    printed = await pdf_paper(work, run, paper.recap)
    if printed is not None:
        await work.post.say(f"{key}:cetak", person, runs.printed_recap(run, printed))
