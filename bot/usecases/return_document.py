"""[Kembalikan]: the reason is asked for, and with it the document is returned."""

from bot.rules import reviewing
from bot.rules.acts import Act
from bot.rules.run import Run
from bot.texts import notices, questions
from bot.usecases.ask_reason import ask_reason
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import run_work
from bot.usecases.review_documents import document_in
from bot.usecases.settle import settle
from bot.usecases.work import Work


async def ask_return(desk: Desk, call: Call, run_id: str, document_id: str) -> str:
    async with run_work(desk, call, run_id) as (work, run):
        document = document_in(run, document_id)
        seat = work.acting(Act.RETURN, run.sop, run.collectors_of(document.kind))
        reviewing.check_returnable(run, document, seat.key)
        await ask_reason(
            work, Act.RETURN, (run_id, document_id), questions.returning(document.name)
        )
    return notices.reason_awaited()


async def return_document(work: Work, run: Run, document_id: str, reason: str) -> None:
    document = document_in(run, document_id)
    seat = work.acting(Act.RETURN, run.sop, run.collectors_of(document.kind))
    person = work.person_id
    calendar = work.calendar
    outcome = reviewing.return_document(run, document, seat.key, person, reason, calendar, work.now)
    await settle(work, outcome)
