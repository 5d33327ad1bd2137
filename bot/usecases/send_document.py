"""A tap on a document that was found: its file is sent again, privately."""

from bot.rules.acts import Act
from bot.rules.errors.seats import NotYours
from bot.rules.run import Document, Run
from bot.texts import documents as texts
from bot.usecases.at_office import meet
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import on_run
from bot.usecases.reading import reader
from bot.usecases.review_documents import document_in
from bot.usecases.still_kept import check_kept
from bot.usecases.work import Work


async def send_document(desk: Desk, call: Call, run_id: str, document_id: str) -> str:
    """By Telegram's own id of it, else out of the cabinet; also of a run that is over."""
    async with desk.store.work(call.update_id) as uow:
        call = await meet(uow, call)
        work, run = await on_run(uow, desk, call, run_id, ended=True)
        work.acting(Act.SEND_DOCUMENT, run.sop)
        document = document_in(run, document_id)
        check_readable(work, run, document)
        await check_kept(work, run, document.digest)
        await work.post.say(f"kirim:{call.key}", call.person, texts.again(run, document))
    return texts.on_its_way()


def check_readable(work: Work, run: Run, document: Document) -> None:
    if not reader(work, run.sop)(document):
        seats = (document.seat, *run.collectors_of(document.kind))
        raise NotYours(tuple(run.sop.seat(seat).title for seat in seats))
