"""/batal: the orderer cancels a run, with a reason."""

from bot.rules import moves
from bot.rules.acts import Act
from bot.rules.run import Run
from bot.texts import questions, runs
from bot.texts.words import run_title
from bot.usecases.ask_reason import ask_reason
from bot.usecases.at_office import office_work
from bot.usecases.desk import Call, Desk
from bot.usecases.given_reason import given_reason, keep_reason
from bot.usecases.on_run import open_runs, run_work
from bot.usecases.settle import settle
from bot.usecases.work import Work


async def cancel_run(desk: Desk, call: Call, reason: str) -> None:
    async with office_work(desk, call) as work:
        found = work.acting_in(Act.CANCEL, await open_runs(work))
        if len(found) == 1:
            await cancel_or_ask(work, found[0], reason)
        else:
            await keep_reason(work, Act.CANCEL, reason)
            await work.post.answer(runs.choose_run(found))


async def choose_cancelled(desk: Desk, call: Call, run_id: str) -> None:
    async with run_work(desk, call, run_id) as (work, run):
        work.acting(Act.CANCEL, run.sop)
        await cancel_or_ask(work, run, await given_reason(work, Act.CANCEL))


async def cancel_or_ask(work: Work, run: Run, reason: str) -> None:
    if reason:
        ended = await cancel(work, run, reason)
        if work.call is not None and work.call.private:
            await work.post.answer(runs.cancelled(ended))
    else:
        what = questions.cancelling(run_title(run))
        await ask_reason(work, Act.CANCEL, (str(run.id),), what)


async def cancel(work: Work, run: Run, reason: str) -> Run:
    seat = work.acting(Act.CANCEL, run.sop)
    return await settle(work, moves.cancel(run, work.person_id, seat.key, reason, work.now))
