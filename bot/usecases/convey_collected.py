"""[Sampaikan ke …]: a collector conveys what was collected; incomplete only with a reason."""

from bot.rules import reviewing
from bot.rules.acts import Act
from bot.rules.errors.runs import StillMissing
from bot.rules.moves import own_duty
from bot.rules.run import Run, Task
from bot.texts import notices, questions
from bot.usecases.ask_reason import ask_reason
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import run_work
from bot.usecases.settle import settle
from bot.usecases.work import Work


async def convey_collected(desk: Desk, call: Call, run_id: str, seat_key: str) -> str:
    async with run_work(desk, call, run_id) as (work, run):
        try:
            await convey_with(work, run, seat_key, "")
        except StillMissing as refusal:
            what = questions.conveying_without(refusal.missing)
            await ask_reason(work, Act.CONVEY_COLLECTED, (run_id, seat_key), what)
            return notices.reason_awaited()
    return notices.recorded()


async def convey_with(work: Work, run: Run, seat_key: str, reason: str) -> None:
    seat = work.acting(Act.CONVEY_COLLECTED, run.sop, (seat_key,))
    own_duty(run, Task.COLLECT, seat.key)
    outcome = reviewing.convey_collected(
        run, seat.key, work.person_id, reason, work.calendar, work.now
    )
    await settle(work, outcome)
