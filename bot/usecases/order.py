"""[Perintahkan]: step 1 ends, the conveyor receives the format."""

from bot.rules.acts import Act
from bot.rules.run import Task
from bot.texts import notices
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import run_work
from bot.usecases.open_sheet import order_run


async def order(desk: Desk, call: Call, run_id: str) -> str:
    async with run_work(desk, call, run_id) as (work, run):
        seat = work.acting(Act.ORDER, run.sop, run.owners(Task.ORDER))
        await order_run(work, run, seat)
    return notices.recorded()
