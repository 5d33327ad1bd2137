"""[Keluarkan berkas]: the compiler leaves a document out of the recap, with a reason."""

from bot.rules import recapping
from bot.rules.acts import Act
from bot.rules.moves import own_duty
from bot.rules.run import Run, Task
from bot.texts import notices, questions, reviews
from bot.usecases.ask_reason import ask_reason
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import run_work
from bot.usecases.review_documents import document_in
from bot.usecases.settle import settle
from bot.usecases.work import Work


async def choose_excluded(desk: Desk, call: Call, run_id: str, document_id: str = "") -> str | None:
    """Without a document: which one; with it: why."""
    async with run_work(desk, call, run_id) as (work, run):
        seat = work.acting(Act.EXCLUDE, run.sop, run.owners(Task.COMPILE))
        own_duty(run, Task.COMPILE, seat.key)
        if not document_id:
            await work.post.answer(reviews.excludable(run))
            return None
        document = document_in(run, document_id)
        what = questions.excluding(document.name)
        await ask_reason(work, Act.EXCLUDE, (run_id, document_id), what)
    return notices.reason_awaited()


async def exclude_document(work: Work, run: Run, document_id: str, reason: str) -> None:
    seat = work.acting(Act.EXCLUDE, run.sop, run.owners(Task.COMPILE))
    document = document_in(run, document_id)
    outcome = recapping.exclude(run, document, seat.key, work.person_id, reason, work.now)
    await settle(work, outcome)
