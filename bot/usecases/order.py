"""[Perintahkan]: step 1 ends, the conveyor receives the format."""

from bot.rules import moves
from bot.rules.acts import Act
from bot.rules.run import Task
from bot.texts import notices
from bot.usecases.desk import Call, Desk
from bot.usecases.settle import settle
from bot.usecases.work import run_work


async def order(desk: Desk, call: Call, run_id: str) -> str:
    async with run_work(desk, call, run_id) as (work, run):
        seat = work.acting(Act.ORDER, run.sop, run.owners(Task.ORDER))
        await settle(work, moves.order(run, seat.key, call.person.id, work.calendar, call.at))
    return notices.recorded()
