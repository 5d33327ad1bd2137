"""Step 6: remarks on the recap, and [Selesai], which closes the run."""

from bot.rules import recapping
from bot.rules.acts import Act
from bot.rules.run import Run, Task
from bot.texts import notices
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import run_work
from bot.usecases.settle import settle
from bot.usecases.work import Work


async def finish_run(desk: Desk, call: Call, run_id: str) -> str:
    async with run_work(desk, call, run_id) as (work, run):
        seat = work.acting(Act.FINISH, run.sop, run.owners(Task.ANALYSE))
        outcome = recapping.finish(run, seat.key, call.person.id, work.calendar, call.at)
        await settle(work, outcome)
    return notices.recorded()


async def remark(work: Work, run: Run, text: str) -> None:
    seat = work.acting(Act.REMARK, run.sop, run.owners(Task.ANALYSE))
    outcome = recapping.remark(run, seat.key, work.person_id, text, work.now)
    await settle(work, outcome)
    await work.post.answer(notices.remark_kept())
