"""A run has closed: its recap is kept as it stands, and those who approve it are asked in turn."""

from bot.rules import approving
from bot.rules.run import Run
from bot.usecases.make_papers import recap_paper
from bot.usecases.recapping import backdrop_of
from bot.usecases.work import Work


async def begin_approvals(work: Work, run: Run) -> tuple[tuple[object, ...], Run]:
    """What people must hear of it, and the run as kept."""
    paper = await recap_paper(work, run)
    behind = await backdrop_of(work.uow, run)
    begun = approving.open_chain(run, paper.file.digest, work.calendar, work.now, behind)
    await work.record(run.id, begun.facts)
    return begun.notices, await work.uow.runs.save(begun.run)
