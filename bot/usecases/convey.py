"""[Sampaikan]: a conveyor passes the format on (SOP.md steps 2 and 3)."""

from bot.rules import moves
from bot.rules.acts import Act
from bot.rules.errors.runs import FormatChanged
from bot.rules.moves import own_duty
from bot.rules.run import Task
from bot.texts import notices
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import run_work
from bot.usecases.settle import settle


async def convey(
    desk: Desk, call: Call, run_id: str, step: str, seat_key: str, version: str
) -> str:
    """Exactly the format that the button's message shows."""
    async with run_work(desk, call, run_id) as (work, run):
        seat = work.acting(Act.CONVEY, run.sop, (seat_key,))
        own_duty(run, Task.CONVEY, seat.key, int(step))
        if version != run.form_version:
            raise FormatChanged
        outcome = moves.convey(run, int(step), seat.key, call.person.id, work.calendar, call.at)
        await settle(work, outcome)
    return notices.recorded()
