"""/rekap: the recap as of now, workbook and PDF, privately, to those whom the powers allow."""

from bot.rules.acts import Act
from bot.rules.run import RunState
from bot.texts import runs
from bot.usecases.desk import Call, Desk
from bot.usecases.make_papers import recap_paper
from bot.usecases.recap_papers import pdf_paper
from bot.usecases.work import no_run, office_work, require_member


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
            paper = await recap_paper(work, run)
            message = runs.recap_now(run, paper.file, work.calendar)
            await work.post.say(f"rekap:{call.update_id}:{part}", work.call.person, message)
            printed = await pdf_paper(work, run, paper.recap)
            if printed is not None:
                told = runs.printed_recap(run, printed)
                key = f"rekap:{call.update_id}:{part}:cetak"
                await work.post.say(key, work.call.person, told)
