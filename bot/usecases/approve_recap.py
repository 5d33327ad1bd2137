"""[Setujui rekap]: the compiler approves exactly the recap that he was shown."""

from bot.rules import recapping
from bot.rules.acts import Act
from bot.rules.errors.runs import RecapChanged
from bot.rules.moves import own_duty
from bot.rules.run import Task
from bot.texts import notices
from bot.usecases.desk import Call, Desk
from bot.usecases.make_papers import recap_paper
from bot.usecases.on_run import run_work
from bot.usecases.settle import settle


async def approve_recap(desk: Desk, call: Call, run_id: str, digest: str) -> str:
    async with run_work(desk, call, run_id) as (work, run):
        seat = work.acting(Act.APPROVE_RECAP, run.sop, run.owners(Task.COMPILE))
        own_duty(run, Task.COMPILE, seat.key)
        paper = await recap_paper(work, run)
        if not paper.file.digest.startswith(digest):
            raise RecapChanged
        outcome = recapping.approve_recap(
            run, seat.key, call.person.id, paper.file.digest, work.calendar, call.at
        )
        await settle(work, outcome)
    return notices.recorded()
