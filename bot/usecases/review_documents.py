"""[Terima], [Terima semua]: a collector accepts what was handed in."""

from bot.rules import reviewing
from bot.rules.acts import Act
from bot.rules.errors.runs import RunNotOpen
from bot.rules.owing import to_review
from bot.rules.run import Document, Run
from bot.texts import notices
from bot.usecases import card_names
from bot.usecases.desk import Call, Desk
from bot.usecases.on_run import run_work
from bot.usecases.settle import settle
from bot.usecases.work import Work


async def accept(desk: Desk, call: Call, run_id: str, document_id: str) -> str:
    async with run_work(desk, call, run_id) as (work, run):
        document = document_in(run, document_id)
        seat = work.acting(Act.ACCEPT, run.sop, run.collectors_of(document.kind))
        await settle(work, reviewing.accept(run, document, seat.key, call.person.id, call.at))
    return notices.accepted(1)


async def accept_all(desk: Desk, call: Call, run_id: str, seat_key: str) -> str:
    async with run_work(desk, call, run_id) as (work, run):
        seat = work.acting(Act.ACCEPT_ALL, run.sop, (seat_key,))
        shown = [d.id for d in to_review(run, seat) if await shown_to(work, run, d)]
        outcome = reviewing.accept_all(run, seat.key, call.person.id, shown, call.at)
        await settle(work, outcome)
        return notices.accepted(len(outcome.facts))


async def shown_to(work: Work, run: Run, document: Document) -> bool:
    """Whether the document itself has come to who calls; at night it waits."""
    return await work.uow.cards.get(card_names.review(run, document), work.person_id) is not None


def document_in(run: Run, document_id: str) -> Document:
    document = run.document(int(document_id))
    if document is None:
        raise RunNotOpen
    return document
