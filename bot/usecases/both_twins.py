"""/berkas shows both twins: the documents of a run, and below them the papers printed of it."""

from collections.abc import Collection
from dataclasses import replace

from bot.rules.hardcopies import in_force, standing
from bot.rules.messages import Message
from bot.rules.run import Run
from bot.texts import hardcopies as texts
from bot.usecases.paper_meant import may_read
from bot.usecases.work import Work


async def with_papers(work: Work, run: Run, message: Message, gone: Collection[str]) -> Message:
    """For who may read the papers; the message itself for others. `gone` are the SHA-256 of files
    that were destroyed."""
    if not may_read(work, run.sop):
        return message
    every = await work.uow.printed_papers.of_run(run.id)
    papers = [standing(paper, every) for paper in in_force(every)]
    lines = texts.listed(papers, len(every) - len(papers), work.calendar.zone, gone)
    text = "\n".join([message.text, *lines])
    return replace(
        message, text=text, buttons=(*message.buttons, *texts.scan_buttons(papers, gone))
    )
