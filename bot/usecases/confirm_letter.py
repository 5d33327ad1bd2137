"""[Benar], [Bukan], [Semua benar]: whether a letter's number and date were read rightly."""

from bot.rules import confirming
from bot.rules.errors import NotYours
from bot.rules.run import Document
from bot.texts import notices
from bot.texts.letters import ALL_RIGHT, RIGHT
from bot.usecases.desk import Call, Desk
from bot.usecases.review_documents import document_in
from bot.usecases.settle import settle
from bot.usecases.work import Work, run_work


async def confirm_letter(desk: Desk, call: Call, run_id: str, document_id: str, answer: str) -> str:
    async with run_work(desk, call, run_id) as (work, run):
        document = document_in(run, document_id)
        await check_sender(work, document)
        if answer == ALL_RIGHT:
            outcome = confirming.confirm_all(run, document, work.person_id, work.now)
        else:
            outcome = confirming.confirm_letter(
                run, document, work.person_id, work.now, right=answer == RIGHT
            )
        await settle(work, outcome)
    return notices.recorded()


async def check_sender(work: Work, document: Document) -> None:
    """Who sent it, or whoever may hand in for the seat that it was sent for."""
    if work.person_id == document.sender or document.seat in work.served_by(work.person_id):
        return
    sender = await work.uow.people.get(document.sender)
    raise NotYours((sender.name if sender else "",))
