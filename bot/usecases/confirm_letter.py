"""[Benar], [Bukan], [Semua benar]: whether a letter's number and date are right; [Beri nomor] and
[Tidak ada nomor], where they were not read, or wrongly."""

from bot.rules import confirming
from bot.rules.run import Document, Run
from bot.texts import letter_numbers, notices
from bot.texts.letter_numbers import GIVE, NO_NUMBER
from bot.texts.letters import ALL_RIGHT, RIGHT
from bot.usecases.desk import Call, Desk
from bot.usecases.number_letter import ask_number, check_sender, no_number, renew_given
from bot.usecases.on_run import run_work
from bot.usecases.review_documents import document_in
from bot.usecases.settle import settle
from bot.usecases.work import Work


async def confirm_letter(desk: Desk, call: Call, run_id: str, document_id: str, answer: str) -> str:
    async with run_work(desk, call, run_id) as (work, run):
        document = document_in(run, document_id)
        await check_sender(work, document)
        if answer == GIVE:
            await ask_number(work, run, document)
            return letter_numbers.number_awaited()
        if answer == NO_NUMBER:
            await no_number(work, run, document)
        elif answer == ALL_RIGHT:
            await settle(work, confirming.confirm_all(run, document, work.person_id, work.now))
        else:
            return await confirm_one(work, run, document, right=answer == RIGHT)
    return notices.recorded()


async def confirm_one(work: Work, run: Run, document: Document, *, right: bool) -> str:
    """What is not right is asked for."""
    outcome = confirming.confirm_letter(run, document, work.person_id, work.now, right=right)
    kept = await settle(work, outcome)
    answered = document_in(kept, str(document.id))
    await renew_given(work, kept, answered)
    if right:
        return notices.recorded()
    await ask_number(work, kept, answered)
    return letter_numbers.number_awaited()
