"""/tugas: a person's open duties with the buttons that settle them."""

from bot.rules.run import Task
from bot.texts import duties
from bot.usecases.desk import Call, Desk
from bot.usecases.make_papers import recap_paper
from bot.usecases.work import office_work, require_member


async def show_tasks(desk: Desk, call: Call) -> None:
    async with office_work(desk, call) as work:
        require_member(work)
        held = work.held_by(call.person.id)
        runs = await work.uow.runs.open_in(work.office.id)
        mine = [(r, d) for r in runs for d in r.duties if d.is_open and d.seat in held]
        digests = {
            run.id: (await recap_paper(work, run)).file.digest
            for run, duty in mine
            if duty.task == Task.COMPILE
        }
        await work.post.answer(duties.tasks(mine, work.calendar, digests, private=call.private))
