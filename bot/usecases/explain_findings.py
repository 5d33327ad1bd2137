"""[Benar], or an answer in words: what stands out in a workbook is confirmed or explained."""

from bot.rules.errors.seats import NotYours
from bot.rules.explaining import explain
from bot.rules.run import Document, Run
from bot.texts import findings as texts
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import run_work
from bot.usecases.review_documents import document_in
from bot.usecases.settle import settle
from bot.usecases.work import Work


async def confirm_findings(desk: Desk, call: Call, run_id: str, document_id: str) -> str:
    async with run_work(desk, call, run_id) as (work, run):
        await answer_findings(work, run, document_in(run, document_id), "")
    return texts.confirmed()


async def explain_findings(work: Work, run: Run, document_id: str, text: str) -> None:
    await answer_findings(work, run, document_in(run, document_id), text)


async def answer_findings(work: Work, run: Run, document: Document, text: str) -> None:
    """By its sender, or by whoever may hand in for the seat that it was handed in for."""
    serves = document.seat in work.served_by(work.person_id)
    if work.person_id != document.sender and not serves:
        sender = await work.uow.people.get(document.sender)
        raise NotYours((run.sop.seat(document.seat).title,), (sender.name,) if sender else ())
    await settle(work, explain(run, document, work.person_id, text, work.now))
