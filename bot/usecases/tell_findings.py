"""What changed in a workbook and what stands out in it is told to its sender, who answers it."""

from bot.rules.acts import Act
from bot.rules.explaining import warnings_of
from bot.rules.run import Document, Run
from bot.texts import findings as texts
from bot.usecases import card_names
from bot.usecases.compare_versions import since_refused
from bot.usecases.work import Work


async def tell_findings(work: Work, run: Run, document: Document) -> None:
    """One card; nothing where nothing changed hands before and nothing stands out."""
    before = run.document(document.replaces) if document.replaces else None
    if before is not None:
        await take_back(work, run, before)
    asks = bool(warnings_of(document))
    if asks:
        args = (str(run.id), str(document.id))
        await work.uow.questions.ask(document.sender, Act.CONFIRM_FINDINGS.value, args, work.now)
    refused = await since_refused(work, run, document)
    if asks or refused or (before is not None and before.form and document.form):
        await show_findings(work, run, document)


async def take_back(work: Work, run: Run, document: Document) -> None:
    """Nobody needs to answer for a version that counts no more."""
    await close_questions(work, run, document)
    if warnings_of(document):
        await show_findings(work, run, document)


async def close_questions(work: Work, run: Run, document: Document) -> None:
    asked = (Act.CONFIRM_FINDINGS.value, (str(run.id), str(document.id)))
    for question in await work.uow.questions.open_for(document.sender):
        if (question.purpose, question.args) == asked:
            await work.uow.questions.close(question.id)


async def show_findings(work: Work, run: Run, document: Document) -> None:
    person = await work.uow.people.get(document.sender)
    if person is not None:
        name = card_names.findings(run, document)
        refused = await since_refused(work, run, document)
        await work.post.show(name, person, texts.findings(run, document, refused))
