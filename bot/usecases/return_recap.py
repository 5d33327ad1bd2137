"""[Kembalikan] under the recap of a closed run: with the reason the last step opens again."""

from bot.rules import approving
from bot.rules.acts import Act
from bot.rules.run import Run
from bot.texts import notices, questions
from bot.texts.words import run_title
from bot.usecases.approve_final import approval_work, asked, decider
from bot.usecases.ask_reason import ask_reason
from bot.usecases.desk import Call, Desk
from bot.usecases.settle import settle
from bot.usecases.work import Work


async def ask_return_recap(desk: Desk, call: Call, run_id: str, place: str, head: str) -> str:
    async with approval_work(desk, call, run_id) as (work, run):
        asked(work, run, Act.RETURN_RECAP, place, head)
        what = questions.returning_recap(run_title(run))
        await ask_reason(work, Act.RETURN_RECAP, (run_id, place, head), what)
    return notices.reason_awaited()


async def return_recap(work: Work, run: Run, place: str, head: str, reason: str) -> None:
    approval, seat = asked(work, run, Act.RETURN_RECAP, place, head)
    by = decider(work, seat)
    await settle(work, approving.return_recap(run, approval, by, reason, work.calendar, work.now))
